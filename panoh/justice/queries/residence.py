"""Residence in one person's case: for whoever asks in their name, and for the desk that decides, which sees its own requests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.residence import Residence
from panoh.justice.models import PermitAppeal, PermitDecision, PermitRequest, ResidencePermit
from panoh.registry import access, ledger, vault
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Desk, Officer, SealedRecord
from panoh.registry.queries import case_for
from panoh.registry.queries.purposes import is_missing, of_reading
from panoh.registry.refusals import NotPermitted, Refused

ASK, DECIDE = access.Act.ASK_PERMIT, access.Act.DECIDE_PERMIT
Opening = Callable[[SealedRecord], dict[str, Any]]


@dataclass(frozen=True)
class AppealShown:
    row: PermitAppeal
    asked: str
    answered: str


@dataclass(frozen=True)
class DecisionShown:
    row: PermitDecision
    reasons: str
    appeals: tuple[AppealShown, ...]


@dataclass(frozen=True)
class RequestShown:
    """`decisions`: the newest first. `permit` is None while there is none. `asks_purpose`: what was said, the reasons and the
    appeals in words are shown once the viewer said what for; what was asked and decided, and by when, is there."""

    row: PermitRequest
    words: str
    representative: str
    decisions: tuple[DecisionShown, ...]
    permit: ResidencePermit | None
    asks_purpose: bool = False

    @property
    def standing(self) -> PermitDecision | None:
        return next((each.row for each in self.decisions if each.row.set_aside_at is None), None)

    @property
    def appealed(self) -> bool:
        """Whether an appeal is under way; another would be refused."""
        return any(appeal.row.succeeded is None for each in self.decisions for appeal in each.appeals)


@dataclass(frozen=True)
class ResidencePage:
    case: Case
    requests: tuple[RequestShown, ...]
    may_ask: bool
    may_decide: bool
    rule: Residence

    @property
    def asks_purpose(self) -> bool:
        return any(each.asks_purpose for each in self.requests)


def residence_of_the_country() -> Residence:
    return countries.residence(settings.COUNTRY)


def deciding_desks() -> QuerySet[Desk]:
    """Desks of the authority that decides."""
    return Desk.objects.filter(posts__role=residence_of_the_country().decides).distinct().order_by("pk")


def deciding_desk(code: str) -> Desk:
    found = deciding_desks().filter(code=code).first()
    if found is None:
        known = ", ".join(deciding_desks().values_list("code", flat=True))
        raise Refused(
            _("No desk “%(code)s” decides on residence permits.") % {"code": code},
            _("Choose one of: %(offered)s.") % {"offered": known or "–"},
        )
    return found


def concerned_in(viewer: Officer, case_id: UUID) -> Case:
    """The case, for whoever asks in it or decides; others are not told whether there is one."""
    act = DECIDE if access.may(viewer, DECIDE) else ASK
    return case_for(viewer, case_id, act)


def requests_in(viewer: Officer, case: Case) -> QuerySet[PermitRequest]:
    asks, decides = access.may(viewer, ASK, case), access.may(viewer, DECIDE, case)
    return _requests(case, viewer, asks) if asks or decides else PermitRequest.objects.none()


def requests_on_page(viewer: Officer, case: Case) -> tuple[PermitRequest, ...]:
    """`requests_in` for whoever asks or decides in this case, the first first, with what was decided."""
    return _REQUESTS.of(case, access.may(viewer, ASK, case), viewer=viewer)


def _requests(case: Any, viewer: Officer, asks: bool) -> QuerySet[PermitRequest]:
    rows = PermitRequest.objects.filter(case=case)
    return rows if asks else rows.filter(to_desk=viewer.desk)


_DECISIONS = Prefetch("decisions", PermitDecision.objects.prefetch_related("appeals"))
_REQUESTS = Beside(
    lambda of, *who: (
        _requests(of, *who).select_related("permit", "to_desk").prefetch_related(_DECISIONS).order_by("asked_at", "pk")
    )
)


def residence_page(viewer: Officer, case_id: UUID, *, at: datetime) -> ResidencePage:
    """What was said and why it was decided is opened, and that is on record. Of what their own desk asked for nobody is asked."""
    case = concerned_in(viewer, case_id)
    rows = requests_in(viewer, case).select_related("permit", "to_desk", "asked_by__post__desk", "extends")
    found = list(rows.prefetch_related("decisions__appeals").order_by("-asked_at", "-pk"))
    others = [row for row in found if row.asked_by.post.desk_id != viewer.desk.pk]
    shut = others if others and is_missing(viewer, ASK, case) else []
    kept = of_reading(viewer, ASK, case) if others and not shut else {}
    with ledger.reading():
        if len(shut) < len(found):
            fields = ("requests", "decisions", "appeals")
            ledger.write(act="read_residence", by=viewer, at=at, subject=f"case:{case.pk}", fields=fields, **kept)
        shown = tuple(_shut(row) if row in shut else _request(row, vault.unseal) for row in found)
    may_ask, may_decide = access.may(viewer, ASK, case), access.may(viewer, DECIDE, case)
    return ResidencePage(case, shown, may_ask, may_decide, residence_of_the_country())


def request_for(viewer: Officer, request_id: UUID) -> PermitRequest:
    """One the viewer asks for or decides on, or NotPermitted without telling whether it exists."""
    rows = PermitRequest.objects.select_related("case__person", "to_desk", "disclosure", "extends", "asked_by__post")
    row = rows.filter(pk=request_id).first()
    if row is None or not requests_in(viewer, row.case).filter(pk=row.pk).exists():
        raise NotPermitted(
            _("There is no such request, or another desk decides on it."), _("Open it from the case, or ask the desk.")
        )
    return row


def permit_for(viewer: Officer, permit_id: UUID) -> ResidencePermit:
    row = ResidencePermit.objects.select_related("request__case__person").filter(pk=permit_id).first()
    if row is None or not access.may(viewer, ASK, row.request.case):
        raise NotPermitted(_("There is no such permit."), _("Open it from the case."))
    return row


def appeal_for(viewer: Officer, appeal_id: UUID) -> PermitAppeal:
    rows = PermitAppeal.objects.select_related("decision__request__case__person")
    row = rows.filter(pk=appeal_id).first()
    if row is None or not access.may(viewer, ASK, row.decision.request.case):
        raise NotPermitted(_("There is no such appeal."), _("Open it from the case."))
    return row


def _shut(row: PermitRequest) -> RequestShown:
    return replace(_request(row, lambda _sealed: {}), asks_purpose=True)


def _request(row: PermitRequest, open_: Opening) -> RequestShown:
    kept = open_(row)
    decisions = sorted(row.decisions.all(), key=lambda each: each.at, reverse=True)
    return RequestShown(
        row,
        kept.get("words", ""),
        kept.get("representative", ""),
        tuple(_decision(each, open_) for each in decisions),
        getattr(row, "permit", None),
    )


def _decision(row: PermitDecision, open_: Opening) -> DecisionShown:
    appeals = sorted(row.appeals.all(), key=lambda each: (each.asked_on, each.at))
    return DecisionShown(row, open_(row).get("reasons", ""), tuple(_appeal(each, open_) for each in appeals))


def _appeal(row: PermitAppeal, open_: Opening) -> AppealShown:
    kept = open_(row)
    return AppealShown(row, kept.get("asked", ""), kept.get("answered", ""))
