"""Forgetting reaches every stage: a record with sealed words says which case they are about."""

from __future__ import annotations

import pytest

from panoh.registry.actions.forgetting import sealed_models
from panoh.registry.models import Case

ABOUT_NO_SINGLE_CASE = {
    "Person": "emptied by name where a person is forgotten; may stand in several cases",
    "Shelter": "an address of a house",
    "ListSent": "a file kept for a day",
    "PenaltyList": "a file kept for a day",
    "Closing": "why people of an operation were not reached",
    "CriminalCase": "the file number of whoever is investigated; no person's case",
    "Employer": "a farm or company called by a person's name; nobody's case",
    "MobilisationOrder": "who called people up; nobody who was",
    "OrderPaper": "a copy of such an order; about no single case",
    "Visit": "a visit to a place to monitor; nobody's name",
    "Remedy": "what a desk was asked to do at a place",
    "Site": "a place to monitor; no person stands in it",
    "Defendant": "whoever is suspected; no person's case",
    "CallBack": "a number for a week, of a caller who has no case",
    "Factor": "what an officer signs in with",
    "HandOver": "a note from shift to shift about a group",
}


@pytest.mark.parametrize("model", sealed_models(), ids=lambda model: model.__name__)
def test_a_sealed_record_says_which_case_it_is_about(model):
    if model.__name__ in ABOUT_NO_SINGLE_CASE:
        assert model.ABOUT_CASE is None
        return

    target = model
    for step in model.ABOUT_CASE.split("__"):
        target = target._meta.get_field(step).related_model

    assert target is Case
