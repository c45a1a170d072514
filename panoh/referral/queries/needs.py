"""One need: what it is, whom we asked, and which desks to ask now, each with the agreement it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.service import Service
from panoh.instruments.referral import service
from panoh.referral.models import DeskNotice, Need, Referral
from panoh.referral.queries.directory import Directory, directory
from panoh.referral.queries.reports import Told, opened
from panoh.referral.queries.sharing import consent_given_anew
from panoh.referral.rules.agreement import purposes_for
from panoh.referral.rules.fit import Reason
from panoh.referral.rules.fit_words import DECLINED_BEFORE
from panoh.referral.rules.offers import Offer
from panoh.referral.rules.reminders import may_remind
from panoh.registry import access, ledger, vault
from panoh.registry.models import Case, Consent, Desk, Officer, Purpose
from panoh.registry.queries import cases_for
from panoh.registry.queries.consents import Agreed, agreed_in
from panoh.registry.queries.purposes import is_missing, of_reading
from panoh.registry.refusals import NotPermitted


@dataclass(frozen=True)
class OfferedDesk:
    """A desk that could be asked: why it is offered, on which consent, or which purpose to ask the person for first."""

    desk: Desk
    reasons: tuple[Reason, ...]
    may_ask: bool
    consent: Consent | None
    ask_first: str
    notice: DeskNotice | None

    @property
    def open(self) -> bool:
        return self.may_ask and not self.ask_first

    @property
    def declined(self) -> bool:
        """Said no to this need before."""
        return any(reason.words == DECLINED_BEFORE for reason in self.reasons)


@dataclass(frozen=True)
class Asked:
    """A desk that was asked, and what it wrote beside its answer."""

    referral: Referral
    words: str
    may_remind: bool
    late: bool
    may_show_anew: bool
    told: tuple[Told, ...]


@dataclass(frozen=True)
class NeedPage:
    """`asks_purpose`: the note and the desks' words are shown once the viewer said what for; to ask a desk waits for nothing."""

    need: Need
    service: Service
    note: str
    asked: tuple[Asked, ...]
    offered: tuple[OfferedDesk, ...]
    may_take_consent: bool
    asks_purpose: bool

    @property
    def ask_first(self) -> tuple[tuple[str, tuple[Desk, ...]], ...]:
        """What the person would have to agree to before more desks can be asked, and which desks those are."""
        purposes = dict.fromkeys(each.ask_first for each in self.offered if each.ask_first)
        return tuple(
            (str(Purpose(purpose).label), tuple(each.desk for each in self.offered if each.ask_first == purpose))
            for purpose in purposes
        )


def need_for(viewer: Officer, need_id: UUID, act: access.Act = access.Act.REFER) -> Need:
    """One need in a case where the viewer may do `act`, or NotPermitted without telling whether it exists."""
    needs = Need.objects.select_related("case__person").filter(case__in=cases_for(viewer, act))
    need = needs.filter(pk=need_id).first()
    if need is None:
        raise NotPermitted(
            _("There is no such need, or your post may not work on it."),
            _("Ask the desk that works on the case."),
            subject=f"need:{need_id}",
        )
    return need


def need_page(viewer: Officer, need: Need, *, at: datetime) -> NeedPage:
    """The need with its note and the desks' words. Opening them is on record."""
    referrals = list(
        need.referrals.select_related(
            "need__case", "to_desk__agency", "disclosure__consent", "response", "sent_by__post"
        )
        .prefetch_related("reminders")
        .order_by("-sent_at")
    )
    asks = is_missing(viewer, access.Act.REFER, need.case)
    note, asked = "", tuple(_asked(each, at, shut=True) for each in referrals) if asks else ()
    if not asks:
        kept = {"need": str(need.pk), **of_reading(viewer, access.Act.REFER, need.case)}
        subject = f"case:{need.case_id}"
        with ledger.reading():
            ledger.write(act="read_need", by=viewer, at=at, subject=subject, fields=("note", "words"), **kept)
            note = vault.unseal(need).get("note", "")
            asked = tuple(_asked(each, at) for each in referrals)
    may_take_consent = access.may(viewer, access.Act.TAKE_CONSENT, need.case)
    return NeedPage(need, service(need.service), note, asked, offered_desks(need, at=at), may_take_consent, asks)


def offered_desks(need: Need, *, at: datetime) -> tuple[OfferedDesk, ...]:
    """Every desk that gives the service, best first. A closed need is offered none."""
    if need.met_at is not None:
        return ()
    known = directory()
    agreed = agreed_in(need.case)
    return tuple(
        _offered(offer, known.desks[offer.key], known, need.case, agreed) for offer in known.offers_for(need, at=at)
    )


def _offered(offer: Offer, desk: Desk, known: Directory, case: Case, agreed: Agreed) -> OfferedDesk:
    purposes = purposes_for(desk.agency.kind)
    adult = case.track == Case.Track.ADULT
    consent = next(iter(agreed.to(purposes, desk=desk)), None) if adult else None
    missing = adult and consent is None
    return OfferedDesk(
        desk=desk,
        reasons=offer.reasons,
        may_ask=offer.may_ask,
        consent=consent,
        ask_first=Purpose(purposes[0]).value if missing else "",
        notice=known.notices.get(desk.pk),
    )


def _asked(referral: Referral, at: datetime, *, shut: bool = False) -> Asked:
    answered = not shut and referral.status in {Referral.Status.ACCEPTED, Referral.Status.DECLINED}
    words = vault.unseal(referral.response).get("words", "") if answered else ""
    waits = referral.standing == Referral.Status.SENT
    last = max((each.at for each in referral.reminders.all()), default=None)
    return Asked(
        referral,
        words,
        may_remind=waits and may_remind(now=at, last_reminder=last),
        late=waits and referral.answer_due < at,
        may_show_anew=_may_show_anew(referral),
        told=() if shut else opened(referral),
    )


def _may_show_anew(referral: Referral) -> bool:
    helping = referral.status == Referral.Status.ACCEPTED and referral.standing != Referral.Status.WITHDRAWN
    child = referral.need.case.track == Case.Track.CHILD
    return helping and (child or consent_given_anew(referral) is not None)
