"""The clock of the watch list, one report after another, under the law of each.

What is not known stays open: the clock carries every count that what is known allows, and says "two or three" rather than
guess. A placement that was not seen is supposed to have kept to the law; whether a seen one did is for `check`. Where
sources do not agree, the clock carries what follows from each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from panoh.assessment.rules.law import Law, law_of
from panoh.instruments.kinds.source import Citation
from panoh.instruments.kinds.statute import Statute
from panoh.instruments.kinds.tier import AcceptedPlacement, Placement, Tier, TierHistory


@dataclass(frozen=True, order=True)
class Count:
    """`years`: consecutive years on the watch list that count. `downgraded`: the country went to Tier 3 after the limit or
    more of them, and has since been on Tier 3 and the watch list only (the latest cycle of the one-year rule)."""

    years: int = 0
    downgraded: bool = False


class Bar(StrEnum):
    """What stands against a placement on the watch list."""

    NO_LIST = "no_list"
    LIMIT = "limit"
    ONE_YEAR_RULE = "one_year_rule"


@dataclass(frozen=True)
class Year:
    """One report: the placement of the history and those accepted here from source texts, if any was seen; what it can have
    been; and the count before and after it."""

    report: int
    law: Law
    placement: Placement | None
    possible: frozenset[Tier]
    before: frozenset[Count]
    after: frozenset[Count]
    waived: tuple[Citation, ...] = ()
    accepted: tuple[AcceptedPlacement, ...] = ()

    @property
    def told(self) -> tuple[Tier, ...]:
        """Every tier that a source tells, that of the history first."""
        own = (self.placement.tier,) if self.placement else ()
        return tuple(dict.fromkeys((*own, *(each.tier for each in self.accepted))))

    @property
    def seen(self) -> bool:
        return bool(self.told)

    @property
    def contested(self) -> bool:
        return len(self.told) > 1

    @property
    def tier(self) -> Tier | None:
        """None where no placement was seen, and where sources do not agree: none of them is chosen."""
        return self.told[0] if len(self.told) == 1 else None


def reckon(
    history: TierHistory,
    country: str,
    statute: Statute,
    accepted: Mapping[int, Sequence[AcceptedPlacement]] | None = None,
) -> tuple[Year, ...]:
    """Every report, first to last: the last of the history, or the last of which a placement was `accepted` (by report)."""
    beside = accepted or {}
    counts = frozenset({Count()})
    years: list[Year] = []
    for report in range(history.first_report, max(history.last_report, *beside, 0) + 1):
        year = _year(history, country, law_of(statute, report), counts, tuple(beside.get(report, ())))
        years.append(year)
        counts = year.after
    return tuple(years)


def _year(
    history: TierHistory, country: str, law: Law, counts: frozenset[Count], accepted: tuple[AcceptedPlacement, ...]
) -> Year:
    placement = history.placements[country].get(law.report)
    told = frozenset(each.tier for each in (placement, *accepted) if each)
    possible = told or _unseen(history, law)
    after = frozenset(_onward(counts, possible, law, seen=bool(told)))
    waived = history.waivers.get((country, law.report), ())
    return Year(law.report, law, placement, possible, counts, after, waived, accepted)


def after(count: Count, tier: Tier, law: Law) -> frozenset[Count]:
    """The count after one placement. Two where no text settles it: a special case may stop the clock or not."""
    match tier:
        case Tier.WATCH_LIST:
            return frozenset({Count(count.years + 1, count.downgraded) if law.counts else Count()})
        case Tier.THREE:
            ended_a_run = law.limit is not None and count.years >= law.limit_years
            return frozenset({Count(0, ended_a_run if count.years else count.downgraded)})
        case Tier.SPECIAL_CASE:
            return frozenset({count, Count()})
        case _:
            return frozenset({Count()})


def barred(count: Count, law: Law) -> Bar | None:
    """What stands against the watch list after this count, waivers granted as far as the law has them."""
    if law.watch_list is None:
        return Bar.NO_LIST
    if law.limit and count.years >= law.limit_years + law.waiver_years:
        return Bar.LIMIT
    if law.one_year_rule and count.downgraded and count.years >= law.one_year_rule.number("years"):
        return Bar.ONE_YEAR_RULE
    return None


def needs_waiver(count: Count, law: Law) -> bool:
    return law.limit is not None and count.years >= law.limit_years


def _unseen(history: TierHistory, law: Law) -> frozenset[Tier]:
    complete = history.complete.get(law.report)
    return frozenset(Tier) - (complete.tiers if complete else frozenset())


def _onward(counts: Iterable[Count], possible: Iterable[Tier], law: Law, *, seen: bool) -> Iterable[Count]:
    for count in counts:
        for tier in possible:
            broken = tier is Tier.WATCH_LIST and barred(count, law) in {Bar.NO_LIST, Bar.LIMIT}
            if seen or not broken:
                yield from after(count, tier, law)
