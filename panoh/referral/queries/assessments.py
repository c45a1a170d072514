"""How a person's needs were assessed: the sheet for the next time, the history with what changed, the days to ask again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from panoh.instruments.kinds.service import Service, ServiceGroup
from panoh.instruments.referral import service
from panoh.referral.models import AssessedService, Need, NeedsAssessment
from panoh.referral.queries.open import managed, of_desk
from panoh.referral.rules.assessing import Change, Said, sheet, what_changed
from panoh.registry import access, ledger, vault
from panoh.registry.models import Case, Officer
from panoh.registry.queries import cases_for
from panoh.registry.queries.purposes import of_reading


@dataclass(frozen=True)
class AssessedLine:
    """One service in one assessment. `before`: what was said last, where it was something else."""

    service: Service
    row: AssessedService
    words: str
    before: str


@dataclass(frozen=True)
class AssessmentShown:
    row: NeedsAssessment
    own_words: str
    not_wanted: str
    groups: tuple[tuple[ServiceGroup, tuple[AssessedLine, ...]], ...]

    @property
    def changes(self) -> int:
        return sum(bool(line.before) for _group, lines in self.groups for line in lines)


@dataclass(frozen=True)
class SheetPage:
    """What to ask, with what was said last. `after`: the newest assessment, whoever wrote it."""

    case: Case
    groups: tuple[tuple[ServiceGroup, tuple[Service, ...]], ...]
    last: Mapping[str, str]
    newest: NeedsAssessment | None
    after: UUID | None


def assessments_of(viewer: Officer, case: Case) -> QuerySet[NeedsAssessment]:
    """All of them to whoever works on the case; to a desk it was shown to, its own."""
    return assessments_seen(case, viewer, access.works_on(viewer, access.Act.RECORD_NEED, case))


def assessments_seen(case: Any, viewer: Officer, works: bool) -> QuerySet[NeedsAssessment]:
    """`works`: whether the viewer works on the case."""
    rows = NeedsAssessment.objects.filter(case=case).order_by("assessed_at", "pk")
    return rows if works else rows.filter(assessed_by__post__desk=viewer.desk)


def sheet_page(viewer: Officer, case: Case) -> SheetPage:
    """Nothing sealed is opened for it."""
    rows = list(assessments_of(viewer, case).prefetch_related("services"))
    last = {each.service: said_in_words(_said(each)) for row in rows for each in row.services.all()}
    after = case.needs_assessments.filter(followed_at=None).values_list("pk", flat=True).first()
    return SheetPage(case, sheet(child=case.track == Case.Track.CHILD), last, rows[-1] if rows else None, after)


def history(viewer: Officer, case: Case, *, at: datetime) -> tuple[AssessmentShown, ...]:
    """The newest first, each against what was said before. Opening them is on record."""
    access.require(viewer, access.Act.RECORD_NEED, case)
    related = assessments_of(viewer, case).select_related("assessed_by__post__desk")
    rows = list(related.prefetch_related("services__need"))
    if not rows:
        return ()
    said = [{each.service: _said(each) for each in row.services.all()} for row in rows]
    own = all(row.assessed_by.post.desk_id == viewer.desk.pk for row in rows)
    kept = {} if own else of_reading(viewer, access.Act.RECORD_NEED, case)
    with ledger.reading():
        fields = ("own_words", "not_wanted", "words")
        ledger.write(act="read_needs_assessments", by=viewer, at=at, subject=f"case:{case.pk}", fields=fields, **kept)
        shown = [_shown(row, what_changed(said[:number], said[number])) for number, row in enumerate(rows)]
    return tuple(reversed(shown))


def to_assess_again(viewer: Officer, *, until: date) -> QuerySet[NeedsAssessment]:
    """For whoever works on the case, and for the desk that set the day as long as it sees the case."""
    if not access.may(viewer, access.Act.RECORD_NEED):
        return NeedsAssessment.objects.none()
    seen = cases_for(viewer, access.Act.RECORD_NEED)
    ours = of_desk(viewer, "case__") | managed(viewer, "case__")
    mine = ours | Q(assessed_by__post__desk=viewer.desk, case__in=seen)
    return NeedsAssessment.objects.filter(mine, followed_at=None, again_on__lte=until)


def said_in_words(said: Said) -> str:
    wish = str(AssessedService.Wish(said.wish).label)
    return f"{wish}, {Need.Urgency(said.urgency).label}" if said.urgency else wish


def _said(row: AssessedService) -> Said:
    return Said(row.wish, row.urgency)


def _shown(row: NeedsAssessment, changes: tuple[Change, ...]) -> AssessmentShown:
    kept = vault.unseal(row)
    before = {each.service: said_in_words(each.before) for each in changes}
    words = kept.get("words", {})
    lines = [
        AssessedLine(service(each.service), each, words.get(each.service, ""), before.get(each.service, ""))
        for each in row.services.all()
    ]
    asked = {line.service.key: line for line in lines}
    groups = tuple(
        (group, tuple(asked[each.key] for each in found if each.key in asked)) for group, found in sheet(child=True)
    )
    return AssessmentShown(
        row, kept.get("own_words", ""), kept.get("not_wanted", ""), tuple(each for each in groups if each[1])
    )
