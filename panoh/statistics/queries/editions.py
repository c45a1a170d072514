"""Frozen figures: which edition of a period stands, what it says, and what the records say differently today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.figure import Definition
from panoh.instruments.kinds.source import Words
from panoh.instruments.statistics import definitions
from panoh.registry import access
from panoh.registry.models import LedgerEntry, Officer
from panoh.registry.refusals import Refused
from panoh.statistics.models import Edition
from panoh.statistics.queries.figures import figure, figures, records_from, today
from panoh.statistics.rules.editions import Difference, Frozen, differences, digest, read
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.periods import Period
from panoh.statistics.rules.rows import Row


@dataclass(frozen=True)
class EditionPage:
    """One edition: what was frozen, what differs today, and what this officer may do about it."""

    edition: Edition
    frozen: Frozen
    rows: tuple[tuple[Figure, Row], ...]
    differences: tuple[Difference, ...]
    whole: bool
    stands: bool
    may_sign: bool
    may_correct: bool


@dataclass(frozen=True)
class EditionsPage:
    editions: tuple[Edition, ...]
    may_prepare: bool


@dataclass(frozen=True)
class Proved:
    """Whether an edition is what was signed. `fault` is empty where it is."""

    edition: Edition
    fault: str = ""


def in_force(period: Period) -> Edition | None:
    """The edition of the period that stands: the newest one signed."""
    signed = _editions().filter(kind=period.kind, year=period.year, signature__approved=True)
    return signed.order_by("-number").first()


def frozen_of(years: range) -> dict[Period, Frozen]:
    """What stands for every period that begins in these years and was frozen, read at once."""
    signed = _editions().filter(year__gte=years.start, year__lt=years.stop, signature__approved=True)
    newest = {each.period: each for each in signed.order_by("number")}
    return {period: read(each.text) for period, each in newest.items()}


def figure_as_it_stands(
    definition: Definition, period: Period, kept: Mapping[Period, Frozen], *, since: date | None, on: date
) -> Figure:
    """The frozen figure where the period was frozen (`kept`), else counted from the records now."""
    found = kept[period].figure(definition.id) if period in kept else None
    return found or figure(definition, period, since=since, on=on)


def editions_for(viewer: Officer) -> EditionsPage:
    access.require(viewer, access.Act.SEE_FIGURES)
    found = tuple(_editions().order_by("-year", "kind", "-number"))
    return EditionsPage(found, access.may(viewer, access.Act.PREPARE_FIGURES))


def edition_for(viewer: Officer, edition_id: int) -> Edition:
    access.require(viewer, access.Act.SEE_FIGURES)
    found = _editions().filter(pk=edition_id).first()
    if found is None:
        raise Refused(_("There is no such edition."), _("Choose one from the list of frozen figures."))
    return found


def edition_page(viewer: Officer, edition_id: int, *, now: datetime) -> EditionPage:
    edition = edition_for(viewer, edition_id)
    frozen, counted = read(edition.text), _counted(edition.period, now)
    stands = in_force(edition.period) == edition
    return EditionPage(
        edition=edition,
        frozen=frozen,
        rows=tuple(_beside(frozen, counted)),
        differences=differing(frozen, counted.values()),
        whole=not fault_of(edition),
        stands=stands,
        may_sign=not edition.signed and access.may(viewer, access.Act.SIGN_FIGURES) and edition.prepared_by != viewer,
        may_correct=stands and access.may(viewer, access.Act.PREPARE_FIGURES),
    )


def differing(frozen: Frozen, counted: Iterable[Figure]) -> tuple[Difference, ...]:
    """What the records say differently today. `counted`: the same figures counted now."""
    names = {each.id: each.name for each in definitions()}
    return tuple(differences(frozen, counted, names, region_names()))


def proved() -> Iterator[Proved]:
    """Every edition held against its hash, and against the hash the ledger kept when it was prepared and signed."""
    for edition in _editions().order_by("pk"):
        yield Proved(edition, fault_of(edition))


def fault_of(edition: Edition) -> str:
    """What does not fit, in plain words; empty where all does."""
    if digest(edition.text) != edition.digest:
        return "its text is not the one its hash was made of"
    kept = LedgerEntry.objects.filter(subject=f"edition:{edition.pk}").values_list("act", "detail")
    lines = {act: detail.get("digest") for act, detail in kept}
    if not {"prepare_edition", "correct_edition"} & lines.keys():
        return "the ledger knows nothing of its preparing"
    if edition.signed and "sign_edition" not in lines:
        return "the ledger knows nothing of its signature"
    wrong = [act for act, seen in lines.items() if seen is not None and seen != edition.digest]
    return f"the ledger kept another hash ({', '.join(wrong)})" if wrong else ""


def region_names() -> Mapping[str, Words]:
    return {each.code: each.name for each in countries.divisions(settings.COUNTRY) if not each.parent}


def _counted(period: Period, now: datetime) -> dict[str, Figure]:
    return {each.definition: each for each in figures(period, since=records_from(), on=today(now))}


def _beside(frozen: Frozen, counted: Mapping[str, Figure]) -> Iterator[tuple[Figure, Row]]:
    """The total of each frozen figure; a definition that is gone since shows no count of today."""
    for each in frozen.figures:
        now = counted.get(each.definition)
        name, _counts = frozen.words[each.definition]
        yield each, Row("", "", name, now.value if now else each.value, each.value)


def _editions() -> QuerySet[Edition]:
    return Edition.objects.select_related("signature__by__post", "prepared_by__post", "corrects")
