"""The danger a person is in and what is done against it: opened for those who look after them, and on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.protection.models import RiskAssessment, SafetyMeasure
from panoh.registry import access, ledger, vault
from panoh.registry.models import Case, EmergencyOpening, Officer
from panoh.registry.queries import cases_for
from panoh.registry.queries.purposes import is_missing, of_reading
from panoh.registry.refusals import NotPermitted


@dataclass(frozen=True)
class RiskShown:
    row: RiskAssessment
    danger: str
    own_view: str


@dataclass(frozen=True)
class MeasureShown:
    row: SafetyMeasure
    what: str


@dataclass(frozen=True)
class SafetyPage:
    """`risks` the newest first; the first stands. `asks_purpose`: how great the danger is and who does what by when is there,
    the words once the viewer said what for. To judge it waits for nothing."""

    case: Case
    risks: tuple[RiskShown, ...]
    measures: tuple[MeasureShown, ...]
    asks_purpose: bool = False

    @property
    def stands(self) -> UUID | None:
        return next((each.row.pk for each in self.risks if each.row.replaced_at is None), None)


def safety_page(viewer: Officer, case: Case, *, at: datetime) -> SafetyPage:
    access.require(viewer, access.Act.ASSESS_RISK, case)
    risks = list(case.risks.select_related("assessed_by__post__desk").order_by("-assessed_at", "-pk"))
    measures = list(case.measures.filter(ended_at=None).select_related("desk").order_by("review_on", "pk"))
    if not risks and not measures:
        return SafetyPage(case, (), ())
    if is_missing(viewer, access.Act.ASSESS_RISK, case):
        shut = tuple(RiskShown(each, "", "") for each in risks), tuple(MeasureShown(each, "") for each in measures)
        return SafetyPage(case, *shut, asks_purpose=True)
    kept, fields = of_reading(viewer, access.Act.ASSESS_RISK, case), ("risks", "measures")
    with ledger.reading():
        ledger.write(act="read_safety", by=viewer, at=at, subject=f"case:{case.pk}", fields=fields, **kept)
        return SafetyPage(case, tuple(map(_risk, risks)), tuple(map(_measure, measures)))


def measure_for(viewer: Officer, measure_id: UUID) -> SafetyMeasure:
    """A measure in a case the viewer looks after, or NotPermitted without telling whether it exists."""
    seen = cases_for(viewer, access.Act.ASSESS_RISK)
    found = SafetyMeasure.objects.select_related("case", "desk").filter(pk=measure_id, case__in=seen).first()
    if found is None:
        raise NotPermitted(_("There is no such measure, or another desk does it."), _("Ask the desk that works on it."))
    return found


def risks_due(viewer: Officer, *, until: date) -> QuerySet[RiskAssessment]:
    """Assessments of the viewer's desk, or in cases the viewer manages, that are to be looked at again."""
    rows = RiskAssessment.objects.filter(replaced_at=None, review_on__lte=until)
    mine = Q(assessed_by__post__desk=viewer.desk) | Q(case__manager=viewer)
    seen = cases_for(viewer, access.Act.ASSESS_RISK)
    return rows.filter(mine, case__in=seen).order_by("review_on", "pk")


def breaches_to_tell(viewer: Officer) -> QuerySet[EmergencyOpening]:
    """Files that were opened without right, as the data-protection officer found, where nobody judged the danger since: in cases
    of the viewer's desk, or that the viewer manages."""
    since = RiskAssessment.objects.filter(case=OuterRef("case"), assessed_at__gt=OuterRef("reviewed_at"))
    rows = EmergencyOpening.objects.filter(~Exists(since), outcome=EmergencyOpening.Outcome.BREACH)
    mine = Q(case__desk=viewer.desk) | Q(case__manager=viewer)
    return rows.filter(mine, case__in=cases_for(viewer, access.Act.ASSESS_RISK)).order_by("reviewed_at", "pk")


def measures_due(viewer: Officer, *, until: date) -> QuerySet[SafetyMeasure]:
    """Measures the viewer's desk does that are to be looked at again."""
    rows = SafetyMeasure.objects.filter(ended_at=None, review_on__lte=until, desk=viewer.desk)
    seen = cases_for(viewer, access.Act.ASSESS_RISK)
    return rows.filter(case__in=seen).order_by("review_on", "pk")


def _risk(row: RiskAssessment) -> RiskShown:
    kept = vault.unseal(row)
    return RiskShown(row, kept.get("danger", ""), kept.get("own_view", ""))


def _measure(row: SafetyMeasure) -> MeasureShown:
    return MeasureShown(row, vault.unseal(row).get("what", ""))
