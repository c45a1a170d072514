"""Views that closed under a desk: the person withdrew, the referral was taken back, or its time is over. Each waits for the
desk to say that it stopped, and what became of its papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.source import Words
from panoh.instruments.referral import service
from panoh.registry import access
from panoh.registry.models import Disclosure, Officer, not_shut
from panoh.registry.refusals import NotPermitted

BY_THE_PERSON: Mapping[str, Promise | str] = {
    "consent_withdrawn": _("The person withdrew their agreement."),
    "person_declined": _("The person wants no help from the mechanism."),
    "advocate_ended": _("The person ended it: you are not their advocate any more."),
}
TAKEN_BACK: Mapping[str, Promise | str] = {"referral_withdrawn": _("The referral was taken back.")}


@dataclass(frozen=True)
class Closing:
    """Nothing sealed: under which reference, for which services, why and when the view was closed."""

    disclosure: Disclosure
    why: str
    at: datetime
    services: tuple[Words, ...]


def closings() -> QuerySet[Disclosure]:
    """Those no desk has acknowledged. Of what it was asked only, a desk is told when the person themselves withdrew."""
    why = Q(ended_because__in=BY_THE_PERSON) | Q(ended_because__in=TAKEN_BACK, to_answer=False)
    return Disclosure.objects.filter(why, ended_at__isnull=False, closing_seen_at=None)


def to_acknowledge(viewer: Officer) -> QuerySet[Disclosure]:
    if not access.may(viewer, access.Act.ANSWER_REFERRAL):
        return Disclosure.objects.none()
    return closings().filter(not_shut(viewer), to_desk=viewer.desk)


def closing_for(viewer: Officer, disclosure_id: int) -> Closing:
    """One that waits for the viewer's desk. The case itself stays closed to it."""
    found = to_acknowledge(viewer).select_related("case", "to_desk").filter(pk=disclosure_id).first()
    if found is None:
        raise NotPermitted(
            _("There is nothing of this kind that waits for your desk."),
            _("Go back to your work to see what waits now."),
            subject=f"disclosure:{disclosure_id}",
        )
    return _closing(found)


def reason_of(closed: Disclosure) -> str:
    return str({**BY_THE_PERSON, **TAKEN_BACK}[closed.ended_because])


def _closing(found: Disclosure) -> Closing:
    assert found.ended_at is not None  # asked for by `closings`
    keys = dict.fromkeys(found.referrals.values_list("need__service", flat=True))
    return Closing(found, reason_of(found), found.ended_at, tuple(service(key).name for key in keys))
