"""Second looks: the one planned in a case, how to reach the person for it, and which are due or missed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Consent, Officer, Purpose
from panoh.registry.queries import consent_to, may_contact, sees_contact
from panoh.registry.queries.purposes import is_missing, of_reading
from panoh.registry.refusals import NotPermitted
from panoh.registry.rules.contact import Reach, reach
from panoh.screening.models import LookAttempt, SecondLook
from panoh.screening.queries.two_steps import seen_without_a_sign
from panoh.screening.rules.second_look import SECOND_LOOKS, next_look

AHEAD = timedelta(days=7)
TO_REACH = (Purpose.CONTACT_CHANNEL, Purpose.FOLLOW_UP)
"""Either allows to keep a way to reach the person."""
_PLANNED = Beside(
    lambda of: SecondLook.objects.filter(case=of, ended_at=None).select_related("planned_by__post").order_by("pk")
)
NOT_SAID = reach("", None)
"""Nothing of how the person is reached, and nothing of the rules for it."""


@dataclass(frozen=True)
class LookPage:
    """A planned look as its own page shows it. `reach` holds no way where none is kept, the viewer may not know it, or the
    person forbade it; none at all before the viewer said what for, where the law asks (`asks_purpose`)."""

    look: SecondLook
    reach: Reach
    asks_purpose: bool
    may_change: bool
    attempts: tuple[LookAttempt, ...]
    """What came of every try to see the person again, the latest first."""


def planned(case: Case) -> SecondLook | None:
    """The look planned in this case and still to come."""
    return _PLANNED.first(case)


def planned_for(viewer: Officer, case: Case) -> SecondLook | None:
    """The same for a viewer who may read it. A desk that was shown the case for something else is told of no plan but its own."""
    look = planned(case)
    return look if look is not None and _reads(viewer, look, case) else None


def default_day(case: Case, *, today: date) -> date:
    """The day proposed: the next look of the usual rhythm, counted from the first screening without a finding."""
    usual = usual_look(case)
    return max(today, timezone.localdate(usual)) if usual else today + SECOND_LOOKS[0]


def usual_look(case: Case) -> datetime | None:
    """The day of the usual second look, for a person in whom nothing was found."""
    dated = seen_without_a_sign(Case.objects.filter(pk=case.pk)).first()
    if dated is None:
        return None
    return next_look(first=dated.first, last=dated.last)  # type: ignore[attr-defined]  # annotated


def consent_to_reach(case: Case) -> Consent | None:
    """The person's yes, in force, to being reached; the newest."""
    return consent_to(case, *TO_REACH)


def look_for(viewer: Officer, look_id: UUID) -> SecondLook:
    """One look in a case where the viewer may screen, or NotPermitted."""
    found = SecondLook.objects.select_related("case", "planned_by__post", "ended_by", "consent")
    look = found.filter(pk=look_id).first()
    if look is None or not access.may(viewer, access.Act.SCREEN, look.case) or not _reads(viewer, look, look.case):
        raise NotPermitted(
            _("There is no such second look, or your post may not open it."),
            _("Ask the desk that works on the case."),
            subject=f"second_look:{look_id}",
        )
    return look


def _reads(viewer: Officer, look: SecondLook, case: Case) -> bool:
    """In cases whose interviews the viewer reads; and what their own desk planned in a case it still screens in."""
    if access.may(viewer, access.Act.READ_SCREENING, case):
        return True
    return look.planned_by.post.desk_id == viewer.desk.pk and access.may(viewer, access.Act.SCREEN, case)


def look_page(viewer: Officer, look_id: UUID, *, at: datetime) -> LookPage:
    """The plan; the way to reach the person only for a viewer who may know how they are reached. That read is on record."""
    look = look_for(viewer, look_id)
    to_come = look.ended_at is None
    asks = to_come and is_missing(viewer, access.Act.READ_IDENTITY, look.case)
    shown = to_come and not asks  # nobody is reached for a look that has ended
    reach = may_contact(look.case, _way(look, viewer, at), viewer=viewer, at=at) if shown else NOT_SAID
    attempts = look.case.look_attempts.select_related("by").order_by("-at")
    return LookPage(look, reach, asks, to_come, tuple(attempts))


def _way(look: SecondLook, viewer: Officer, at: datetime) -> str:
    if not look.sealed or look.ended_at is not None or not sees_contact(viewer, look.case):
        return ""
    kept = of_reading(viewer, access.Act.READ_IDENTITY, look.case, own="second_look")
    with ledger.reading():
        subject = f"case:{look.case_id}"
        ledger.write(act="read_second_look", by=viewer, at=at, subject=subject, fields=("way",), **kept)
        return str(vault.unseal(look).get("way", ""))


def looks_due(viewer: Officer, *, today: date) -> QuerySet[SecondLook]:
    """Planned looks of the viewer's desk due within a week or missed; for the intake desk also those others missed."""
    cases = access.within(Case.objects.all(), viewer, access.Act.SCREEN)
    mine = Q(case__desk=viewer.desk, due_on__lte=today + AHEAD)
    if viewer.role == access.Role.INTAKE_DESK and access.scope(viewer, access.Act.SCREEN) is access.Scope.ALL:
        mine |= Q(due_on__lt=today)
    looks = SecondLook.objects.filter(mine, ended_at=None, case__in=cases)
    return looks.select_related("case__desk").order_by("due_on", "pk")
