"""What the desk shows: work from every stage, cases found, one case on one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from panoh.identification import queries as identification
from panoh.protection import queries as protection
from panoh.referral import queries as referral
from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import Case, Desk, LedgerEntry, Officer, Post
from panoh.registry.queries import cases_for, find_people
from panoh.registry.references import reference_from
from panoh.registry.worklists import Worklist
from panoh.screening import queries as screening

SHOWN = 15
_STAGES = (screening, identification, referral, protection)


def my_worklists(viewer: Officer, *, now: datetime) -> tuple[Worklist, ...]:
    """Each stage's most urgent work for this post, the rest on the stage's own page; one without any is left out."""
    lists = (stage.worklist(viewer, now=now) for stage in _STAGES)
    return tuple(replace(each, items=each.items[:SHOWN]) for each in lists if each.total)


def find_cases(viewer: Officer, *, text: str, at: datetime) -> tuple[Case, ...]:
    """Cases the viewer may see, by reference, name in any script, or document number. The search itself is recorded."""
    return _find(text=text.strip(), by=viewer, at=at)


@act
def _find(*, text: str, by: Officer, at: datetime) -> tuple[Case, ...]:
    visible = cases_for(by).select_related("person")
    found = list(visible.filter(reference=reference_from(text))) or list(
        visible.filter(person__in=find_people(names=(text,), documents=(text,))).order_by("-opened_at")[:50]
    )
    ledger.write(act="find", by=by, at=at, found=[str(case.pk) for case in found])
    return tuple(found)


def desks_with_posts() -> QuerySet[Desk]:
    """Every desk with its posts and who holds them, agency by agency."""
    officers = Prefetch("officers", Officer.objects.filter(is_active=True).order_by("name"))
    posts = Prefetch("posts", Post.objects.order_by("pk").prefetch_related(officers))
    return Desk.objects.select_related("agency").prefetch_related(posts).order_by("agency_id", "pk")


def ledger_lines(*, before: int | None, subject: str, limit: int = 100) -> tuple[LedgerEntry, ...]:
    lines = LedgerEntry.objects.select_related("officer__post__desk").order_by("-seq")
    if before is not None:
        lines = lines.filter(seq__lt=before)
    if subject:
        lines = lines.filter(subject=subject)
    return tuple(lines[:limit])
