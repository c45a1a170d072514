"""Who could stand by a person, and why a desk could not; who does; and what an advocate sees, which the person decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Decision
from panoh.identification.queries import Running, running
from panoh.identification.queries.reviews import told, took_part
from panoh.instruments.kinds.procedure import State
from panoh.protection.models import Advocate, ServiceGiven, Stay
from panoh.protection.rules import advocates as rules
from panoh.protection.rules.advocates import Tie, ties
from panoh.referral.models import Referral
from panoh.registry import access
from panoh.registry.access import Role
from panoh.registry.beside import Beside
from panoh.registry.models import Agency, Case, Consent, Desk, Officer, Purpose, not_shut, shown_now
from panoh.registry.queries import Identity, case_for, consent_to, may_contact, read_identity, sees_contact
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.refusals import NotPermitted
from panoh.registry.rules.contact import Reach

TIES: dict[Tie, Promise | str] = {
    Tie.NO_ADVOCATE: _("has no advocate"),
    Tie.NOT_INDEPENDENT: _("is no independent organisation"),
    Tie.OTHER_WORK: _("also helps, investigates or decides"),
    Tie.WORKS_ON_CASE: _("works on this case"),
    Tie.SHELTERS: _("shelters or sheltered the person"),
    Tie.HELPS: _("gives the person a service, or was asked for one"),
    Tie.DECIDES: _("took part in a decision about the person"),
}
SHARED: dict[str, Promise | str] = {
    "names": _("the name"),
    "birth_date": _("the date of birth"),
    "contact": _("how they can be reached safely"),
    "reasons": _("the reasons of decisions"),
}


@dataclass(frozen=True)
class Candidate:
    """A desk with an advocate; whoever is tied in this case is shown too, with why."""

    desk: Desk
    ties: tuple[Tie, ...]

    @property
    def why(self) -> str:
        return "; ".join(str(TIES[tie]) for tie in self.ties)


@dataclass(frozen=True)
class AdvocatePage:
    """What stands and what may be done, for whoever works with the person. `consent`: the yes it would rest on."""

    case: Case
    now: Advocate | None
    tied: tuple[Tie, ...]
    candidates: tuple[Candidate, ...]
    consent: Consent | None
    before: tuple[Advocate, ...]

    @property
    def why_tied(self) -> str:
        return "; ".join(str(TIES[tie]) for tie in self.tied)


@dataclass(frozen=True)
class Decided:
    """A decision in effect, and whether the person knows it; of a telling nobody learns here how they are reached."""

    decision: Decision
    told: bool


@dataclass(frozen=True)
class AdvocateView:
    """What an advocate sees. Of the name only what the person shared, and only after accepting."""

    advocate: Advocate
    case: Case
    state: State
    identity: Identity | None
    reach: Reach | None
    decisions: tuple[Decided, ...]
    clocks: tuple[Running, ...]
    sees_reasons: bool


def ties_of(desk: Desk, case: Case) -> tuple[Tie, ...]:
    """Facts of today, by the agency: whoever runs the shelter is no advocate through another door of the house."""
    agency = desk.agency
    return ties(
        rules.Desk(
            kind=agency.kind,
            roles=frozenset(desk.posts.values_list("role", flat=True)),
            answers=desk.posts.filter(role=Role.ADVOCATE, officers__is_active=True).exists(),
            works_on_case=agency.pk in {case.desk.agency_id, case.manager.desk.agency_id if case.manager else None},
            shelters=Stay.objects.filter(case=case, place__shelter__desk__agency=agency).exists(),
            helps=_helps(agency, case),
            decides=Officer.objects.filter(pk__in=took_part(case), post__desk__agency=agency).exists(),
        )
    )


def _helps(agency: Agency, case: Case) -> bool:
    asked = (Referral.Status.SENT, Referral.Status.ACCEPTED)
    under_way = Referral.objects.filter(need__case=case, to_desk__agency=agency, status__in=asked)
    return under_way.exists() or ServiceGiven.objects.filter(case=case, desk__agency=agency).exists()


def standing(case: Case) -> Advocate | None:
    """Whoever was named and neither declined nor ended, while what they are shown is shown."""
    return _STANDING.first(case)


def _standing(case: Any) -> QuerySet[Advocate]:
    found = Advocate.objects.filter(shown_now("disclosure__"), case=case, ended_at=None)
    return found.select_related("desk__agency", "disclosure").order_by("pk")


_STANDING = Beside(_standing)


def consent_to_advocate(case: Case) -> Consent | None:
    return consent_to(case, Purpose.ADVOCATE)


def candidates(case: Case) -> tuple[Candidate, ...]:
    """The independent first, near ones before far ones; the tied are told apart by why."""
    desks = Desk.objects.filter(posts__role=Role.ADVOCATE).select_related("agency").distinct().order_by("pk")
    found = [Candidate(desk, ties_of(desk, case)) for desk in desks]
    return tuple(sorted(found, key=lambda each: (bool(each.ties), not _near(each.desk, case))))


def _near(desk: Desk, case: Case) -> bool:
    return bool(desk.region) and case.region[:5] == desk.region[:5]


def advocate_page(case: Case) -> AdvocatePage:
    now = standing(case)
    rows = Advocate.objects.filter(case=case).select_related("desk__agency").order_by("-named_at", "-pk")
    return AdvocatePage(
        case=case,
        now=now,
        tied=ties_of(now.desk, case) if now else (),
        candidates=candidates(case),
        consent=consent_to_advocate(case),
        before=tuple(each for each in rows if now is None or each.pk != now.pk),
    )


def advocate_for(viewer: Officer, advocate_id: int) -> Advocate:
    """One that the viewer's desk was named as, while the person lets it; whether it exists is told to nobody else."""
    found = of_desk(viewer).filter(pk=advocate_id).first() if viewer.role == Role.ADVOCATE else None
    if found is None:
        raise NotPermitted(
            _("Your desk is not this person’s advocate."),
            _("Go back to your work. Where the person ended it, or what was shown closed, nothing is seen any more."),
            subject=f"advocate:{advocate_id}",
        )
    return found


