"""What is under reconsideration, what was told of a decision, and who took part before. Opening grounds is on record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Decision, Panel, PanelSeat, Reconsideration, Telling
from panoh.registry import access, ledger, vault
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Officer
from panoh.registry.queries.purposes import of_reading
from panoh.registry.refusals import Conflict

FIELDS = ("grounds", "representative")
_SIGNED = ("proposed_by__post", "signed_by__post")
_DECISIONS = Beside(lambda of: Decision.objects.filter(case=of).select_related(*_SIGNED).order_by("proposed_at"))
_TELLINGS = Beside(
    lambda of: Telling.objects.filter(decision=of).select_related("told_by__post").order_by("pk"), "decision"
)
_ASKED = Beside(
    lambda of: Reconsideration.objects.filter(case=of, decided_at=None).select_related("decision").order_by("pk")
)


@dataclass(frozen=True)
class Grounds:
    """Why somebody asks that others look again; `representative` is who speaks for the person, where somebody does."""

    asked: Reconsideration
    grounds: str
    representative: str


def standing_decision(case: Case) -> Decision | None:
    """The last decision in effect."""
    final = (each for each in decisions_in(case) if each.status == Decision.Status.FINAL)
    return max(final, key=_in_order, default=None)


def decisions_in(case: Case) -> tuple[Decision, ...]:
    """Every decision and every proposal, the first first."""
    return _DECISIONS.of(case)


def tellings_of(decision: Decision) -> tuple[Telling, ...]:
    """Every try to tell it, the first first."""
    return _TELLINGS.of(decision)


def _in_order(decision: Decision) -> tuple[datetime, bool, bool]:
    """By the moment it took effect; at one moment the formal after the preliminary, a review after what it reviews."""
    at = decision.signed_at or decision.proposed_at
    return at, decision.stage == Decision.Stage.FORMAL, decision.reconsiders_id is not None


def told(decision: Decision) -> Telling | None:
    """The telling that was understood."""
    return next((each for each in tellings_of(decision) if each.outcome == Telling.Outcome.UNDERSTOOD), None)


def decision_to_tell(case: Case) -> Decision | None:
    """The decision in effect, while nobody has told it in a way that was understood."""
    decision = standing_decision(case)
    return decision if decision is not None and told(decision) is None else None


def to_be_told(case: Case) -> Decision:
    """The decision to tell; Conflict where a colleague told it meanwhile."""
    decision = decision_to_tell(case)
    if decision is None:
        raise Conflict(
            _("Nothing waits to be told in this case."),
            _("Open the case again to see what was told, when and by whom."),
            subject=f"case:{case.pk}",
        )
    return decision


def under_review(case: Case) -> Reconsideration | None:
    """The open request; None where nothing is reconsidered now."""
    return _ASKED.first(case)


def read_grounds(case: Case, viewer: Officer, *, at: datetime) -> Grounds | None:
    """What is laid before whoever decides anew. Whoever wrote it down is not asked what for."""
    asked = under_review(case)
    if asked is None:
        return None
    access.require(viewer, access.Act.READ_SCREENING, case)
    own, subject = asked.recorded_by_id == viewer.pk, f"case:{case.pk}"
    kept_for = {} if own else of_reading(viewer, access.Act.READ_SCREENING, case)
    with ledger.reading():
        ledger.write(act="read_grounds", by=viewer, at=at, subject=subject, fields=FIELDS, **kept_for)
        kept = vault.unseal(asked)
    return Grounds(asked, kept.get("grounds", ""), kept.get("representative", ""))


def took_part(case: Case) -> frozenset[int]:
    """Whoever proposed, signed, sent back, sat or voted in this case before, or called a panel together that decided."""
    return frozenset(took_part_in([case.pk])[case.pk])


def took_part_in(cases: Collection[UUID]) -> dict[UUID, set[int]]:
    """The same of several cases, read together."""
    found: dict[UUID, set[int]] = defaultdict(set)
    rows = Decision.objects.filter(case__in=cases).values_list("case", "proposed_by", "signed_by", "returned_by")
    for case, *officers in rows:
        found[case].update(each for each in officers if each is not None)
    sat = PanelSeat.objects.filter(Q(status=PanelSeat.Status.SITS) | ~Q(voted_at=None), panel__case__in=cases)
    called = Panel.objects.filter(case__in=cases).exclude(decision=None)
    members = sat.exclude(panel__decision=None).values_list("panel__case", "officer")
    for case, officer in (*members, *called.values_list("case", "convened_by")):
        found[case].add(officer)
    return found


def cases_decided_by(officer: Officer) -> QuerySet[Decision]:
    """The cases in which this officer took part in a decision, as `took_part` has it: others reconsider those."""
    own = Q(proposed_by=officer) | Q(signed_by=officer) | Q(returned_by=officer) | Q(panel__convened_by=officer)
    sat = Q(panel__seats__officer=officer) & (
        Q(panel__seats__status=PanelSeat.Status.SITS) | Q(panel__seats__voted_at__isnull=False)
    )
    return Decision.objects.filter(own | sat)
