"""Whom a place suits: strangers are kept apart, families together, and nobody is left without a place."""

from __future__ import annotations

from itertools import product
from uuid import uuid4

import pytest

from panoh.protection.rules.places import (
    ASK,
    CARER_NEAR,
    CHILD_AMONG_ADULTS,
    FAMILIES_FIRST,
    FOR_CHILDREN,
    KEEP_TOGETHER,
    OTHER_SEX,
    WITH_PARENT,
    DoesNotFit,
    Fits,
    fits,
    room_open_to,
)

KINDS = ("women", "men", "girls", "boys", "family")
SEXES = ("female", "male", "other", "unknown")


@pytest.mark.parametrize(
    ("kind", "sex", "track", "in_family", "outcome"),
    [
        ("women", "female", "adult", False, Fits()),
        ("women", "male", "adult", False, DoesNotFit(OTHER_SEX)),
        ("women", "other", "adult", False, Fits(ASK)),
        ("men", "unknown", "adult", False, Fits(ASK)),
        ("men", "male", "adult", True, Fits()),
        ("women", "female", "child", False, DoesNotFit(CHILD_AMONG_ADULTS)),
        ("women", "male", "child", True, Fits(WITH_PARENT)),
        ("men", "female", "child", True, DoesNotFit(CHILD_AMONG_ADULTS)),
        ("men", "male", "child", True, Fits(WITH_PARENT)),
        ("girls", "female", "child", False, Fits()),
        ("girls", "female", "child", True, Fits(KEEP_TOGETHER)),
        ("girls", "male", "child", False, DoesNotFit(OTHER_SEX)),
        ("girls", "unknown", "child", False, Fits(ASK)),
        ("boys", "male", "adult", False, DoesNotFit(FOR_CHILDREN)),
        ("family", "female", "adult", True, Fits()),
        ("family", "female", "adult", False, Fits(FAMILIES_FIRST)),
        ("family", "other", "adult", False, Fits(FAMILIES_FIRST)),
        ("family", "male", "child", False, Fits(CARER_NEAR)),
    ],
)
def test_whom_a_place_suits(kind, sex, track, in_family, outcome):
    assert fits(kind, sex=sex, track=track, in_family=in_family) == outcome


@pytest.mark.parametrize(("sex", "track", "in_family"), list(product(SEXES, ("adult", "child"), (True, False))))
def test_for_everyone_some_kind_of_place_suits(sex, track, in_family):
    outcomes = [fits(kind, sex=sex, track=track, in_family=in_family) for kind in KINDS]

    assert any(isinstance(outcome, Fits) for outcome in outcomes)


@pytest.mark.parametrize("kind", ["women", "men"])
@pytest.mark.parametrize("sex", SEXES)
def test_no_child_alone_sleeps_among_adults(kind, sex):
    assert isinstance(fits(kind, sex=sex, track="child", in_family=False), DoesNotFit)


def test_a_family_room_holds_one_family():
    ours, theirs = uuid4(), uuid4()

    assert room_open_to("family", ours, [])
    assert room_open_to("family", ours, [ours])
    assert not room_open_to("family", ours, [theirs])
    assert room_open_to("women", ours, [theirs])
