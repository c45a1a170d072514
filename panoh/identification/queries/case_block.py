"""What stands and what is possible now in one case, for one viewer: a block that any page about the case can show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Application, Decision, Guardian, Reconsideration, Telling
from panoh.identification.queries.applications import application_in
from panoh.identification.queries.clocks import Running, running
from panoh.identification.queries.extensions import movable
from panoh.identification.queries.facts import eighteenth, facts, guardianship_told, open_proposal, reflection_ends
from panoh.identification.queries.nobody_left import nobody_left
from panoh.identification.queries.reviews import (
    decision_to_tell,
    decisions_in,
    standing_decision,
    tellings_of,
    told,
    took_part,
    under_review,
)
from panoh.identification.queries.same_person import JOIN, also_on_record, may_compare
from panoh.identification.queries.stages import reviewed_at
from panoh.identification.queries.tasks import CLOCKS, GUARDIAN_CLOCK
from panoh.instruments.kinds.procedure import State
from panoh.registry import access
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Officer
from panoh.registry.queries import may_take_step
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.reversing import address_of
from panoh.registry.rules.allowed import Refused

MADE_SURE_BY_THE_PAGE = frozenset(
    {
        "refusal_recorded",
        "duplicates_checked",
        "written_reasons",
        "votes_recorded",
        "agencies_asked",
        "person_informed",
        "grounds_recorded",
        "other_decider",
        "pause_grounds",
        "risk_noted",
        "contact_again",
        "effect_explained",
        "adult_consent_renewed",
    }
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
    version: str
    """Of the procedure it runs under."""
    state: State
    clocks: tuple[Running, ...]
    doors: tuple[Door, ...]
    proposal: Decision | None
    own_proposal: bool
    decisions: tuple[Decision, ...]
    reflection_ends: datetime | None
    may_read: bool
    certified: Decision | None
    """The positive decision in effect, of which this viewer may take out a certificate."""
    languages: tuple[tuple[str, Promise | str], ...]
    told: tuple[Telling, ...]
    """How the decision in effect was told, every try; the last may have been understood."""
    untold: bool
    review: Reconsideration | None
    nobody_left: bool
    """Under reconsideration, and whoever could decide took part before."""
    application: Application | None
    guardian: Guardian | None
    """Who stands by a child now; the name is opened apart."""
    may_read_guardian: bool
    beside: tuple[Door, ...]
    """What may be done in any state and is nobody's next step."""
    also: tuple[Case, ...]
    """Other cases of this person under another record, as far as the viewer may see them."""
    may_join: bool
    """The viewer compares records, and undoes what was held of them."""

    @property
    def late(self) -> bool:
        """A clock has run out that somebody should have met."""
        return any(each.late and not each.guaranteed for each in self.clocks)


def case_block(viewer: Officer, case: Case, *, now: datetime) -> CaseBlock:
    """Call it with a case the viewer may see. Names, reasons and answers are not in it. What was proposed and not signed
    is no decision: whoever decides or works on the case sees it, and no desk that was shown the case."""
    procedure = procedure_of(case)
    proposal, standing, application = open_proposal(case), standing_decision(case), application_in(case)
    works, may_join = access.works_on(viewer, access.Act.SEE_CASE, case), access.may(viewer, JOIN, case)
    decisions = tuple(each for each in decisions_in(case) if works or each.status == Decision.Status.FINAL)
    return CaseBlock(
        case=case,
        version=procedure.version,
        state=procedure.state(case.state),
        clocks=running(case, now=now, only={*CLOCKS, GUARDIAN_CLOCK, "reconsideration_request"}),
        doors=(*_doors(viewer, case, proposal, now=now), *_manager_door(viewer, case)),
        proposal=proposal if works else None,
        own_proposal=proposal is not None and proposal.proposed_by_id == viewer.pk,
        decisions=decisions,
        reflection_ends=reflection_ends(case),
        may_read=access.may(viewer, access.Act.READ_SCREENING, case),
        certified=_certified(viewer, case, standing),
        languages=tuple(settings.LANGUAGES),
        told=tellings_of(standing) if standing else (),
        untold=standing is not None and told(standing) is None,
        review=under_review(case),
        nobody_left=nobody_left(case),
        application=application,
        guardian=_GUARDIANS.first(case),
        may_read_guardian=access.may(viewer, access.Act.READ_GUARDIAN, case),
        beside=(
            *(() if application else _apply(viewer, case)),
            *_move(viewer, case, now=now),
            *_compare(viewer, case),
        ),
        also=also_on_record(viewer, case),
        may_join=may_join,
    )


_GUARDIANS = Beside(lambda of: Guardian.objects.filter(case=of, ended_on=None).order_by("pk"))
_RECONSIDER = (
    "reconsider",
    "ask_for_reconsideration",
    access.Act.ASK_RECONSIDERATION,
    _("Ask for reconsideration"),
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
    "preliminary_negative": (_RECONSIDER,),
    "not_identified": (_RECONSIDER,),
    "reconsideration": (
        ("decide", "reverse_preliminary", access.Act.DECIDE_PRELIMINARY, _("Decide anew")),
        ("panel", "reverse_formal", access.Act.DECIDE_FORMALLY, _("Go to the panel")),
    ),
}
DECIDING = {access.Act.DECIDE_PRELIMINARY, access.Act.DECIDE_FORMALLY}
_COURSE = (
    ("pause", "pause", _("Pause the case")),
    ("resume", "resume", _("The person is in contact again")),
    ("withdraw", "withdraw", _("The person leaves the mechanism")),
    ("come_back", "come_back", _("The person comes back")),
    ("come_back", "take_up_again", _("Take the case up again")),
    ("eighteen", "confirm_at_eighteen", _("Ask anew at eighteen")),
)
"""What the person decides about their own course, whatever was decided about their status."""
_TELL = ("tell", "tell_decision", access.Act.TELL_DECISION, _("Tell the decision"))


