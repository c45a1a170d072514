"""Acts of protection: refuges and stays, services that reached the person, and the plan agreed with them."""

from panoh.protection.actions.charges import answer_charge, complain_of_charge
from panoh.protection.actions.interests import assess_interests
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
from panoh.protection.actions.stays import PlaceTaken, end_stay, give_place

__all__ = [
    "GoalGiven",
    "PlaceGiven",
    "PlaceTaken",
    "add_goal",
    "add_measure",
    "agree_plan",
    "answer_charge",
    "assess_interests",
    "assess_risk",
    "close_goal",
    "complain_of_charge",
    "draw_up_plan",
    "end_measure",
    "end_plan",
    "end_stay",
    "give_place",
    "open_shelter",
    "record_service",
    "review_plan",
]
