"""People on an old list for whom somebody still acts: whose name stays because of a record, of their own or of a joined line."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.identification.actions import ask_to_erase_list, erase_list_names
from panoh.identification.actions.forgetting import forget_lines
from panoh.identification.models import ListRetention
from panoh.identification.queries.list_retention import lists_over
from panoh.justice.actions import assess_link, record_penalty
from panoh.justice.actions.penalties import PenaltyGiven
from panoh.justice.models import Penalty
from panoh.screening.actions import join_lines
from panoh.screening.models import Operation, RosterEntry
from panoh.screening.rules.roster import RosterRow
from tests.journeys import ways

pytestmark = pytest.mark.django_db
ROWS = tuple(
    RosterRow(row=number, name=name) for number, name in enumerate(("Гулнора", "Зарина", "Малика", "Нигина"), 1)
)
NO_LINK = {"compulsion": "no", "causation": "no", "reasons": "nothing points to it"}
LINKED = {"compulsion": "yes", "causation": "yes", "reasons": "she said who took the papers"}


@pytest.fixture
def flight(cast, before) -> Operation:
    return ways.came_by_flight(ROWS, by=cast.zarina, at=before)


@pytest.fixture
def held(cast, before):
    def recorded(entry: RosterEntry, *judged: dict[str, str]) -> Penalty:
        given = PenaltyGiven(kind="detention", on=before.date(), authority="police", place="Isolator No. 1, Dushanbe")
        made = record_penalty(entry=entry, given=given, by=cast.zarina, at=before)
        Penalty.objects.filter(pk=made.pk).update(offence="rape")  # of no list of articles people are made to break
        made.refresh_from_db()
        after = None
        for number, each in enumerate(judged):
            when = before + timedelta(minutes=number)
            after = assess_link(penalty=made, **each, after=after, by=cast.zarina, at=when).pk
        return made

    return recorded


@pytest.fixture
def erased(flight, cast, before, now):
    def by_two() -> ListRetention:
        ways.closed(flight, by=cast.zarina, at=before)
        asked = ask_to_erase_list(operation=flight, by=cast.officers["firuza"], at=now)
        return erase_list_names(asked=asked, by=cast.nigina, at=now)

    return by_two


def named(operation: Operation) -> list[int]:
    return sorted(operation.roster.exclude(sealed_key=None).values_list("row", flat=True))


def test_a_penalty_judged_anew_to_be_linked_keeps_the_name(flight, held, erased):
    first, second, third, _ = flight.roster.order_by("row")
    held(first, NO_LINK, LINKED)
    held(second, NO_LINK)
    held(third, LINKED, NO_LINK)

    erased()

    assert named(flight) == [first.row]


def test_where_somebody_was_held_goes_with_the_name_of_whom_it_names_nothing_else(flight, held, erased):
    first, second, *_ = flight.roster.order_by("row")
    gone, kept = held(first, NO_LINK), held(second)

    erased()

    gone.refresh_from_db()
    kept.refresh_from_db()
    assert (gone.held_key, bool(kept.held_key)) == ("", True)


def test_where_somebody_was_held_before_they_had_a_case_goes_when_the_line_goes(flight, held, cast, now):
    entry = flight.roster.first()
    penalty = held(entry)

    forget_lines([entry.pk], by=cast.nigina, at=now)

    penalty.refresh_from_db()
    assert penalty.held_key == ""


def test_a_record_of_a_joined_line_keeps_the_line_it_was_joined_to(flight, held, erased, cast, before, now):
    first, second, *_ = flight.roster.order_by("row")
    held(second)
    join_lines(kept=first, other=second, by=cast.zarina, at=before)

    done = erased()

    assert (named(flight), done.lines) == ([first.row, second.row], 2)
    assert lists_over(on=now.date()) == ()


def test_a_day_a_joined_line_waits_for_keeps_both(flight, erased, cast, before, now):
    first, second, *_ = flight.roster.order_by("row")
    RosterEntry.objects.filter(pk=second.pk).update(again_on=now.date() + timedelta(days=9))
    join_lines(kept=first, other=second, by=cast.zarina, at=before)

    erased()

    assert named(flight) == [first.row, second.row]


@pytest.mark.parametrize("deep", [1, 3])
def test_lines_joined_to_joined_ones_stay_and_go_together(flight, held, erased, cast, before, monkeypatch, deep):
    """Also where the question does not follow so far: the erasing does."""
    monkeypatch.setattr("panoh.identification.queries.list_retention.JOINED_DEEP", deep)
    first, second, third, _ = flight.roster.order_by("row")
    held(third)
    join_lines(kept=second, other=third, by=cast.zarina, at=before)
    join_lines(kept=first, other=second, by=cast.zarina, at=before)

    erased()

    assert named(flight) == [first.row, second.row, third.row]


def test_joined_lines_of_which_nobody_keeps_a_record_go_together(flight, erased, cast, before):
    first, second, third, _ = flight.roster.order_by("row")
    join_lines(kept=second, other=third, by=cast.zarina, at=before)
    join_lines(kept=first, other=second, by=cast.zarina, at=before)

    done = erased()

    assert (named(flight), done.lines) == ([], len(ROWS))