def _doors(viewer: Officer, case: Case, proposal: Decision | None, *, now: datetime) -> list[Door]:
    acts = [act for act in _ACTS.get(case.state, ()) if _open_to(viewer, case, act[1])]
    acts += _at_any_time(viewer, case, now=now)
    allowed = {act for act in {act for _page, _step, act, _label in acts} if access.may(viewer, act, case)}
    doors = _guardianship_doors(viewer, case, allowed)
    if not allowed:
        return doors
    may_sign = access.works_on(viewer, access.Act.SEE_CASE, case)
    if proposal is not None and allowed & DECIDING and may_sign and proposal.proposed_by_id != viewer.pk:
        read = _("Read the proposal, then sign it or send it back")
        doors.append(Door("proposal", read, _address("proposal", case)))
    if proposal is not None:  # who decides waits for the second signature; what the person wants done waits for nobody
        acts = [act for act in acts if act[2] not in DECIDING]
    met = facts(case, at=now) | MADE_SURE_BY_THE_PAGE | {"period_over_or_asked"}
    for page, step, act, label in acts:
        if act in allowed and _for_this_person(step, case):
            answer = may_take_step(case, step, by=viewer, met=met)
            doors.append(Door(page, label, _address(page, case), _shut(step, answer)))
    return doors


def _at_any_time(viewer: Officer, case: Case, *, now: datetime) -> Iterator[tuple[str, str, access.Act, Promise | str]]:
    """Telling a decision, and what the person wants done with the case, where the procedure has the step."""
    procedure = procedure_of(case)
    here = procedure.state(case.state).code
    if decision_to_tell(case) is not None:
        yield _TELL
    for page, key, label in _COURSE:
        step = procedure.step(key)
        theirs = here in step.from_states and viewer.role in (step.owner, *step.stands_in)
        if theirs and not case.is_anonymous and (page != "eighteen" or _may_be_eighteen(case, now)):
            yield page, key, access.Act.FOLLOW_PERSON, label


def _apply(viewer: Officer, case: Case) -> Iterator[Door]:
    """An application can be made whatever the state; nothing waits for it."""
    if not case.is_anonymous and access.may(viewer, access.Act.APPLY, case):
        yield Door("apply", _("Write an application for status"), _address("apply", case))


def _move(viewer: Officer, case: Case, *, now: datetime) -> Iterator[Door]:
    if movable(viewer, case, now=now):
        yield Door("move_deadline", _("Move a deadline"), _address("move_deadline", case))


def _compare(viewer: Officer, case: Case) -> Iterator[Door]:
    if may_compare(viewer, case):
        yield Door("compare_with", _("Compare with another case"), _address("compare_with", case))


def _shut(step: str, answer: object) -> Refused | None:
    """At eighteen the consent that is still missing is what the page asks for."""
    return answer if isinstance(answer, Refused) and step != "confirm_at_eighteen" else None


def _may_be_eighteen(case: Case, now: datetime) -> bool:
    """By the birth years alone; the act itself looks at the day."""
    birthday = eighteenth(case.person)
    return birthday is not None and birthday <= now


def _open_to(viewer: Officer, case: Case, step: str) -> bool:
    """On reconsideration the door is that of the stage under review, and shut to whoever took part before."""
    stage = {"reverse_preliminary": "preliminary", "reverse_formal": "formal"}.get(step)
    return stage is None or (stage == reviewed_at(case) and viewer.pk not in took_part(case))


def _certified(viewer: Officer, case: Case, standing: Decision | None) -> Decision | None:
    positive = standing is not None and standing.outcome == Decision.Outcome.POSITIVE
    return standing if positive and access.may(viewer, access.Act.PRINT_CERTIFICATE, case) else None


_END = _("The guardian stands by the child no more")
_OF_ADULTS = {"refer", "record_refusal", "withdraw"}
_OF_CHILDREN = {"refer_child", "confirm_at_eighteen"}


def _guardianship_doors(viewer: Officer, case: Case, allowed: set[access.Act]) -> list[Door]:
    """Telling the guardianship authority, for who refers the child; appointing a guardian, for the authority."""
    if case.track != Case.Track.CHILD:
        return []
    doors = []
    if access.Act.LODGE in allowed and not guardianship_told(case):
        doors.append(_button("tell_guardianship", _("Tell the guardianship authority"), case))
    if access.may(viewer, access.Act.APPOINT_GUARDIAN, case):
        page, label = (
            ("end_guardianship", _END) if _GUARDIANS.first(case) else ("appoint_guardian", _("Say who the guardian is"))
        )
        doors.append(Door(page, label, _address(page, case)))
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
    child = case.track == Case.Track.CHILD
    return step not in (_OF_ADULTS if child else _OF_CHILDREN)


def _address(page: str, case: Case) -> str:
    return address_of(f"identification:{page}", case.pk)
