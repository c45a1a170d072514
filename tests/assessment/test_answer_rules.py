"""Rules of the answer file: kinds of answers never mixed, money at its own rate, small numbers that stay hidden."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.assessment.queries.answers.counted import KNOWN
from panoh.assessment.rules.answers.counts import Count, CountRow, CountTable, Hidden, protected
from panoh.assessment.rules.answers.money import Money
from panoh.assessment.rules.answers.said import Kind, Said, faults
from panoh.assessment.rules.answers.shares import completeness, non_citizens
from panoh.instruments.assessment import questionnaire
from panoh.instruments.kinds.questionnaire import Small
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.values import SMALL, NoneCounted, Number, counted

TODAY = date(2026, 11, 16)
SUM = Money("Shelter", Decimal("1132.00"), "TJS", date(2026, 5, 1))


def item(key: str):
    found = questionnaire().find(key)
    assert found is not None
    return found


def wrong(key: str, **said: object) -> str:
    answer = Said(**{"kind": Kind.ANSWERED, **said})
    return " ".join(each.en for each in faults(answer, item(key), today=TODAY))


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("A23", {"number": 1}),
        ("A23", {"kind": Kind.NONE}),
        ("A23", {"kind": Kind.NOT_AVAILABLE, "because": "The register began in May."}),
        ("X10", {"yes": False}),
        ("B31", {"on": TODAY}),
        ("B13", {"money": (SUM,)}),
        ("A25", {"text": "x" * 10_000}),
        ("S02", {"text": "Hotline 2244-3355, in 2024-2025"}),
    ],
)
def test_what_an_item_asks_for_can_be_said(key, said):
    assert wrong(key, **said) == ""


@pytest.mark.parametrize(
    ("key", "said", "because"),
    [
        ("A23", {}, "no answer yet"),
        ("A23", {"number": 0}, "choose “none”"),
        ("A23", {"number": -4}, "one or more"),
        ("A23", {"number": 10**10}, "too many"),
        ("A23", {"kind": Kind.NONE, "number": 3}, "stand alone"),
        ("A23", {"kind": Kind.NOT_AVAILABLE}, "Say why"),
        ("A23", {"kind": Kind.NOT_AVAILABLE, "because": "Lost.", "number": 3}, "stand alone"),
        ("A25", {"kind": Kind.NONE}, "Answer this one in words"),
        ("A25", {"number": 3}, "does not ask for that kind"),
        ("A25", {"text": "x" * 10_001}, "too long"),
        ("A25", {"text": "x", "source": "y" * 501}, "too long"),
        ("A25", {"text": "As in case 7F3K-92QD."}, "take out whatever points at a person"),
        ("B31", {"on": date(2026, 11, 17)}, "plans do not count"),
        ("B13", {"money": (Money("x", Decimal(0), "TJS", TODAY),)}, "more than zero"),
        ("B13", {"money": (Money("x", Decimal(5), "tjs", TODAY),)}, "no currency"),
        ("B13", {"money": (Money("x", Decimal(5), "TJS", date(2027, 1, 1)),)}, "still to come"),
        ("B13", {"money": (Money("x", Decimal(5), "TJS", TODAY, rate=Decimal("11.32")),)}, "with its day and its source"),
        ("B13", {"money": (Money("x", Decimal(5), "TJS", TODAY, Decimal(0), TODAY, "Bank"),)}, "more than zero"),
    ],
)  # fmt: skip
def test_what_does_not_hold_together_is_named(key, said, because):
    assert because in wrong(key, **said)


def test_dollars_are_reckoned_at_the_rate_given_and_never_without_one():
    rated = Money("Shelter", Decimal("1132.00"), "TJS", TODAY, Decimal("11.32"), TODAY, "National Bank")

    assert rated.dollars == Decimal("100.00")
    assert SUM.dollars is None
    assert Money("Grant", Decimal("5.50"), "USD", TODAY).dollars == Decimal("5.50")
    assert Money.of(rated.as_json()) == rated


@given(st.builds(Said, kind=st.sampled_from(Kind), number=st.none() | st.integers(1, 9), text=st.text(max_size=40)))
def test_what_was_said_is_read_back_as_it_was(said):
    assert Said.of(said.as_json()) == said


def count(*rows: int, total: int | None = None, parts: bool = True) -> Count:
    made = tuple(CountRow(f"sex.{at}", Words(str(at)), counted(many)) for at, many in enumerate(rows))
    value = counted(sum(rows) if total is None else total)
    return Count("x", "1", Words("x"), Words("x"), TODAY, TODAY, value, (CountTable(Words("Sex"), made, parts),))


def shown(made: Count) -> list[object]:
    return [row.value for row in made.tables[0].rows]


def test_a_small_row_is_hidden_and_another_with_it():
    assert shown(protected(count(40, 4, 30, 0), Small.CELLS)) == [Number(40), Hidden(), Hidden(), NoneCounted()]


def test_none_is_told_and_large_rows_stay():
    assert shown(protected(count(40, 0, 30), Small.CELLS)) == [Number(40), NoneCounted(), Number(30)]


def test_rows_that_do_not_add_up_hide_the_small_ones_alone():
    assert shown(protected(count(40, 4, 30, parts=False, total=50), Small.CELLS)) == [Number(40), Hidden(), Number(30)]


def test_a_small_total_is_hidden_only_where_the_item_says_so_and_its_rows_with_it():
    assert protected(count(3, 4), Small.CELLS).value == Number(7)
    assert protected(count(3, 4), Small.ALL).value == Hidden()
    assert set(map(type, shown(protected(count(3, 4), Small.ALL)))) == {Hidden}
    assert protected(count(3, 4), Small.PUBLIC) == count(3, 4)


@given(st.lists(st.integers(0, 60), min_size=2, max_size=8))
def test_from_the_total_and_the_rows_shown_no_single_small_row_can_be_reckoned_back(rows):
    """What is hidden is none, or at least two rows that together leave more than a small number open."""
    told = shown(protected(count(*rows), Small.CELLS))
    hidden = [many for many, value in zip(rows, told, strict=True) if isinstance(value, Hidden)]

    assert all(not 0 < many < SMALL or isinstance(value, Hidden) for many, value in zip(rows, told, strict=True))
    assert not hidden or len(hidden) > 1 or sum(rows) == hidden[0]


def victims(foreign: int, own: int) -> Count:
    rows = (
        CountRow("nationality_group.own", Words("own"), counted(own)),
        CountRow("nationality_group.foreign", Words("foreign"), counted(foreign)),
        CountRow("nationality_group.unknown", Words("not known"), counted(0)),
    )
    table = CountTable(Words("Nationality"), rows, parts=True)
    return Count("victims_identified", "1", Words("x"), Words("x"), TODAY, TODAY, counted(foreign + own), (table,))


def test_a_share_is_told_only_where_its_row_is():
    assert non_citizens(victims(25, 75)).value == Words("25 %")
    assert non_citizens(protected(victims(3, 75), Small.CELLS)).value == Hidden()
    assert non_citizens(victims(0, 75)).value == NoneCounted()
    assert completeness(victims(25, 75)).row("nationality_group.unknown") == Words("100 %")


def test_every_reckoning_an_item_names_is_there_and_every_one_is_named():
    assert {key for each in questionnaire().items for key in each.counts} == KNOWN
