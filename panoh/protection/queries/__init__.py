"""Reads of protection: a shelter's places and residents, who waits, services given, and plans for whoever keeps them."""

from panoh.protection.queries.case_block import CaseBlock, case_block
from panoh.protection.queries.following import departure_to_follow, follow_up_page
from panoh.protection.queries.house import (
    ShelterPage,
    departure_for,
    place_for,
    read_address,
    read_departure,
    read_things,
    shelter_page,
    stay_for,
)
from panoh.protection.queries.offers import offer_sent_for
from panoh.protection.queries.places import free_places, shelter_of
from panoh.protection.queries.plan import desks_in, goal_for, plan_for, plan_page
from panoh.protection.queries.waiting import at_the_door, guest_for, offer_for
from panoh.protection.queries.worklist import worklist

__all__ = [
    "CaseBlock",
    "ShelterPage",
    "at_the_door",
    "case_block",
    "departure_for",
    "departure_to_follow",
    "desks_in",
    "follow_up_page",
    "free_places",
    "goal_for",
    "guest_for",
    "offer_for",
    "offer_sent_for",
    "place_for",
    "plan_for",
    "plan_page",
    "read_address",
    "read_departure",
    "read_things",
    "shelter_of",
    "shelter_page",
    "stay_for",
    "worklist",
]
