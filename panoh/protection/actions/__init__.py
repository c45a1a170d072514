"""Acts of protection: refuges and stays, services that reached the person, and the plan agreed with them."""

from panoh.protection.actions.abroad import answer_transfer
from panoh.protection.actions.advocates import answer_as_advocate, end_advocate, name_advocate, note_decisions
from panoh.protection.actions.agreeing import ask_resident_again, take_consent
from panoh.protection.actions.arriving import record_intake, return_things, tell_more
from panoh.protection.actions.beds import add_places, change_place, change_room, close_place, reopen_place
from panoh.protection.actions.charges import answer_charge, complain_of_charge
from panoh.protection.actions.closing import close_case
from panoh.protection.actions.consular import (
    FileGiven,
    answer_of_host,
    ask_document,
    change_consular_file,
    close_consular_file,
    issue_document,
    meet_abroad,
    open_consular_file,
    refer_to_host,
)
from panoh.protection.actions.custody import Held, end_custody, open_custody, open_custody_of_line, review_custody
from panoh.protection.actions.custody_access import answer_custody_access, ask_custody_access
from panoh.protection.actions.following import record_follow_up, record_return_contact
from panoh.protection.actions.going_out import comes_back, goes_out
from panoh.protection.actions.interests import assess_interests
from panoh.protection.actions.leaving import end_stay, refuse_departure, sign_departure
from panoh.protection.actions.moving import ask_to_move, move
from panoh.protection.actions.offering import end_offer, note_offer, offer_place
from panoh.protection.actions.plans import (
    GoalGiven,
    add_goal,
    agree_plan,
    close_goal,
    draw_up_plan,
    end_plan,
    review_plan,
)
from panoh.protection.actions.return_conditions import assess_return_risk, name_receiver, record_return_wish
from panoh.protection.actions.returning import depart, receive_return
from panoh.protection.actions.returns import ReturnGiven, call_off_return, change_return, plan_return
from panoh.protection.actions.safety import add_measure, assess_risk, end_measure
from panoh.protection.actions.services import record_service
from panoh.protection.actions.shelters import PlaceGiven, open_shelter
from panoh.protection.actions.stays import PlaceTaken, give_place
from panoh.protection.actions.turns import NotTheirTurn, TurnReason
from panoh.protection.actions.upkeep import record_budget, record_staff

__all__ = [
    "FileGiven",
    "GoalGiven",
    "Held",
    "NotTheirTurn",
    "PlaceGiven",
    "PlaceTaken",
    "ReturnGiven",
    "TurnReason",
    "add_goal",
    "add_measure",
    "add_places",
    "agree_plan",
    "answer_as_advocate",
    "answer_charge",
    "answer_custody_access",
    "answer_of_host",
    "answer_transfer",
    "ask_custody_access",
    "ask_document",
    "ask_resident_again",
    "ask_to_move",
    "assess_interests",
    "assess_return_risk",
    "assess_risk",
    "call_off_return",
    "change_consular_file",
    "change_place",
    "change_return",
    "change_room",
    "close_case",
    "close_consular_file",
    "close_goal",
    "close_place",
    "comes_back",
    "complain_of_charge",
    "depart",
    "draw_up_plan",
    "end_advocate",
    "end_custody",
    "end_measure",
    "end_offer",
    "end_plan",
    "end_stay",
    "give_place",
    "goes_out",
    "issue_document",
    "meet_abroad",
    "move",
    "name_advocate",
    "name_receiver",
    "note_decisions",
    "note_offer",
    "offer_place",
    "open_consular_file",
    "open_custody",
    "open_custody_of_line",
    "open_shelter",
    "plan_return",
    "receive_return",
    "record_budget",
    "record_follow_up",
    "record_intake",
    "record_return_contact",
    "record_return_wish",
    "record_service",
    "record_staff",
    "refer_to_host",
    "refuse_departure",
    "reopen_place",
    "return_things",
    "review_custody",
    "review_plan",
    "sign_departure",
    "take_consent",
    "tell_more",
]
