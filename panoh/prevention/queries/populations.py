"""Populations at risk: how many there are said to be, and how many of them were screened in a period, by counting alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.identification.queries.counted_as import how_many, told_of
from panoh.instruments import countries
from panoh.instruments.kinds.site_interview import Population
from panoh.instruments.prevention import populations
from panoh.prevention.models import PopulationOperation, PopulationSize
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.refusals import Refused
from panoh.screening.models import Screening

STATELESS = "XX"
EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)


@dataclass(frozen=True)
class PopulationShown:
    """`screened` is empty where no record tells who is of it and no operation was said to be about it: not available, and
    not none. `coverage`: in a hundred, where the size is known."""

    population: Population
    sizes: tuple[PopulationSize, ...]
    screened: int | None
    operations: int

    @property
    def size(self) -> PopulationSize | None:
        return self.sizes[0] if self.sizes else None

    @property
    def coverage(self) -> float | None:
        known = self.size.size if self.size else None
        return round(100 * self.screened / known, 1) if known and self.screened is not None else None


def populations_for(viewer: Officer, *, start: date, end: date) -> tuple[PopulationShown, ...]:
    """Counts for every post that sees figures. `start` and `end` are both within the period."""
    access.require(viewer, access.Act.SEE_FIGURES)
    if start < EARLIEST or end > LATEST:
        raise Refused(_("No records are of such days."), _("Choose days between 1990 and 2099."))
    sizes = PopulationSize.objects.filter(as_of__lte=end).order_by("-as_of", "-pk")
    said = dict(PopulationOperation.objects.values_list("population").annotate(Count("pk")).order_by())
    return tuple(
        PopulationShown(
            population=each,
            sizes=tuple(row for row in sizes if row.population == each.key),
            screened=screened(each, start=start, end=end),
            operations=said.get(each.key, 0),
        )
        for each in populations()
    )


def screened(population: Population, *, start: date, end: date) -> int | None:
    """People with a finished screening in the period, each once; None where nothing could tell."""
    about = PopulationOperation.objects.filter(population=population.key)
    of_it = _of(population)
    if of_it is None and not about.exists():
        return None
    asked = Q(roster_entry__operation__in=about.values("operation"))
    rows = _finished(start, end).filter(asked | of_it if of_it is not None else asked)
    return how_many(rows)


def _of(population: Population) -> Q | None:
    """What records say of a person and of the operation they were met in; all of what the rule names must hold."""
    met = Q()
    if population.nationality == "stateless":
        met &= Q(nationality=STATELESS)
    elif population.nationality:
        own = countries.country(settings.COUNTRY).alpha2
        met &= ~Q(nationality__in=("", STATELESS, own))
    if population.kinds:
        met &= Q(roster_entry__operation__kind__in=population.kinds)
    if population.sectors:
        met &= Q(roster_entry__operation__sector__in=population.sectors)
    return met or None


def _finished(start: date, end: date) -> QuerySet[Screening]:
    first, after = (timezone.make_aware(datetime.combine(day, time())) for day in (start, end + timedelta(days=1)))
    rows = Screening.objects.filter(outcome=Screening.Outcome.FINISHED, case__isnull=False)
    rows = rows.filter(finished_at__gte=first, finished_at__lt=after)
    return rows.alias(nationality=told_of("case__person", "nationality"))
