"""What is public, and what waits to be. The public side reads publications and nothing besides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.queries.installation import is_demonstration
from panoh.registry.refusals import Refused
from panoh.statistics.models import Edition, Publication
from panoh.statistics.queries.editions import in_force, region_names
from panoh.statistics.rules.editions import Frozen
from panoh.statistics.rules.editions import read as frozen_read
from panoh.statistics.rules.periods import Period
from panoh.statistics.rules.publication.rows import PublicRow, ShownFigure, bars, shown
from panoh.statistics.rules.publication.text import Published, read
from panoh.statistics.rules.values import NotAvailable, Reason


@dataclass(frozen=True)
class Opened:
    """A publication with what it says."""

    publication: Publication

    @cached_property
    def said(self) -> Published:
        return read(self.publication.text)

    @cached_property
    def figures(self) -> tuple[ShownFigure, ...]:
        return shown(self.said, region_names())

    @property
    def day(self) -> date:
        """When it became public, by the country's clock."""
        assert self.publication.answered is not None
        return timezone.localtime(self.publication.answered.at, countries.country(settings.COUNTRY).zone).date()


@dataclass(frozen=True)
class Archive:
    """Everything ever published: of each period the edition that stands, and those it corrected."""

    every: tuple[Opened, ...]

    @property
    def standing(self) -> tuple[Opened, ...]:
        newest: dict[Period, Opened] = {}
        for each in self.every:
            newest.setdefault(each.said.period, each)
        return tuple(newest.values())

    @property
    def older(self) -> tuple[Opened, ...]:
        return tuple(each for each in self.every if each not in self.standing)

    @property
    def series(self) -> tuple[tuple[ShownFigure, tuple[tuple[Opened, PublicRow], ...]], ...]:
        """Each figure of the newest period over all periods, the oldest first."""
        standing = self.standing[::-1]
        found = []
        for figure in standing[-1].figures if standing else ():
            values = [each.said.figure(figure.figure.definition) for each in standing]
            missing = NotAvailable(Reason.NOT_DEFINED)
            rows = bars([(figure.name, each.value if each else missing) for each in values])
            found.append((figure, tuple(zip(standing, rows, strict=True))))
        return tuple(found)


def archive() -> Archive:
    """Newest period first, of each the newest edition first."""
    found = [Opened(each) for each in _public().order_by("-edition__year", "edition__kind", "-edition__number")]
    return Archive(tuple(sorted(found, key=lambda each: each.said.period.last, reverse=True)))


def installation() -> dict[str, object]:
    """Whose figures they are, and whether they are invented."""
    return {"country": countries.country(settings.COUNTRY), "demo": is_demonstration()}


def opened(publication_id: int) -> Opened | None:
    """None where nothing public has this number, whatever else may."""
    found = _public().filter(pk=publication_id).first()
    return Opened(found) if found else None


def before(edition: Edition) -> list[tuple[Frozen, Published]]:
    """What was published of the period of an edition, oldest first, with what its editions say exactly."""
    of_period = _public().filter(edition__kind=edition.kind, edition__year=edition.year).order_by("edition__number")
    return [(frozen_read(each.edition.text), read(each.text)) for each in of_period]


def overlapping(period: Period) -> Period | None:
    """A period of another kind that is public and shares days with this one."""
    others = {each.edition.period for each in _public()} - {period}
    return next((each for each in others if each.first <= period.last and period.first <= each.last), None)


def _public() -> QuerySet[Publication]:
    return _publications().filter(answer__agreed=True)


def _publications() -> QuerySet[Publication]:
    return Publication.objects.select_related("edition", "answer", "answer__by__post", "proposed_by__post")


@dataclass(frozen=True)
class Proposed:
    """A publication before it is public: what would be shown beside what stays inside."""

    opened: Opened
    frozen: Frozen
    may_answer: bool
    still_stands: bool

    @property
    def pairs(self) -> Iterable[tuple[ShownFigure, int, int]]:
        """Each figure with how many of its rows are shown, and how many of all there are."""
        for each in self.opened.figures:
            exact = self.frozen.figure(each.figure.definition)
            every = 1 + sum(len(breakdown.parts) for breakdown in exact.breakdowns) if exact else 1
            rows = [each.total, *(row for table in each.tables for row in table.rows)]
            yield each, sum(not row.hidden for row in rows), every


@dataclass(frozen=True)
class PublicationsPage:
    publications: tuple[Publication, ...]
    may_propose: tuple[Edition, ...]
    """Editions that stand and were not proposed yet."""


def publications_for(viewer: Officer) -> PublicationsPage:
    access.require(viewer, access.Act.SEE_FIGURES)
    found = tuple(_publications().order_by("-proposed_at", "-pk"))
    open_or_public = {each.edition_id for each in found if each.answered is None or each.answered.agreed}
    editions = (
        Edition.objects.filter(signature__approved=True).exclude(pk__in=open_or_public).select_related("signature")
    )
    may = access.may(viewer, access.Act.PUBLISH_FIGURES)
    standing = [each for each in editions.order_by("-year", "kind") if in_force(each.period) == each]
    return PublicationsPage(found, tuple(standing) if may else ())


def publication_for(viewer: Officer, publication_id: int) -> Publication:
    access.require(viewer, access.Act.SEE_FIGURES)
    found = _publications().filter(pk=publication_id).first()
    if found is None:
        raise Refused(_("There is no such publication."), _("Choose one from the list of publications."))
    return found


def proposed_for(viewer: Officer, publication_id: int) -> Proposed:
    found = publication_for(viewer, publication_id)
    may = access.may(viewer, access.Act.PUBLISH_FIGURES) and found.proposed_by_id != viewer.pk
    return Proposed(
        opened=Opened(found),
        frozen=frozen_read(found.edition.text),
        may_answer=may and found.answered is None,
        still_stands=in_force(found.edition.period) == found.edition,
    )
