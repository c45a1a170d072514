"""A sentence held against the article's range on its day. What does not fit is flagged with its reason and kept as the court
said it: the ranges were seen in reports, and a court may know of grounds the register does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from panoh.instruments.kinds.offence import Offence, Range
from panoh.instruments.kinds.source import Words


class Flag(StrEnum):
    BELOW = "below"
    ABOVE = "above"
    SOURCES_DIFFER = "sources_differ"
    RANGE_NOT_SEEN = "range_not_seen"
    INDEX_NOT_KNOWN = "index_not_known"
    SINCE_NOT_KNOWN = "since_not_known"
    NOT_CHARGED = "not_charged"
    OTHER_CURRENCY = "other_currency"


WORDING: dict[Flag, Words] = {
    Flag.BELOW: Words(
        "below the article’s range on that day", "ниже предела статьи на этот день", "аз ҳадди модда дар он рӯз камтар"
    ),
    Flag.ABOVE: Words(
        "above the article’s range on that day", "выше предела статьи на этот день", "аз ҳадди модда дар он рӯз зиёдтар"
    ),
    Flag.SOURCES_DIFFER: Words(
        "within one report of the range and outside another",
        "в пределах по одному источнику и вне их по другому",
        "аз рӯйи як манбаъ дар ҳудуд, аз рӯйи дигараш берун",
    ),
    Flag.RANGE_NOT_SEEN: Words(
        "no text we have read gives the range", "предел не виден ни в одном тексте", "ҳудуд дар ягон матн дида нашуд"
    ),
    Flag.INDEX_NOT_KNOWN: Words(
        "the calculation index of that day is not known",
        "показатель для расчётов на этот день неизвестен",
        "нишондиҳандаи ҳисобҳо дар он рӯз номаълум",
    ),
    Flag.SINCE_NOT_KNOWN: Words(
        "not known whether the article was in force",
        "неизвестно, действовала ли статья",
        "маълум нест, ки модда амал мекард",
    ),
    Flag.NOT_CHARGED: Words(
        "not among the articles charged", "нет среди статей обвинения", "дар байни моддаҳои айбдоркунӣ нест"
    ),
    Flag.OTHER_CURRENCY: Words(
        "a fine in another currency than the article’s: not compared",
        "штраф в иной валюте, чем в статье: не сопоставлен",
        "ҷарима на бо асъори модда: муқоиса карда нашуд",
    ),
}


@dataclass(frozen=True)
class Given:
    """What the court pronounced. Months in prison, months suspended, and a fine; `own_money`: in the country's currency, in
    which the articles are written. Another is not reckoned over: no rate of that day stands here."""

    custodial_months: int | None = None
    suspended_months: int | None = None
    fine: Decimal | None = None
    own_money: bool = True


def held_against(
    given: Given, offence: Offence, part: str, *, on: date, index: Decimal | None, charged: Iterable[str]
) -> tuple[Flag, ...]:
    """`index`: the calculation index of that day, None where it is not known. `charged`: keys of the articles charged."""
    flags: list[Flag] = []
    if offence.in_force(on) is None:
        flags.append(Flag.SINCE_NOT_KNOWN)
    if offence.key not in charged:
        flags.append(Flag.NOT_CHARGED)
    penalties = offence.penalties_on(on, part)
    years = [each.prison_years for each in penalties if each.prison_years]
    for months in (given.custodial_months, given.suspended_months):
        if months is not None:
            flags += _against(years, Decimal(months) / 12)
    if given.fine is not None and not given.own_money:
        flags.append(Flag.OTHER_CURRENCY)
    elif given.fine is not None:
        in_indices = [each.fine_indices for each in penalties if each.fine_indices]
        if in_indices and index is None:
            flags.append(Flag.INDEX_NOT_KNOWN)
        else:
            sums = [each.fine for each in penalties if each.fine]
            sums += [_times(each, index) for each in in_indices if index is not None]
            flags += _against(sums, given.fine)
    return tuple(dict.fromkeys(flags))


def _against(ranges: list[Range], amount: Decimal) -> tuple[Flag, ...]:
    if not ranges:
        return (Flag.RANGE_NOT_SEEN,)
    fits = [each.holds(amount) for each in ranges]
    if all(fits):
        return ()
    if any(fits):
        return (Flag.SOURCES_DIFFER,)
    under = all(each.at_least is not None and amount < each.at_least for each in ranges)
    return (Flag.BELOW if under else Flag.ABOVE,)


def _times(given: Range, index: Decimal) -> Range:
    def end(count: int | None) -> int | None:
        return None if count is None else int(count * index)

    return Range(end(given.at_least), end(given.at_most))
