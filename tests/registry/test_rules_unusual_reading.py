"""Which readings of names somebody should ask about: by numbers of the published file, and no finding against anyone."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.instruments.registry import reading_watch
from panoh.registry.rules.unusual_reading import Reading, Unusual, unusual

WATCH = reading_watch()
MONDAY = datetime(2026, 11, 16, 10, 0)
ANNA, BORIS = 1, 2


def reads(officer: int, people: range, *, at: datetime = MONDAY, own_desk: bool = True) -> list[Reading]:
    return [Reading(officer, at, f"case-{number}", own_desk) for number in people]


def kinds(readings: list[Reading], **given: object) -> list[tuple[str, int, int]]:
    found = unusual(readings, WATCH, **{"worked": (), "acts": {}, "namesakes": (), **given})
    return [(each.kind, each.officer, each.count) for each in found]


def test_an_ordinary_day_is_nothing_to_ask_about():
    assert kinds(reads(ANNA, range(12)) + reads(BORIS, range(12, 20))) == []


def test_many_people_in_a_day_are_asked_about_and_one_person_read_often_is_not():
    assert kinds(reads(ANNA, range(30))) == [("many", ANNA, 30)]
    assert kinds(reads(ANNA, range(1)) * 200) == []


def test_what_is_usual_for_an_officer_is_not_asked_about():
    days = [reading for day in range(1, 6) for reading in reads(ANNA, range(25), at=MONDAY - timedelta(days=day))]

    assert kinds([*days, *reads(ANNA, range(60))]) == []
    assert kinds([*days, *reads(ANNA, range(75))]) == [("many", ANNA, 75)]


def at_night(people: int, *, ago: int = 0) -> list[Reading]:
    return reads(ANNA, range(people), at=MONDAY.replace(hour=23, minute=50) - timedelta(days=ago))


@pytest.mark.parametrize(("by_day", "by_night"), [(20, 5), (25, 21), (10, 6), (0, 20), (0, 5)])
def test_a_night_is_asked_about_however_much_of_an_officer_s_reading_it_is(by_day, by_night):
    assert kinds(reads(ANNA, range(by_day)) + at_night(by_night)) == [("night", ANNA, by_night)]


def test_four_people_in_a_night_are_nothing_to_ask_about():
    assert kinds(at_night(4)) == []


def test_whoever_works_nights_is_asked_only_about_a_night_far_beyond_the_others():
    others = [reading for day in range(1, 4) for reading in at_night(7, ago=day)]

    assert kinds([*others, *at_night(20)]) == []
    assert kinds([*others, *at_night(21)]) == [("night", ANNA, 21)]


def test_two_or_three_nights_alike_do_not_make_each_other_usual():
    found = kinds([reading for day in range(3) for reading in at_night(20, ago=day)])

    assert found == [("night", ANNA, 20)] * 3


def test_a_night_across_midnight_is_one_night():
    late, early = MONDAY.replace(hour=23), (MONDAY + timedelta(days=1)).replace(hour=2)
    night = reads(ANNA, range(3), at=late) + reads(ANNA, range(3, 6), at=early)

    [found] = unusual(reads(ANNA, range(30, 50)) + night, WATCH, worked=(), acts={}, namesakes=())

    assert found == Unusual(date(2026, 11, 16), "night", ANNA, count=6)


def test_one_person_read_by_many_is_asked_about_without_naming_an_officer():
    everybody = [reading for officer in range(1, 13) for reading in reads(officer, range(1))]

    [found] = unusual(everybody, WATCH, worked=(), acts={}, namesakes=())

    assert (found.kind, found.officer, found.case, found.count) == ("much_read", 0, "case-0", 12)


def test_a_namesake_is_asked_about_once_however_often_it_was_read():
    assert kinds(reads(ANNA, range(1)) * 3, namesakes={(ANNA, "case-0")}) == [("namesake", ANNA, 1)]
    assert kinds(reads(BORIS, range(1)), namesakes={(ANNA, "case-0")}) == []


def test_people_of_other_desks_nothing_was_done_for_are_asked_about():
    looked = reads(ANNA, range(15), own_desk=False)

    assert kinds(looked) == [("no_work", ANNA, 15)]
    assert kinds(reads(ANNA, range(15))) == [], "of the own desk"
    assert kinds(looked, worked={(ANNA, "case-3")}) == [], "fourteen are too few to ask"
    assert kinds(looked, acts={ANNA: 20}) == [], "whoever does more than they read"


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 40), st.integers(0, 23), st.integers(0, 3)), max_size=80))
def test_nothing_is_said_of_who_read_nothing_and_more_readings_never_ask_less_of_a_day(rows):
    readings = [
        Reading(officer, MONDAY.replace(hour=hour) - timedelta(days=day), f"case-{case}", True)
        for officer, case, hour, day in rows
    ]
    found = unusual(readings, WATCH, worked=(), acts={}, namesakes=())

    assert {each.officer for each in found} <= {reading.officer for reading in readings} | {0}
    assert all(each.on <= MONDAY.date() for each in found)
    assert len(set(found)) == len(found)
