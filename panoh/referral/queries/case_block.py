"""What referral shows of a case on the case's own page: needs, whom we asked, and the doors open to this viewer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from panoh.instruments.kinds.service import Service
from panoh.instruments.referral import service
from panoh.referral.models import Need, NeedsAssessment, Referral, ServiceReport
from panoh.referral.queries.assessments import assessments_seen
from panoh.registry import access
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Officer, shown_now
from panoh.screening.queries.case_block import interviews_in
from panoh.screening.rules.needs_now import chosen


@dataclass(frozen=True)
class NeedLine:
    """One need and the desks asked for it. `may_refer`: the viewer may open it and ask a desk."""

    need: Need
    service: Service
    referrals: tuple[Referral, ...]
    looking: bool


@dataclass(frozen=True)
class CaseBlock:
    case: Case
    needs: tuple[NeedLine, ...]
    all_needs: bool
    """Otherwise there may be others: the viewer's desk sees those that it recorded or was asked for."""
    said_at_start: tuple[Service, ...]
    assessments: tuple[NeedsAssessment, ...]
    may_record: bool
    may_refer: bool


def case_block(viewer: Officer, case: Case, *, now: datetime) -> CaseBlock | None:
    """Nothing for a post that does not help in this case. Notes and messages stay sealed here."""
    if not access.may(viewer, access.Act.RECORD_NEED, case):
        return None
    needs = tuple(_line(need) for need in _needs_shown(viewer, case))
    said = said_at_start(viewer, case)
    works = access.works_on(viewer, access.Act.RECORD_NEED, case)
    assessed = _ASSESSED.of(case, works, viewer=viewer)
    may_refer = access.may(viewer, access.Act.REFER, case)
    return CaseBlock(case, needs, works, said, assessed, may_record=True, may_refer=may_refer)


def said_at_start(viewer: Officer, case: Case) -> tuple[Service, ...]:
    """What the person needed at once when the interview began and nobody has recorded as a need since. Told to whoever
    may read screenings in this case; a desk that was only asked is not told."""
    if not access.may(viewer, access.Act.READ_SCREENING, case):
        return ()
    codes = {code for row in interviews_in(case) for code in row.needs_now}
    recorded = {each.service for each in _RECORDED.of(case)}
    wanted = [need.services[0] for need in chosen(codes) if not recorded & set(need.services)]
    return tuple(service(key) for key in dict.fromkeys(wanted))


def _needs_shown(viewer: Officer, case: Case) -> tuple[Need, ...]:
    """All of them to whoever works on the case; to a desk that was only asked, those it was asked for or recorded."""
    return _NEEDS.of(case, access.works_on(viewer, access.Act.RECORD_NEED, case), viewer=viewer)


def _needs(case: Any, viewer: Officer, works: bool) -> QuerySet[Need]:
    told = Prefetch("reports", ServiceReport.objects.order_by("at"))
    sent = (
        Referral.objects.select_related("to_desk", "disclosure", "response").prefetch_related(told).order_by("sent_at")
    )
    needs = Need.objects.filter(case=case).order_by("-recorded_at")
    if not works:
        sent = sent.filter(to_desk=viewer.desk)
        asked = Q(referrals__to_desk=viewer.desk) & shown_now("referrals__disclosure__")
        needs = needs.filter(asked | Q(recorded_by__post__desk=viewer.desk)).distinct()
    return needs.prefetch_related(Prefetch("referrals", sent))


_NEEDS = Beside(_needs)
_RECORDED = Beside(lambda of: Need.objects.filter(case=of).only("service"))
_ASSESSED = Beside(lambda of, viewer, works: assessments_seen(of, viewer, works).defer("sealed", "sealed_key"))


def _line(need: Need) -> NeedLine:
    referrals = tuple(need.referrals.all())
    under_way = {Referral.Status.SENT, Referral.Status.ACCEPTED}
    looking = need.met_at is None and not any(each.standing in under_way for each in referrals)
    return NeedLine(need, service(need.service), referrals, looking)
