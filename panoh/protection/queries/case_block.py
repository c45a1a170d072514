"""What protection shows of a case on the case's own page: where the person is looked after, and what reached them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from panoh.instruments.kinds.source import Words
from panoh.instruments.referral import service
from panoh.protection.models import (
    Advocate,
    CaseClosing,
    ChargeComplaint,
    ConsularFile,
    Custody,
    PlaceOffer,
    Return,
    RiskAssessment,
    ServiceGiven,
    Stay,
    SupportPlan,
)
from panoh.protection.queries import advocates
from panoh.protection.queries.charges import complaints_on_page
from panoh.protection.queries.custody import custodies_of
from panoh.protection.queries.offers import house_shown, offers_of, standing
from panoh.protection.queries.places import shelter_of
from panoh.protection.queries.plan import agreed, is_guardian, may_draw_up, running_plan
from panoh.protection.queries.returns import lacking_now, returns_in, under_way
from panoh.protection.queries.returns import standing as return_stands
from panoh.protection.queries.waiting import accepted_for_a_place, urgent_need
from panoh.registry import access
from panoh.registry.beside import Beside
from panoh.registry.models import BestInterests, Case, Desk, Officer
from panoh.registry.queries.steps import interests_of


@dataclass(frozen=True)
class Given:
    """A service given. `charged`: the victim was made to pay for what should be free."""

    row: ServiceGiven
    name: Words
    charged: bool


@dataclass(frozen=True)
class Sheltered:
    """A stay. `place` names the room only to the shelter itself; others learn that there is a place, never where."""

    stay: Stay
    place: str


@dataclass(frozen=True)
class OfferedPlace:
    """`house`: None for whoever works on the case and does not bring the person there."""

    offer: PlaceOffer
    house: Desk | None
    how: object


@dataclass(frozen=True)
class ReturnLine:
    """`opens`: the viewer prepares it or their desk receives the person. `stands`: see `queries.returns.standing`."""

    row: Return
    stands: str
    opens: bool


@dataclass(frozen=True)
class CaseBlock:
    case: Case
    stays: tuple[Sheltered, ...]
    sees_stays: bool
    """Otherwise that none stands here says nothing."""
    services: tuple[Given, ...]
    may_give_place: bool
    may_record_service: bool
    may_keep_plan: bool
    may_begin_plan: bool
    """None runs, and it is for the viewer to draw one up."""
    plan: SupportPlan | None
    plan_agreed: bool
    may_assess_interests: bool
    interests: tuple[BestInterests, ...]
    complaints: tuple[ChargeComplaint, ...]
    may_assess_risk: bool
    risks: tuple[RiskAssessment, ...]
    """Level and day only, the newest last; what the danger is stands on the page of safety."""
    offered: tuple[OfferedPlace, ...]
    """Places offered, the newest first, and how each stands; not which bed."""
    closings: tuple[CaseClosing, ...]
    returns: tuple[ReturnLine, ...]
    """Returns planned, under way and called off, the earliest first; none of their sealed words."""
    may_plan_return: bool
    custodies: tuple[Custody, ...]
    may_keep_custody: bool
    consular: tuple[ConsularFile, ...]
    may_keep_file: bool
    advocate: Advocate | None
    may_name_advocate: bool


_STAYS = Beside(
    lambda of: Stay.objects.filter(case=of).select_related("place__shelter__desk__agency").order_by("-from_at")
)
_SERVICES = Beside(lambda of: ServiceGiven.objects.filter(case=of).select_related("desk").order_by("-on", "-pk"))
_RISKS = Beside(lambda of: RiskAssessment.objects.filter(case=of).order_by("assessed_at", "pk"))
_CUSTODIES = Beside(lambda of: custodies_of(of).order_by("since", "pk"))
_FILES = Beside(lambda of: ConsularFile.objects.filter(case=of).select_related("desk").order_by("opened_at", "pk"))
_CLOSINGS = Beside(
    lambda of: CaseClosing.objects.filter(case=of).select_related("closed_by__post").order_by("closed_at")
)


def case_block(viewer: Officer, case: Case, *, now: datetime) -> CaseBlock | None:
    """Nothing for a post that does not help in this case. No address is opened here, for anyone; and that a person lives
    in a safe place, since when and until when, is told to whoever works on the case, to a child's guardian, and to the house
    of its own: not to a desk that was asked for a guard, a permit, a lawyer or a course, and not for having drawn up a plan."""
    if not access.may(viewer, access.Act.RECORD_NEED, case):
        return None
    stays = _STAYS.of(case)
    keeps = access.may(viewer, access.Act.KEEP_PLAN, case)
    plan = running_plan(case) if keeps else None
    assesses = case.track == Case.Track.CHILD and access.may(viewer, access.Act.ASSESS_INTERESTS, case)
    guards = access.may(viewer, access.Act.ASSESS_RISK, case)
    prepares, custody = access.may(viewer, access.Act.PREPARE_RETURN, case), _keeps_custody(viewer, case)
    consulate = access.may(viewer, access.Act.KEEP_CONSULAR_FILE, case)
    tells = access.works_on(viewer, access.Act.RECORD_NEED, case) or is_guardian(viewer, case)
    shown = tuple(_sheltered(stay, viewer) for stay in stays if tells or _of_house(stay, viewer))
    custodies = _CUSTODIES.of(case) if custody else ()
    files = _FILES.of(case) if consulate else ()
    return CaseBlock(
        case=case,
        stays=shown,
        sees_stays=tells or bool(shown),
        services=_services(viewer, case),
        may_give_place=all(each.until_at for each in stays) and _may_give_place(viewer, case),
        may_record_service=access.may(viewer, access.Act.RECORD_SERVICE, case),
        may_keep_plan=keeps,
        may_begin_plan=keeps and plan is None and may_draw_up(viewer, case),
        plan=plan,
        plan_agreed=plan is not None and agreed(plan),
        may_assess_interests=assesses,
        interests=interests_of(case) if assesses else (),
        complaints=complaints_on_page(viewer, case),
        may_assess_risk=guards,
        risks=_RISKS.of(case) if guards else (),
        offered=_offered(viewer, case, now),
        advocate=advocates.standing(case),
        may_name_advocate=access.may(viewer, access.Act.NAME_ADVOCATE, case),
        returns=tuple(_return_lines(viewer, case, prepares, now)),
        may_plan_return=prepares and under_way(case) is None,
        custodies=custodies,
        may_keep_custody=custody and all(each.ended_on is not None for each in custodies),
        consular=files,
        may_keep_file=consulate and all(each.closed_at is not None for each in files),
        closings=_CLOSINGS.of(case),
    )


def _keeps_custody(viewer: Officer, case: Case) -> bool:
    return case.track == Case.Track.CHILD and access.may(viewer, access.Act.KEEP_CUSTODY, case)


def _return_lines(viewer: Officer, case: Case, prepares: bool, now: datetime) -> Iterator[ReturnLine]:
    """A desk that neither works on the case nor receives the person learns nothing of where they go."""
    for row in returns_in(case):
        if prepares or row.receiver_desk_id == viewer.desk.pk or access.works_on(viewer, access.Act.SEE_CASE, case):
            receives = row.receiver_desk_id == viewer.desk.pk and access.may(viewer, access.Act.RECEIVE_RETURN, case)
            yield ReturnLine(row, return_stands(row, bool(lacking_now(row, at=now))), prepares or receives)


def _of_house(stay: Stay, viewer: Officer) -> bool:
    return stay.place.shelter.desk_id == viewer.desk.pk


def _sheltered(stay: Stay, viewer: Officer) -> Sheltered:
    return Sheltered(stay, str(stay.place) if _of_house(stay, viewer) else "")


def _offered(viewer: Officer, case: Case, now: datetime) -> tuple[OfferedPlace, ...]:
    """To whoever works on the case; a house sees its own. Which house it is, only to those who bring the person there."""
    rows = offers_of(case)
    if not access.works_on(viewer, access.Act.RECORD_NEED, case):
        rows = tuple(each for each in rows if each.place.shelter.desk_id == viewer.desk.pk)
    return tuple(OfferedPlace(each, house_shown(viewer, each), standing(each, now=now)) for each in rows)


def _services(viewer: Officer, case: Case) -> tuple[Given, ...]:
    """Whoever works on the case sees every service; a desk that was asked sees its own."""
    rows = _SERVICES.of(case)
    if not access.works_on(viewer, access.Act.SEE_CASE, case):
        rows = tuple(each for each in rows if each.desk_id == viewer.desk.pk)
    return tuple(Given(row, service(row.service).name, row.payer == ServiceGiven.Payer.VICTIM) for row in rows)


def _may_give_place(viewer: Officer, case: Case) -> bool:
    if not access.may(viewer, access.Act.GIVE_PLACE) or shelter_of(viewer) is None:
        return False
    return accepted_for_a_place(viewer.desk).filter(need__case=case).exists() or urgent_need(case) is not None
