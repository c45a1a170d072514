"""Reads of protection: the shelter's places and residents, who waits, services given. Only for the shelter's own desk."""

from panoh.protection.queries.case_block import CaseBlock, case_block
from panoh.protection.queries.house import ShelterPage, read_address, shelter_page, stay_for
from panoh.protection.queries.places import free_places, shelter_of
from panoh.protection.queries.waiting import at_the_door, guest_for
from panoh.protection.queries.worklist import worklist

__all__ = [
    "CaseBlock",
    "ShelterPage",
    "at_the_door",
    "case_block",
    "free_places",
    "guest_for",
    "read_address",
    "shelter_of",
    "shelter_page",
    "stay_for",
    "worklist",
]
