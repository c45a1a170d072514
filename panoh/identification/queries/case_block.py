"""What stands and what is possible now in one case, for one viewer: a block that any page about the case can show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Decision
from panoh.identification.queries.clocks import Running, running
from panoh.identification.queries.facts import facts, guardianship_told, open_proposal, reflection_ends
from panoh.identification.queries.tasks import BY_CLOCK, GUARDIAN_CLOCK
from panoh.instruments.kinds.procedure import State
from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.queries import may_take_step
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.rules.allowed import Refused

MADE_SURE_BY_THE_PAGE = frozenset(
    {"refusal_recorded", "duplicates_checked", "written_reasons", "votes_recorded", "agencies_asked"}
)
"""What the form of the act itself asks for; a door is not shut because the form is not filled in yet."""


@dataclass(frozen=True)
class Door:
    """One act the viewer's post may do in this case. `shut` says why it cannot be done yet, and the way forward."""

    page: str
    label: Promise | str
    address: str
    shut: Refused | None = None
    by_button: bool = False
    """The act asks for nothing more: one click on the block does it."""


@dataclass(frozen=True)
class CaseBlock:
    """Where a case stands in identification."""

    case: Case
    state: State
    clocks: tuple[Running, ...]
    doors: tuple[Door, ...]
    proposal: Decision | None
    own_proposal: bool
    decisions: tuple[Decision, ...]
    reflection_ends: datetime | None
    may_read: bool

    @property
    def late(self) -> bool:
        """A clock has run out that somebody should have met."""
        return any(each.late and each.clock.kind != "minimum" for each in self.clocks)


def case_block(viewer: Officer, case: Case, *, now: datetime) -> CaseBlock:
    """Call it with a case the viewer may see. Names, reasons and answers are not in it."""
    procedure = procedure_of(case)
    proposal = open_proposal(case)
    return CaseBlock(
        case=case,
        state=procedure.state(case.state),
        clocks=running(case, now=now, only={*BY_CLOCK, GUARDIAN_CLOCK}),
        doors=(*_doors(viewer, case, proposal, now=now), *_manager_door(viewer, case)),
        proposal=proposal,
        own_proposal=proposal is not None and proposal.proposed_by_id == viewer.pk,
        decisions=tuple(case.decisions.select_related("proposed_by__post", "signed_by__post").order_by("proposed_at")),
        reflection_ends=reflection_ends(case),
        may_read=access.may(viewer, access.Act.READ_SCREENING, case),
    )


_ACTS: dict[str, tuple[tuple[str, str, access.Act, Promise | str], ...]] = {
    "presumed": (
        ("lodge", "refer", access.Act.LODGE, _("Lodge the referral")),
        ("lodge", "refer_child", access.Act.LODGE, _("Lodge the referral of the child")),
        ("refusal", "record_refusal", access.Act.LODGE, _("Record that the person declines")),
    ),
    "referred": (("take_in", "take_in", access.Act.TAKE_IN, _("Take in the referral")),),
    "preliminary_pending": (
        ("decide", "find_reasonable_grounds", access.Act.DECIDE_PRELIMINARY, _("Take the preliminary decision")),
    ),
    "recovery": (("open_formal", "open_formal_decision", access.Act.DECIDE_FORMALLY, _("Open the formal decision")),),
    "formal_pending": (("panel", "identify", access.Act.DECIDE_FORMALLY, _("Go to the panel")),),
}


def _doors(viewer: Officer, case: Case, proposal: Decision | None, *, now: datetime) -> list[Door]:
    acts = _ACTS.get(case.state, ())
    allowed = {act for act in {act for _page, _step, act, _label in acts} if access.may(viewer, act, case)}
    doors = _guardianship_doors(viewer, case, allowed)
    if not allowed:
        return doors
    if proposal is not None and proposal.proposed_by_id == viewer.pk:
        return doors
    if proposal is not None:
        read = _("Read the proposal, then sign it or send it back")
        return [*doors, Door("proposal", read, _address("proposal", case))]
    met = facts(case, at=now) | MADE_SURE_BY_THE_PAGE | {"period_over_or_asked"}
    for page, step, act, label in acts:
        if act in allowed and _for_this_person(step, case):
            answer = may_take_step(case, step, by=viewer, met=met)
            doors.append(Door(page, label, _address(page, case), answer if isinstance(answer, Refused) else None))
    return doors


def _guardianship_doors(viewer: Officer, case: Case, allowed: set[access.Act]) -> list[Door]:
    """Telling the guardianship authority, for who refers the child; appointing a guardian, for the authority."""
    if case.track != Case.Track.CHILD:
        return []
    doors = []
    if access.Act.LODGE in allowed and not guardianship_told(case):
        doors.append(_button("tell_guardianship", _("Tell the guardianship authority"), case))
    waits = case.clocks.filter(clock=GUARDIAN_CLOCK, stopped_at=None)
    if access.may(viewer, access.Act.APPOINT_GUARDIAN, case) and waits.exists():
        doors.append(_button("appoint_guardian", _("Say that a guardian is appointed"), case))
    return doors


def _manager_door(viewer: Officer, case: Case) -> list[Door]:
    """Help asks for a manager in every state; a case that has one can be given to another."""
    if not access.may(viewer, access.Act.NAME_MANAGER, case):
        return []
    label = _("Name another case manager") if case.manager_id else _("Name the case manager")
    return [Door("manager", label, _address("manager", case))]


def _button(page: str, label: Promise | str, case: Case) -> Door:
    return Door(page, label, _address(page, case), by_button=True)


def _for_this_person(step: str, case: Case) -> bool:
    """No adult's act is shown in the case of a child, nor the other way round."""
    other = "refer" if case.track == Case.Track.CHILD else "refer_child"
    return step != other and not (step == "record_refusal" and case.track == Case.Track.CHILD)


def _address(page: str, case: Case) -> str:
    return reverse(f"identification:{page}", args=[case.pk])