def decision_shared(advocate: Advocate, decision_id: UUID) -> Decision:
    """One in effect: of a proposal nobody outside the deciding desks learns."""
    final = advocate.case.decisions.filter(status=Decision.Status.FINAL, pk=decision_id)
    found = final.select_related("case").first() if advocate.accepted else None
    if found is None:
        raise NotPermitted(
            _("There is no such decision in effect."),
            _("Go back to the page of the person; what is decided stands there."),
            subject=f"case:{advocate.case_id}",
        )
    return found


def advocate_in(viewer: Officer, advocate_id: int) -> Advocate:
    """One in a case in which the viewer may name and end advocates, or of the viewer's own desk."""
    if viewer.role == Role.ADVOCATE:
        return advocate_for(viewer, advocate_id)
    seen = access.within(Case.objects.all(), viewer, access.Act.NAME_ADVOCATE)
    found = Advocate.objects.filter(pk=advocate_id, case__in=seen.values("pk")).select_related("case", "desk").first()
    if found is None:
        raise NotPermitted(
            _("There is no such advocate, or your post may not do this."),
            _("Ask the desk that works on the case."),
            subject=f"advocate:{advocate_id}",
        )
    return found


def of_desk(viewer: Officer) -> QuerySet[Advocate]:
    named = Advocate.objects.filter(shown_now("disclosure__"), not_shut(viewer), desk=viewer.desk, ended_at=None)
    return named.select_related("case", "desk__agency", "disclosure__consent").order_by("answer_due", "pk")


def to_answer(viewer: Officer) -> QuerySet[Advocate]:
    return of_desk(viewer).filter(accepted=None)


def with_news(viewer: Officer) -> QuerySet[Advocate]:
    """Where a decision took effect that the advocate has not looked at. Accepting shows all that was decided before."""
    since = OuterRef("decisions_seen_at")
    final = Decision.objects.filter(case=OuterRef("case"), status=Decision.Status.FINAL)
    unseen = final.annotate(effect=Coalesce("signed_at", "proposed_at")).filter(effect__gt=since)
    return of_desk(viewer).filter(Exists(unseen), accepted=True)


def advocate_view(viewer: Officer, advocate_id: int, *, at: datetime) -> AdvocateView:
    """Before the answer nothing but reference, track and region; after it the case as shared, and the read is on record."""
    advocate = advocate_for(viewer, advocate_id)
    case = advocate.case
    state = procedure_of(case).state(case.state)
    if not advocate.accepted:
        return AdvocateView(advocate, case, state, None, None, (), (), sees_reasons=False)
    case = case_for(viewer, advocate.case_id)
    final = case.decisions.filter(status=Decision.Status.FINAL).order_by("proposed_at")
    identity = read_identity(case=case, viewer=viewer, purpose="advocate", at=at)
    return AdvocateView(
        advocate=advocate,
        case=case,
        state=state,
        identity=identity,
        reach=may_contact(case, identity.contact, viewer=viewer, at=at) if sees_contact(viewer, case) else None,
        decisions=tuple(Decided(each, told(each) is not None) for each in final),
        clocks=running(case, now=at),
        sees_reasons="reasons" in advocate.shares,
    )
