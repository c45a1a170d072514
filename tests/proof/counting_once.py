"""Two records held to be one person's count as one, and undoing it gives the very count there was: asked of the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from django.db import transaction

from panoh.identification.actions import undo_same_person
from panoh.identification.models import CountedAs, SamePerson
from panoh.registry.models import Case, CaseStep
from panoh.statistics.queries.counting import Span, cells
from panoh.statistics.queries.figures import today, zone
from panoh.statistics.rules.figures import Cell
from panoh.statistics.rules.periods import Period, PeriodKind
from tests.proof.stories import BEGAN, Told
from tests.proof.two_records import DECIDES
from tests.proof.world import Row

PRESUMED = "first_presumed_in_period"
RULES = (PRESUMED, "first_referred_in_period", "assisted_in_period")
"""Figures of what happened on a day: the day on which they are asked for changes nothing in them."""

Figures = Counter[tuple[str, Cell]]


class CountsOnce:
    """As long as two records are held to be one or a word on two is open, the figures are counted after each move. Whenever two
    are held to be one, that is undone for a moment: figures must stand as they stood after the move before."""

    __name__ = "records_of_one_person_count_once"

    def __init__(self) -> None:
        self.before: Figures = Counter()

    def __call__(self, told: Told) -> None:
        whole = _whole(told)
        counted = {row["person_id"]: row["whole_id"] for row in told.after.of(CountedAs)}
        assert counted == {key: one for key, one in whole.items() if key != one}, "counted otherwise than was held"
        if not any(_lasts(row) for records in (told.before, told.after) for row in records.of(SamePerson)):
            return
        now = _figures(told)
        people = {row["id"]: row["person_id"] for row in told.after.of(Case)}
        presumed = {people[row["case_id"]] for row in told.after.of(CaseStep) if row["to_state"] == "presumed"}
        count = sum(cell.persons * times for (rule, cell), times in now.items() if rule == PRESUMED)
        assert count == len({whole.get(each, each) for each in presumed}), f"{count} presumed"
        if told.act == DECIDES and told.done and told.given["same"]:
            self._undone(told)
        self.before = now

    def _undone(self, told: Told) -> None:
        """By whoever decided, as anybody may who decides; and taken back again."""
        with transaction.atomic():
            seen = {name: told.given[name] for name in ("pair", "case", "other")}
            undo_same_person(**seen, because="mistake", by=told.by, at=told.at)
            left, figures = dict(CountedAs.objects.values_list("person", "whole")), _figures(told)
            transaction.set_rollback(True)
        earlier = {row["person_id"]: row["whole_id"] for row in told.before.of(CountedAs)}
        assert left == earlier, "undone, and yet counted otherwise than before"
        assert figures == self.before, "undone, and yet another figure than before"


def _lasts(pair: Row) -> bool:
    """Nobody decided yet that they are two, nor undid that they are one."""
    return pair["same"] is not False and pair["undone_at"] is None


def _whole(told: Told) -> Mapping[object, object]:
    """For everybody of whom something stands, the least record of all that are one with theirs."""
    groups: list[set[object]] = []
    for row in told.after.of(SamePerson):
        if row["same"] and _lasts(row):
            pair = {row["first_id"], row["second_id"]}
            touching = [group for group in groups if group & pair]
            groups = [group for group in groups if group not in touching] + [pair.union(*touching)]
    return {key: min(group) for group in groups for key in group}


class Story(Period):
    """The year in which a story ends, with all that came before."""

    @property
    def first(self) -> date:
        return BEGAN.date()


def _figures(told: Told) -> Figures:
    on = today(told.at)
    whole = Span(Story(PeriodKind.CALENDAR_YEAR, on.year), zone(), on)
    return Counter((rule, cell) for rule in RULES for cell in cells(rule, whole))
