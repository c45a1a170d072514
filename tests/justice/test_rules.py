"""Rules of criminal cases: order and day of stages, sentences held against the range, units that are never added."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from panoh.instruments import countries
from panoh.justice.rules import counts
from panoh.justice.rules.sentences import WORDING, Flag, Given, held_against
from panoh.justice.rules.stages import (
    FOLLOWS,
    NO_CHARGE,
    NOT_YET,
    OUT_OF_ORDER,
    TOO_EARLY,
    Reached,
    may_be_judged,
    may_follow,
    not_in_force,
)

REGISTER = countries.offences("tj")
TODAY = date(2026, 11, 16)
OPENED, INVESTIGATED = Reached("opened", date(2026, 3, 1)), Reached("investigated", date(2026, 4, 1))
CHARGED, TRIED = Reached("charged", date(2026, 6, 1)), Reached("tried", date(2026, 8, 1))


@pytest.mark.parametrize(
    ("before", "wanted", "on", "fault"),
    [
        ([OPENED], "investigated", date(2026, 3, 1), None),
        ([OPENED], "investigated", date(2026, 2, 28), TOO_EARLY),
        ([OPENED], "investigated", date(2026, 11, 17), NOT_YET),
        ([OPENED], "sentenced", TODAY, NO_CHARGE),
        ([OPENED, INVESTIGATED], "tried", TODAY, NO_CHARGE),
        ([OPENED], "charged", TODAY, OUT_OF_ORDER),
        ([OPENED, INVESTIGATED, CHARGED], "tried", date(2026, 6, 1), None),
        ([OPENED, INVESTIGATED, CHARGED], "tried", date(2026, 5, 31), NO_CHARGE),
        ([OPENED, INVESTIGATED, CHARGED], "sentenced", TODAY, OUT_OF_ORDER),
        ([OPENED, Reached("closed", date(2026, 5, 1))], "charged", TODAY, OUT_OF_ORDER),
        ([OPENED, Reached("closed", date(2026, 5, 1))], "investigated", TODAY, None),
    ],
)  # fmt: skip
def test_a_stage_follows_in_order_and_on_its_day(before, wanted, on, fault):
    assert may_follow(before, wanted, on=on, today=TODAY) is fault


def test_from_every_stage_there_is_a_way_on_and_a_case_can_be_taken_up_again():
    assert all(FOLLOWS.values())
    assert set(FOLLOWS) == {kind for kinds in FOLLOWS.values() for kind in kinds} | {"opened"}


@pytest.mark.parametrize(
    ("before", "on", "fault"),
    [
        ([OPENED, INVESTIGATED], TODAY, NO_CHARGE),
        ([OPENED, INVESTIGATED, CHARGED], TODAY, OUT_OF_ORDER),
        ([OPENED, INVESTIGATED, CHARGED, TRIED], date(2026, 7, 31), TOO_EARLY),
        ([OPENED, INVESTIGATED, CHARGED, TRIED], date(2026, 8, 1), None),
        ([OPENED, INVESTIGATED, CHARGED, TRIED], date(2026, 11, 17), NOT_YET),
    ],
)
def test_nobody_is_judged_before_a_charge_and_a_trial(before, on, fault):
    assert may_be_judged(before, on=on, today=TODAY) is fault


def test_an_article_that_was_no_law_on_that_day_is_refused_and_one_not_known_is_not():
    fault = not_in_force(REGISTER.offence("trafficking_in_persons"), on=date(2001, 1, 1))

    assert fault is not None
    assert "130.1" in fault.reason.en
    assert not_in_force(REGISTER.offence("trafficking_in_persons"), on=date(2003, 8, 1)) is None
    assert not_in_force(REGISTER.offence("use_of_slave_labour"), on=TODAY) is None


def flags(given: Given, key: str, part: str = "", on: date = TODAY, index: Decimal | None = None) -> set[Flag]:
    offence = REGISTER.offence(key)
    return set(held_against(given, offence, part, on=on, index=index, charged=[key])) - {Flag.SINCE_NOT_KNOWN}


@pytest.mark.parametrize(
    ("months", "found"),
    [
        (59, {Flag.BELOW}),
        (60, set()),
        (180, set()),
        (181, {Flag.SOURCES_DIFFER}),
        (240, {Flag.SOURCES_DIFFER}),
        (241, {Flag.ABOVE}),
    ],
)
def test_a_sentence_is_held_against_every_range_that_was_reported(months, found):
    assert flags(Given(custodial_months=months), "trafficking_in_persons") == found
    assert flags(Given(suspended_months=months), "trafficking_in_persons") == found


def test_the_range_is_that_of_the_day_and_of_the_part():
    assert flags(Given(custodial_months=90), "keeping_brothels", on=date(2018, 6, 1)) == {Flag.ABOVE}
    assert flags(Given(custodial_months=90), "keeping_brothels", on=date(2019, 6, 1)) == set()
    assert flags(Given(custodial_months=90), "illegal_border_crossing", "1") == {Flag.ABOVE}
    assert flags(Given(custodial_months=90), "illegal_border_crossing", "2") == set()


def test_a_fine_in_indices_needs_the_index_of_its_day():
    given = Given(fine=Decimal(36_000))

    assert flags(given, "illegal_border_crossing", "1", index=Decimal(72)) == set()
    assert flags(given, "illegal_border_crossing", "1") == {Flag.INDEX_NOT_KNOWN}
    assert flags(Given(fine=Decimal(35_999)), "illegal_border_crossing", "1", index=Decimal(72)) == {Flag.BELOW}


def test_what_was_not_seen_or_not_charged_is_said():
    rape = REGISTER.offence("rape")

    found = held_against(Given(custodial_months=60), rape, "", on=TODAY, index=None, charged=[])

    assert set(found) == {Flag.SINCE_NOT_KNOWN, Flag.NOT_CHARGED, Flag.RANGE_NOT_SEEN}
    assert set(WORDING) == set(Flag)


def test_units_are_never_added():
    assert counts.Crimes(2) + counts.Crimes(3) == counts.Crimes(5)
    for other in (counts.CriminalCases(1), counts.Suspects(1), counts.Victims(1), 1):
        with pytest.raises(TypeError):
            counts.Crimes(1) + other
    with pytest.raises(TypeError):
        sum([counts.Victims(1), counts.Victims(2)])
    with pytest.raises(ValueError):
        counts.Victims(-1)


def test_stages_are_counted_with_and_without_migration():
    def one(stage: str, migration: bool) -> counts.InOneCase:
        two, one_, none = counts.Crimes(2), counts.Suspects(1), counts.Suspects(0)
        return counts.InOneCase(stage, migration, two, one_, none, counts.Victims(3))

    opened, charged, every = counts.by_stage([one("opened", True), one("opened", False)], ("opened", "charged"))

    assert (opened.cases.number, opened.without_migration.number) == (2, 1)
    assert charged.cases == counts.CriminalCases(0)
    assert (every.crimes.number, every.suspects.number, every.victims.number) == (4, 2, 6)
