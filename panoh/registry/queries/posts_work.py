"""What waits for a second officer: who was invited and is not vetted yet, a lost second step or a sheet of codes to confirm; and
a confirmed sheet, for whoever asked for it to print. Otherwise an officer waits outside and nobody's work says so."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.models import ADMINISTRATION, FactorHelp, Officer, Vetting
from panoh.registry.parts import Part, each, listed, waiting
from panoh.registry.queries.officer_work import with_officers
from panoh.registry.wording import day
from panoh.registry.worklists import WorkItem, Worklist

SHOWN = 50


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    found = listed(parts(viewer), Asked(viewer, now), shown=shown)
    return Worklist("posts", found.lines, found.total, first=found.first)


def parts(_viewer: Officer) -> tuple[Part[WorkItem], ...]:
    return PARTS


def to_vet(viewer: Officer, _now: datetime) -> QuerySet[Vetting]:
    """Invited by another administrator. Whoever left before that waits for nothing."""
    rows = Vetting.objects.filter(needed=True, vetted_at=None, officer__is_active=True)
    others = rows.exclude(officer=viewer.pk).exclude(invited_by=viewer.pk).order_by("invited_at", "pk")
    return others.filter(_looks_after(viewer)) if access.may(viewer, access.Act.MANAGE_POSTS) else others.none()


def to_confirm(viewer: Officer, _now: datetime) -> QuerySet[FactorHelp]:
    """As `actions.helping.may_confirm`: of the officer's own desk, or an administrator who looks after them."""
    may = Q(officer__post__desk=viewer.desk.pk)
    if access.may(viewer, access.Act.MANAGE_POSTS):
        may |= Q(_looks_after(viewer))
    rows = FactorHelp.objects.filter(may, confirmed_at=None).exclude(asked_by=viewer.pk).exclude(officer=viewer.pk)
    return rows.order_by("asked_at", "pk")


def to_print(viewer: Officer, _now: datetime) -> QuerySet[FactorHelp]:
    rows = FactorHelp.objects.filter(kind=FactorHelp.Kind.SHEET, done_at=None, asked_by=viewer.pk)
    confirmed = rows.filter(confirmed_at__isnull=False).order_by("confirmed_at", "pk")
    return confirmed if access.may(viewer, access.Act.MANAGE_POSTS) else confirmed.none()


def _looks_after(viewer: Officer) -> Exists:
    own = Q(post__desk__agency=OuterRef("officer__post__desk__agency"))
    return Exists(Officer.objects.filter(own | Q(post__desk__agency__code=ADMINISTRATION), pk=viewer.pk))


def _with_officers() -> QuerySet[FactorHelp]:
    return FactorHelp.objects.select_related("officer__post__desk__agency", "asked_by")


def _vet(row: Vetting, since: datetime, _asked: Asked) -> WorkItem:
    what = _("Vet an officer whom another administrator invited; before that no link leads in")
    return _line(row, since, what, by=row.invited_by, address=reverse("posts"))


def _confirm(row: FactorHelp, since: datetime, _asked: Asked) -> WorkItem:
    what = _("Confirm, once you have seen the person: %(what)s") % {"what": row.get_kind_display()}
    return _line(row, since, what, by=row.asked_by, address=reverse("factors"))


def _print(row: FactorHelp, since: datetime, _asked: Asked) -> WorkItem:
    return _line(
        row, since, _("Print the sheet of codes, once: it is confirmed"), by=row.asked_by, address=reverse("posts")
    )


def _line(row: Any, since: datetime, what: str, *, by: Officer, address: str) -> WorkItem:
    said = {"name": row.officer.name, "post": row.officer.post, "by": by.name, "day": day(since)}
    return WorkItem(
        due_at=since,
        reference=timezone.localdate(since).isoformat(),
        stage="posts",
        what=what,
        why=_("%(name)s, %(post)s; asked by %(by)s, waits since %(day)s") % said,
        address=address,
        since=True,
    )


PARTS: tuple[Part[WorkItem], ...] = (
    Part((waiting(to_vet, "pk", "invited_at", watch=True),), each(_vet), rows=with_officers),
    Part((waiting(to_confirm, "pk", "asked_at", watch=True),), each(_confirm), rows=_with_officers),
    Part((waiting(to_print, "pk", "confirmed_at", watch=True),), each(_print), rows=_with_officers),
)
