"""One referral, for the desk that was asked: what it needs to answer, and no name; and for the desk that asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.service import Service
from panoh.instruments.kinds.source import Words
from panoh.instruments.referral import service
from panoh.referral.models import Referral, Response, ServiceReport
from panoh.referral.queries.directory import wanted
from panoh.registry import access, ledger, vault
from panoh.registry.models import Officer, not_shut, shown_now
from panoh.registry.queries import cases_for
from panoh.registry.refusals import NotPermitted
from panoh.registry.wording import day_and_time

MUST_FIT = ("step_free", "long_term", "guarded")
"""What a place has to fit, beside whether children come along. Shown only where the disclosure named it."""


@dataclass(frozen=True)
class ReferralPage:
    """What the desk sees of a referral. Only what the disclosure named is filled in."""

    referral: Referral
    service: Service
    reference: str
    sex: str
    track: str
    with_children: bool
    step_free: bool
    long_term: bool
    guarded: bool
    region: Words | None
    message: str
    late: bool
    open_case: bool


def referral_for(viewer: Officer, referral_id: UUID) -> Referral:
    """A referral to the viewer's own desk that still stands; an ended one is gone, as if it had never been sent. That the desk
    itself said no is no news to it, and a colleague is told."""
    found = (
        Referral.objects.select_related("need__case__person", "disclosure", "to_desk", "sent_by__post__desk")
        .filter(access.in_reach(viewer, access.Act.ANSWER_REFERRAL, "need__case"), shown_now("disclosure__"))
        .filter(pk=referral_id, to_desk=viewer.desk)
        .first()
    )
    if found is None:
        _said_no(viewer, referral_id)
        raise NotPermitted(
            _("There is no such referral to your desk, or it was taken back."),
            _("Go back to your work to see what waits now."),
            subject=f"referral:{referral_id}",
        )
    return found


def _said_no(viewer: Officer, referral_id: UUID) -> None:
    ours = Response.objects.filter(
        not_shut(viewer, "referral__need__case"), referral__to_desk=viewer.desk, accepted=False
    )
    said = ours.filter(referral=referral_id).first()
    if said is not None and access.may(viewer, access.Act.ANSWER_REFERRAL):
        raise NotPermitted(
            _("Your desk declined this on %(when)s.") % {"when": day_and_time(said.at)},
            _(
                "The sender was told, and your desk sees nothing of it any more. They can ask again if you can help after all."
            ),
            subject=f"referral:{referral_id}",
        )


def referral_page(viewer: Officer, referral: Referral, *, at: datetime) -> ReferralPage:
    """Opening the message is on record, with the fields the desk was shown."""
    case, asking = referral.need.case, referral.standing == Referral.Status.SENT
    with ledger.reading():
        ledger.write(
            act="read_referral",
            by=viewer,
            at=at,
            subject=f"case:{case.pk}",
            fields=tuple(referral.disclosure.fields),
            purpose=referral.disclosure.purpose,
            referral=str(referral.pk),
        )
        message = vault.unseal(referral).get("message", "")
    asked = wanted(referral.need)
    fits = {name: name in referral.disclosure.fields and getattr(asked, name) for name in MUST_FIT}
    return ReferralPage(
        referral=referral,
        service=service(referral.need.service),
        reference=case.reference,
        sex=case.person.get_sex_display(),
        track=case.get_track_display(),
        with_children=referral.need.with_children,
        **fits,
        region=_region(case.region),
        message=message,
        late=asking and referral.answer_due < at,
        open_case=not asking,
    )


@dataclass(frozen=True)
class ReportPage:
    """What a desk that helps has told so far; its words are for whoever sent the person."""

    referral: Referral
    service: Service
    reference: str
    told: tuple[ServiceReport, ...]


def report_page(referral: Referral) -> ReportPage:
    told = tuple(referral.reports.select_related("by__post").order_by("-at"))
    return ReportPage(referral, service(referral.need.service), referral.need.case.reference, told)


def sent_referral_for(viewer: Officer, referral_id: UUID) -> Referral:
    """A referral in a case where the viewer refers, or NotPermitted without telling whether it exists."""
    found = (
        Referral.objects.select_related("need__case", "disclosure")
        .filter(pk=referral_id, need__case__in=cases_for(viewer, access.Act.REFER))
        .first()
    )
    if found is None:
        raise NotPermitted(
            _("There is no such referral, or your post may not work on it."),
            _("Ask the desk that works on the case."),
            subject=f"referral:{referral_id}",
        )
    return found


def _region(code: str) -> Words | None:
    return next((each.name for each in countries.divisions(settings.COUNTRY) if each.code == code), None)
