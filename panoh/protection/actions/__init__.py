"""Acts of protection: refuges and stays, services that reached the person, and the plan agreed with them."""

from panoh.protection.actions.advocates import answer_as_advocate, end_advocate, name_advocate, note_decisions
from panoh.protection.actions.agreeing import ask_resident_again, take_consent
from panoh.protection.actions.arriving import record_intake, return_things, tell_more
from panoh.protection.actions.beds import add_places, change_place, change_room, close_place, reopen_place
from panoh.protection.actions.charges import answer_charge, complain_of_charge
from panoh.protection.actions.closing import close_case
from panoh.protection.actions.following import record_follow_up
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
from panoh.protection.actions.safety import add_measure, assess_risk, end_measure
from panoh.protection.actions.services import record_service
from panoh.protection.actions.shelters import PlaceGiven, open_shelter
from panoh.protection.actions.stays import PlaceTaken, give_place
from panoh.protection.actions.turns import NotTheirTurn, TurnReason
from panoh.protection.actions.upkeep import record_budget, record_staff

__all__ = [
    "GoalGiven",
    "NotTheirTurn",
    "PlaceGiven",
    "PlaceTaken",
    "TurnReason",
    "add_goal",
    "add_measure",
    "add_places",
    "agree_plan",
    "answer_as_advocate",
    "answer_charge",
    "ask_resident_again",
    "ask_to_move",
    "assess_interests",
    "assess_risk",
    "change_place",
    "change_room",
    "close_case",
    "close_goal",
    "close_place",
    "comes_back",
    "complain_of_charge",
    "draw_up_plan",
    "end_advocate",
    "end_measure",
    "end_offer",
    "end_plan",
    "end_stay",
    "give_place",
    "goes_out",
    "move",
    "name_advocate",
    "note_decisions",
    "note_offer",
    "offer_place",
    "open_shelter",
    "record_budget",
    "record_follow_up",
    "record_intake",
    "record_service",
    "record_staff",
    "refuse_departure",
    "reopen_place",
    "return_things",
    "review_plan",
    "sign_departure",
    "take_consent",
    "tell_more",
]
