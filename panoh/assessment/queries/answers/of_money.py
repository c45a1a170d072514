"""Reckonings for answer files of money: budget lines and houses of the calendar year by payer, planned and spent, and what
went to NGOs. Sums of different currencies are never added, and an amount nobody wrote is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.db.models import Q

from panoh.assessment.queries.answers.about import About, in_all_languages, sums, table
from panoh.assessment.rules.answers.counts import Cell, Count
from panoh.instruments.kinds.source import Words
from panoh.prevention.models import BudgetLine, Spending
from panoh.prevention.queries.spending import Spent, by_programme, of_houses
from panoh.prevention.rules.totals import Total
from panoh.protection.models import ServiceGiven
from panoh.statistics.rules.wording import NOT_KNOWN

_Payer = ServiceGiven.Payer


def state_money(about: About) -> Count:
    return _money(about, "state_money", _STATE, _Payer.STATE)


def donor_money(about: About) -> Count:
    return _money(about, "donor_money", _DONORS, _Payer.INTERNATIONAL, _Payer.NGO)


def investigation_money(about: About) -> Count:
    """Lines for investigation and prosecution, whoever pays."""
    return _money(about, "investigation_money", _LAW, *_Payer, only=BudgetLine.Programme.INVESTIGATION)


def money_to_ngos(about: About) -> Count:
    """Spending of the state that went to an NGO, as far as the line says to whom it went."""
    spent = Spending.objects.filter(
        Q(provider__agency__kind="ngo"),
        line__payer=_Payer.STATE,
        on__range=about.days,
        taken_back_at=None,
        amount__gt=0,
    )
    bodies = spent.values("provider__agency").distinct().count()
    rows = sums("paid", Words("paid", "выплачено", "пардохт шуд"), spent, "line__currency", "amount")
    return about.count("money_to_ngos", _NGOS, _BODIES, bodies, [table(_SUMS, rows)])


def _money(about: About, source: str, name: Words, *payers: str, only: str = "") -> Count:
    year = about.days[0].year
    lines = [each for each in by_programme(year) if each.payer in payers and only in {"", each.key}]
    houses = [] if only else [each for each in of_houses(year) if each.payer in payers]
    rows = [*_rows(lines), *_rows(houses)]
    return about.count(source, name, _ENTRIES, len(lines) + len(houses), [table(_SUMS, rows)])


def _rows(found: Iterable[Spent]) -> Iterator[tuple[str, Words, Cell | int]]:
    for each in found:
        programme = BudgetLine.Programme(each.key).label if each.key else None
        what = in_all_languages(programme) if programme else _HOUSES
        payer = in_all_languages(_Payer(each.payer).label)
        for key, told, total in (("planned", _PLANNED, each.allocated), ("spent", _SPENT, each.spent)):
            if total is not None:
                named = Words("{what}, {payer}: {told}").fill(what=what, payer=payer, told=told)
                yield f"{key}.{each.key or 'houses'}.{each.payer}", named, _sum(total)


def _sum(total: Total) -> Cell | int:
    """Each currency by itself; with a part nobody wrote, what is known and that it is not all."""
    if total.none:
        return 0
    said = "; ".join(f"{value:.2f} {currency}" for currency, value in total.own)
    if total.known:
        return Words(said)
    return _AT_LEAST.fill(sum=said) if said else NOT_KNOWN


_STATE = Words("Money of the state", "Деньги государства", "Маблағи давлат")
_DONORS = Words(
    "Money of international organisations and NGOs",
    "Деньги международных организаций и НПО",
    "Маблағи ташкилотҳои байналмилалӣ ва ТҒҲ",
)
_LAW = Words("Money for investigation", "Деньги на расследование", "Маблағ барои тафтишот")
_NGOS = Words("NGOs paid by the state", "НПО, получившие деньги государства", "ТҒҲ, ки аз давлат маблағ гирифтанд")
_BODIES = Words("bodies", "органы", "мақомот")
_ENTRIES = Words("programmes and payers with lines", "программы и плательщики", "барномаҳо ва пардохткунандагон")
_HOUSES = Words("shelters", "приюты", "паноҳгоҳҳо")
_PLANNED = Words("planned", "запланировано", "ба нақша гирифта")
_SPENT = Words("spent", "израсходовано", "харҷ шуд")
_SUMS = Words("Sums", "Суммы", "Маблағҳо")
_AT_LEAST = Words("{sum}, and parts nobody wrote down", "{sum} и незаписанные части", "{sum} ва қисмҳои навиштанашуда")

OF_MONEY: dict[str, Callable[[About], Count]] = {
    each.__name__: each for each in (state_money, donor_money, investigation_money, money_to_ngos)
}
