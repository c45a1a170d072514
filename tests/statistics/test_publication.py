"""What of a figure may be shown, alone and beside what was shown before. The attack here is a plain count of every table that
fits; `test_publication_attack.py` holds the linear programmes to it."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from panoh.statistics.rules.figures import Breakdown, Figure, Part
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.publication.protecting import Earlier, Rounds, protected
from panoh.statistics.rules.publication.shown import Hidden, PublicFigure, figure_of, said_of
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Number, Reason, counted

YEAR = Period(PeriodKind.CALENDAR_YEAR, 2025)
KEYS = ("female", "male", "other", "unknown")


def figure(*parts: int, sex_only: bool = True) -> Figure:
    rows = Breakdown("sex", tuple(Part(key, counted(count)) for key, count in zip(KEYS, parts, strict=True)))
    return Figure("victims_presumed", "1", YEAR, "person", counted(sum(parts)), (rows,))


def by_hand(rounds: Rounds):
    """The least and most of every hidden row: one equation a round, and rows that did not move are the same unknown."""
    counts, hidden = rounds.counts, np.nonzero(rounds.hidden)[0]
    least, most = counts.astype(float), counts.astype(float)
    for number, line in enumerate(counts):
        room = line[hidden].sum() - len(hidden)
        for row in hidden:
            least[number, row] = 1 if len(hidden) > 1 else line[row]
            most[number, row] = 1 + room if len(hidden) > 1 else line[row]
    return least, most


def rows(public: PublicFigure) -> dict[str, object]:
    table = public.table("sex")
    return dict(table.parts) if table else {}


def publish(*figures: Figure) -> list[PublicFigure]:
    """One edition after the other, each published beside all before."""
    earlier: list[Earlier] = []
    for number, each in enumerate(figures, start=1):
        earlier.append(Earlier(number, each, protected(each, number, earlier, by_hand)))
    return [each.public for each in earlier]


def test_a_figure_of_many_is_shown_as_it_is():
    [public] = publish(figure(40, 30, 0, 20))

    assert public.value == Number(90)
    assert rows(public) == {"female": Number(40), "male": Number(30), "other": NoneCounted(), "unknown": Number(20)}


def test_a_small_row_is_hidden_with_company_and_nobody_stays_none():
    [public] = publish(figure(40, 30, 0, 4))

    assert public.value == Number(74)
    assert rows(public) == {"female": Number(40), "male": Hidden(), "other": NoneCounted(), "unknown": Hidden()}


def test_a_small_figure_is_hidden_with_all_of_its_rows():
    [public] = publish(figure(4, 3, 0, 0))

    assert (public.value, public.tables, public.withheld) == (Hidden(), (), ())


def test_a_table_that_cannot_be_made_safe_is_withheld_and_named():
    [public] = publish(figure(6, 5, 0, 0))

    assert (public.value, public.tables, public.withheld) == (Number(11), (), ("sex",))


def test_none_and_not_available_are_shown_as_what_they_are():
    missing = Figure("victims_presumed", "1", YEAR, "person", NotAvailable(Reason.BEFORE_RECORDS))

    assert publish(figure(0, 0, 0, 0))[0].value == NoneCounted()
    assert publish(missing)[0].value == NotAvailable(Reason.BEFORE_RECORDS)


def test_one_person_more_is_not_shown_anywhere_what_was_published_stands():
    first, second = publish(figure(40, 30, 0, 20), figure(41, 30, 0, 20))

    assert second == first


def test_ten_persons_more_are_shown():
    _first, second = publish(figure(40, 30, 0, 20), figure(50, 30, 0, 20))

    assert (second.value, second.edition, rows(second)["female"]) == (Number(100), 2, Number(50))


def test_a_person_moved_from_row_to_row_is_not_shown():
    first, second = publish(figure(40, 30, 0, 20), figure(41, 29, 0, 20))

    assert second.table("sex") == first.table("sex")


def test_a_table_stands_beside_a_new_total_and_says_which_edition_it_adds_up_to():
    first, second = publish(figure(40, 30, 0, 20), figure(49, 36, 0, 20))

    assert (second.value, second.edition) == (Number(105), 2)
    assert second.table("sex") == first.table("sex")
    assert second.table("sex").edition == 1


@pytest.mark.parametrize(
    ("then", "now"), [((2, 0, 0, 0), (12, 0, 0, 0)), ((12, 0, 0, 0), (2, 0, 0, 0)), ((3, 0, 0, 0), (4, 0, 0, 0))]
)
def test_the_rule_itself_tells_nothing_of_a_hidden_figure(then, now):
    """Shown, 12 would say that 1 or 2 were hidden before: with 3 it would not have moved by ten."""
    first, second = publish(figure(*then), figure(*now))

    assert second == first


def test_a_row_hidden_before_is_not_shown_after():
    _first, second = publish(figure(40, 30, 0, 2), figure(40, 30, 0, 12))

    assert second.value == Number(82)
    assert rows(second)["unknown"] == rows(second)["male"] == Hidden()


def test_the_text_says_what_was_shown():
    [public] = publish(figure(40, 30, 0, 4))

    assert figure_of(said_of(public)) == public
    assert "4" not in str(said_of(public)["tables"]).replace("40", "")


PARTS = st.tuples(*[st.one_of(st.integers(0, 14), st.integers(0, 60))] * 4)


@settings(max_examples=150, deadline=None)
@example([(0, 0, 1, 19), (1, 1, 0, 8), (1, 1, 0, 8)])
@given(st.lists(PARTS, min_size=1, max_size=3))
def test_every_small_count_may_still_be_any_of_more_than_nine_and_no_shown_number_moved_by_fewer(years):
    """By going through the worlds a reader cannot tell from the true one, for all that was ever published together."""
    exact = [figure(*each) for each in years]
    shown = publish(*exact)
    fresh = [(number, public) for number, public in enumerate(shown, start=1) if public.edition == number]
    values = [public.value for _number, public in fresh]

    assert not any(isinstance(value, Number) and value.small for value in values)
    for one, other in product([each.count for each in values if isinstance(each, Number)], repeat=2):
        assert not 0 < abs(one - other) < 10
    tables = [(number, public.table("sex")) for number, public in fresh]
    tables = [(table, exact[number - 1]) for number, table in tables if table and table.edition == number]
    for table, true in tables:
        hidden = [true.breakdown("sex").value(key) for key, value in table.parts if isinstance(value, Hidden)]
        assert not any(isinstance(value, Number) and value.small for _key, value in table.parts)
        if any(value.small for value in hidden):
            assert sum(number(value) for value in hidden) - len(hidden) >= 10
    for (one, _), (other, _) in product(tables, repeat=2):
        assert hidden_keys(one) == hidden_keys(other)
        pairs = [(dict(one.parts)[key], dict(other.parts)[key]) for key in KEYS if key not in hidden_keys(one)]
        assert not any(0 < abs(number(mine) - number(theirs)) < 10 for mine, theirs in pairs)


def hidden_keys(table) -> set[str]:
    return {key for key, value in table.parts if isinstance(value, Hidden)}


def number(value) -> int:
    return value.count if isinstance(value, Number) else 0
