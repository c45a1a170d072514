"""What is in a list of penalties an officer sent: counts, every fault with row and column, how far it is compared."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.exchange.manifest.faults import shape_of
from panoh.exchange.penalties.reading import Penalties
from panoh.exchange.queries import SAMPLES, Told, contents_of, told, unusable_in_words
from panoh.justice.models import PenaltyHit, PenaltyList
from panoh.registry import access, vault
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted


@dataclass(frozen=True)
class PenaltySummary:
    """`hits`: how many were put before a person; of these `open_hits` wait. Nobody is named."""

    sent: PenaltyList
    about_file: tuple[tuple[str, str], ...]
    needs: str
    columns: tuple[tuple[str, str], ...]
    samples: tuple[str, ...]
    left_out: tuple[str, ...]
    rows: int
    bad: int
    faults: tuple[Told, ...]
    more: int
    hits: int
    open_hits: int


def list_for(viewer: Officer, list_id: UUID) -> PenaltyList:
    """A list the viewer sent and that is still kept. Nobody else opens it, nor learns that there is one."""
    kept = _mine(viewer).filter(pk=list_id).select_related("source").first()
    if kept is None:
        raise NotPermitted(
            _("This list is no longer kept, or it was sent by someone else."),
            _("Send the file again; nobody is doubled by it."),
            subject=f"list:{list_id}",
        )
    return kept


def open_penalty_lists(viewer: Officer) -> QuerySet[PenaltyList]:
    """Lists the viewer sent that are still kept, so that none is forgotten half-way."""
    return _mine(viewer).defer("sealed").order_by("-sent_at")


def _mine(viewer: Officer) -> QuerySet[PenaltyList]:
    access.require(viewer, access.Act.RUN_OPERATION)
    return PenaltyList.objects.filter(officer=viewer, sealed__isnull=False)


def penalties_of(sent: PenaltyList) -> Penalties:
    return Penalties.of(vault.unseal(sent)["penalties"])


def penalty_summary(sent: PenaltyList, *, language: str) -> PenaltySummary:
    """A dry run: reads all, compares nobody."""
    contents, found = contents_of(sent), penalties_of(sent)
    shown, more = told(found.faults, language)
    hits = PenaltyHit.objects.filter(list=sent)
    counted = hits.aggregate(all=Count("pk"), open=Count("pk", filter=Q(state=PenaltyHit.HitState.PROPOSED)))
    pairs = tuple(zip(contents.headings, found.fields, strict=True))
    return PenaltySummary(
        sent=sent,
        about_file=tuple((note.what(language), note.remedy(language)) for note in contents.notes),
        needs=unusable_in_words(contents.unusable, language) if contents.unusable else "",
        columns=pairs,
        samples=tuple(" | ".join(map(shape_of, each.cells[:8])) for each in contents.records[:SAMPLES]),
        left_out=tuple(heading for heading, field in pairs if heading and not field),
        rows=len(found.rows),
        bad=len(found.bad),
        faults=shown,
        more=more,
        hits=counted["all"],
        open_hits=counted["open"],
    )
