"""Every act on a case, and what it meets: the wrong post, out of order, twice, a stale page, after every deadline, after a
consent was withdrawn. A new act fails the tests until it stands here, or under `ELSEWHERE` with where it is looked after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from panoh.identification import actions as identification
from panoh.identification.models import Panel
from panoh.identification.queries import open_panel, panel_in
from panoh.protection import actions as protection
from panoh.protection.actions import GoalGiven
from panoh.protection.models import Place, PlanGoal, Stay, SupportPlan
from panoh.protection.queries.plan import mark_of_plan
from panoh.referral import actions as referral
from panoh.registry.actions import PersonGiven, record_consent, withdraw_consent
from panoh.registry.models import Case, Officer
from tests.identification.panels import FOUND, WRITTEN
from tests.journeys import ways
from tests.proof import beginnings, far
from tests.proof.two_at_once import InHand, in_hand
from tests.proof.world import World

Run = Callable[[], object]
Ready = Callable[[InHand, Officer, datetime], Run]
FRONT, CENTRE = ("zarina", "nigina"), ("zarina", "nigina", "davlat", "gulnora")
SHELTER, PANEL = ("shahlo", "farzona"), ("rustam", "malika", "lola")
EVERY = ()
"""No state refuses it: help, and what people say and take back."""


@dataclass(frozen=True)
class Row:
    """`ready` opens the page and gives the act on what was seen there. `by`: all who may; `states`: from where.

    `while_shown`: rests on what the desk is shown, which closes by itself after its time and can be shared again.
    `while_running`: moves a deadline of those who work; once it ran out it stays late, and nothing is refused by that.
    """

    stands: str
    by: tuple[str, ...]
    ready: Ready
    states: tuple[str, ...] = EVERY
    again: bool = False
    needs_consent: bool = False
    while_shown: bool = False
    while_running: bool = False


def stands(world: World, where: str) -> InHand:
    if where in {"", "accepted"}:
        return in_hand(world, accepted=where == "accepted")
    zarina = world.officers()["zarina"]
    if where.startswith("child"):
        girl = PersonGiven(names=(("Ситора Канареева", "spoken"),), sex="female", born_from=2012, born_to=2012)
        child = InHand(world, beginnings.comes(given=girl, to="presumed", by=zarina, at=world.now))
        if where == "child referred":
            ways.lodged(child.case, by=zarina, at=world.now)
        return InHand(world, child.seen)
    if where in {"paused", "left"}:
        return _out_of_the_way(world, where)
    case = far.brought(given=beginnings.somebody(Random(4)), to=where, helped="", by=zarina, at=world.now)
    return InHand(world, Case.objects.get(pk=case.pk))


def _out_of_the_way(world: World, where: str) -> InHand:
    """By the acts themselves: a pause, or having left."""
    if where == "paused":
        it = in_hand(world)
        told = {"asked_by_person": True, "attempts": 0, "risk": "He may look for her."}
        identification.pause_case(case=it.seen, **told, by=it.who("nigina"), at=it.now)
        return InHand(world, it.seen)
    it = stands(world, "referred")
    left = {"effect_explained": True, "words": "I want to be left alone."}
    identification.record_withdrawal(case=it.seen, **left, by=it.who("nigina"), at=it.now)
    return InHand(world, it.seen)


def on_case(act: Callable[..., object], **more: object) -> Ready:
    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        seen = it.seen
        return lambda: act(case=seen, **more, by=by, at=at)

    return ready


def on_panel(act: Callable[..., object], **more: object) -> Ready:
    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        seen = Panel.objects.select_related("case", "convened_by").get(case=it.case)
        return lambda: act(panel=seen, **more, by=by, at=at)

    return ready


def on_need(act: Callable[..., object]) -> Ready:
    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        seen = it.need
        return lambda: act(need=seen, by=by, at=at)

    return ready


def on_referral(act: Callable[..., object], **more: object) -> Ready:
    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        seen = it.asked
        return lambda: act(referral=seen, **more, by=by, at=at)

    return ready


def on_plan(act: Callable[..., object], **more: object) -> Ready:
    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        seen = SupportPlan.objects.select_related("case").get(case=it.case)
        return lambda: act(plan=seen, **more, by=by, at=at)

    return ready


def _on_proposal(act: Callable[..., object], **more: object) -> Ready:
    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        seen = it.case.decisions.select_related("case__person").get()
        return lambda: act(decision=seen, **more, by=by, at=at)

    return ready


def _convenes(it: InHand, by: Officer, at: datetime) -> Run:
    seen = it.seen
    members = [it.who(each) for each in PANEL]
    return lambda: identification.convene_panel(case=seen, members=members, by=by, at=at)


def _invites(it: InHand, by: Officer, at: datetime) -> Run:
    if open_panel(it.case) is None:
        first = [it.who("rustam"), it.who("malika")]
        identification.convene_panel(case=it.case, members=first, by=first[0], at=it.now)
    seen = panel_in(it.case)
    return lambda: identification.invite_to_panel(panel=seen, members=[it.who("lola")], by=by, at=at)


def _excuses(it: InHand, by: Officer, at: datetime) -> Run:
    seen = panel_in(it.case)
    return lambda: identification.excuse_member(panel=seen, member=it.who("lola"), because="She is ill.", by=by, at=at)


def _appoints(it: InHand, by: Officer, at: datetime) -> Run:
    if not it.case.disclosures.exists():
        identification.tell_guardianship(case=it.case, by=it.who("zarina"), at=it.now)
    return on_case(identification.appoint_guardian, **GUARDIAN, appointed_on=it.now.date())(it, by, at)


def _ends_a_guardianship(it: InHand, by: Officer, at: datetime) -> Run:
    if not it.case.guardians.exists():
        _appoints(it, it.who("dilbar"), it.now)()
    return on_case(identification.end_guardianship, ended_on=it.now.date())(it, by, at)


def _withdraws(it: InHand, by: Officer, at: datetime) -> Run:
    seen = it.consent("service")
    return lambda: withdraw_consent(consent=seen, by=by, at=at)


def _refers(it: InHand, by: Officer, at: datetime) -> Run:
    need, agreed, other = it.need, it.consent("service"), it.who("parvina").desk
    return lambda: referral.refer(need=need, to_desk=other, consent=agreed, message="tonight", by=by, at=at)


def _gives(it: InHand, by: Officer, at: datetime) -> Run:
    seen, place = it.seen, Place.objects.select_related("shelter").filter(kind="women")[0]
    return lambda: protection.give_place(case=seen, place=place, by=by, at=at)


def _ends_a_stay(it: InHand, by: Officer, at: datetime) -> Run:
    if not it.case.stays.exists():
        _gives(it, it.who("shahlo"), it.now)()
    seen = Stay.objects.select_related("place__shelter").get(case=it.case)
    return lambda: protection.end_stay(stay=seen, because="wish", where_to="family", wished=True, by=by, at=at)


def _serves(it: InHand, by: Officer, at: datetime) -> Run:
    return on_case(protection.record_service, service="medical_care", on=at.date(), payer="state")(it, by, at)


def _draws_up(it: InHand, by: Officer, at: datetime) -> Run:
    if SupportPlan.objects.filter(case=it.case, ended_at=None, drawn_up_at=it.now).exists():
        SupportPlan.objects.filter(case=it.case).update(ended_at=it.now, ended_because="reached")
    return on_case(protection.draw_up_plan, wish="to go home")(it, by, at)


def _adds(it: InHand, by: Officer, at: datetime) -> Run:
    given = GoalGiven("work", "a course", None, at.date() + timedelta(days=30))
    return on_plan(protection.add_goal, given=given)(it, by, at)


def _agrees(it: InHand, by: Officer, at: datetime) -> Run:
    return on_plan(protection.agree_plan, after=mark_of_plan(it.plan))(it, by, at)


def _closes(it: InHand, by: Officer, at: datetime) -> Run:
    seen = PlanGoal.objects.select_related("plan__case").get(plan__case=it.case)
    return lambda: protection.close_goal(goal=seen, outcome="reached", words="she sleeps", by=by, at=at)


NO = {"stage": "preliminary", "outcome": "negative", "form": "unknown", "reasons": ways.REASONS, "elements": FOUND}
YES = {"purpose": "police", "given": True, "language": "tg", "explained": True}
NEED = {"service": "medical_care", "urgency": "now", "note": "a fever"}
ACCEPT = {"accepted": True, "decline_reason": "", "words": "come"}
VOTE = {"outcome": "positive", "elements": FOUND}
GUARDIAN = {"name": "Канареева Ойша", "capacity": "relative", "authority": "guardianship"}
PENDING, FORMAL = ("preliminary_pending",), ("formal_pending",)

ROWS: dict[str, Row] = {
    "lodge": Row("", FRONT, on_case(identification.lodge), ("presumed",), needs_consent=True),
    "record_refusal": Row("", FRONT, on_case(identification.record_refusal, reason="not_told"), ("presumed",)),
    "take_in": Row("referred", ("nigina",), on_case(identification.take_in), ("referred",)),
    "decide": Row("pending", ("davlat", "gulnora"), on_case(identification.decide, **NO), PENDING),
    "sign": Row("proposed", ("gulnora",), _on_proposal(identification.sign), PENDING),
    "send_back": Row("proposed", ("gulnora",), _on_proposal(identification.send_back, reason="the papers?"), PENDING),
    "open_formal_decision": Row(
        "recovery", PANEL, on_case(identification.open_formal_decision, asked_by_person=True), ("recovery",)
    ),
    "convene_panel": Row("formal", PANEL, _convenes, FORMAL),
    "invite_to_panel": Row("formal", PANEL, _invites, FORMAL),
    "declare_for_panel": Row(
        "called", PANEL, on_panel(identification.declare_for_panel, conflict_of_interest=False), FORMAL, again=True
    ),
    "excuse_member": Row("called", ("rustam",), _excuses, FORMAL, again=True),
    "vote": Row("sits", PANEL, on_panel(identification.vote, **VOTE), FORMAL, again=True),
    "conclude_panel": Row(
        "voted", PANEL, on_panel(identification.conclude_panel, form="labour", reasons=WRITTEN), FORMAL
    ),
    "tell_guardianship": Row("child", FRONT, on_case(identification.tell_guardianship)),
    "appoint_guardian": Row("child", ("dilbar",), _appoints),
    "end_guardianship": Row("child", ("dilbar",), _ends_a_guardianship),
    "record_consent": Row("", FRONT, on_case(record_consent, **YES), again=True),
    "withdraw_consent": Row("", FRONT, _withdraws, needs_consent=True),
    "record_need": Row("", CENTRE, on_case(referral.record_need, **NEED), again=True),
    "meet_need": Row("", CENTRE, on_need(referral.meet_need)),
    "refer": Row("", CENTRE, _refers, needs_consent=True),
    "answer": Row("", SHELTER, on_referral(referral.answer, **ACCEPT), needs_consent=True, while_shown=True),
    "remind": Row("", CENTRE, on_referral(referral.remind), needs_consent=True, while_shown=True),
    "withdraw_referral": Row("", CENTRE, on_referral(referral.withdraw_referral)),
    "give_place": Row("", SHELTER, _gives),
    "end_stay": Row("", SHELTER, _ends_a_stay),
    "record_service": Row("", ("zarina",), _serves),
    "draw_up_plan": Row("accepted", SHELTER, _draws_up, needs_consent=True, while_shown=True),
    "add_goal": Row("accepted", SHELTER, _adds, again=True, needs_consent=True, while_shown=True),
    "close_goal": Row("accepted", SHELTER, _closes, needs_consent=True, while_shown=True),
    "agree_plan": Row("accepted", SHELTER, _agrees, needs_consent=True, while_shown=True),
    "review_plan": Row(
        "accepted",
        SHELTER,
        on_plan(protection.review_plan, with_person=True, words="better"),
        again=True,
        needs_consent=True,
        while_shown=True,
    ),
    "end_plan": Row(
        "accepted", SHELTER, on_plan(protection.end_plan, because="reached"), needs_consent=True, while_shown=True
    ),
}
INNER = "taken inside other acts, which look at who and when; the stories try it by everybody"
ERASING = "of closed cases and lists, by two officers: tests/identification/test_retention.py, test_list_retention.py"
EMERGENCY = "opens what a post does not reach: tests/desk/test_emergencies.py"
COMPARTMENT = "tests/desk/test_compartments.py, tests/house/test_compartment.py"
ATTACHED = "tests/registry and tests/desk look after attachments"
NO_CASE = "is about no case: tests/registry, tests/referral, tests/protection, tests/justice"
SIGNING_IN = (
    "is about an officer's own way in: tests/desk/test_second_step.py, tests/desk/test_vetting.py, tests/browser"
)
ON_LISTS = "rests on a list that was sent: tests/exchange/test_penalties.py"
ABROAD = "by a consul, whom this world does not have: tests/protection/test_consular.py"
TWO_RECORDS = "is about two cases at once: tests/identification/test_same_person.py"
ELSEWHERE: dict[str, str] = {
    **dict.fromkeys(("propose_same_person", "decide_same_person", "undo_same_person"), TWO_RECORDS),
    **dict.fromkeys(("meet_abroad", "open_consular_file", "change_consular_file", "close_consular_file"), ABROAD),
    **dict.fromkeys(("ask_document", "issue_document", "refer_to_host", "answer_of_host"), ABROAD),
    "answer_transfer": "by the data-protection officer, on what a consul or manager asked: tests/protection/test_abroad.py",
    "open_custody_of_line": "about a line of a roster: tests/protection/test_custody.py",
    **dict.fromkeys(("record_signal", "join_signals", "meet_signal", "close_signal"), NO_CASE),
    **dict.fromkeys(("agree_to_close_signal", "keep_signal_open", "take_up_signal"), NO_CASE),
    **dict.fromkeys(("open_case", "take_step", "put_on_track", "disclose", "end_disclosure"), INNER),
    **dict.fromkeys(("register_person", "correct_person"), INNER),
    **dict.fromkeys(("put_up_procedure", "convene_group", "comment_on_procedure", "answer_comment"), NO_CASE),
    **dict.fromkeys(("propose_adoption", "adopt_procedure", "set_procedure_aside"), NO_CASE),
    **dict.fromkeys(("add_officer", "renew_invitation", "end_officer", "describe_desk", "open_shelter"), NO_CASE),
    **dict.fromkeys(
        ("vet_officer", "look_at_officer", "give_administrators", "ask_for_help", "confirm_help"), SIGNING_IN
    ),
    **dict.fromkeys(("print_sheet_for", "note_help", "start_app", "confirm_app", "new_sheet"), SIGNING_IN),
    **dict.fromkeys(("remove_factor", "add_passkey"), SIGNING_IN),
    **dict.fromkeys(("add_places", "close_place", "reopen_place", "change_place", "change_room"), NO_CASE),
    **dict.fromkeys(("open_criminal_case", "record_stage", "take_back_stage", "pronounce_sentence"), NO_CASE),
    **dict.fromkeys(("add_defendant", "hold_defendant", "release_defendant"), NO_CASE),
    **dict.fromkeys(("count_victim", "unlink_victim"), NO_CASE),
    **dict.fromkeys(("order_restitution", "record_payment", "freeze_asset", "settle_asset"), NO_CASE),
    **dict.fromkeys(("transfer_criminal_case", "receive_criminal_case"), NO_CASE),
    "ask_extension": "rests on criminal proceedings: tests/justice/test_residence.py",
    **dict.fromkeys(("confirm_hit", "dismiss_hit", "reopen_hit", "note_removal"), ON_LISTS),
    **dict.fromkeys(("record_staff", "record_budget", "review_reading", "keep_unusual"), NO_CASE),
    **dict.fromkeys(("keep_names", "ask_to_erase", "erase_names", "refuse_to_erase"), ERASING),
    **dict.fromkeys(("keep_list_names", "ask_to_erase_list", "erase_list_names", "refuse_to_erase_list"), ERASING),
    **dict.fromkeys(("open_in_emergency", "end_emergency", "notice_emergency", "review_emergency"), EMERGENCY),
    **dict.fromkeys(("put_in_compartment", "agree_to_compartment", "review_compartment", "let_in"), COMPARTMENT),
    **dict.fromkeys(("ask_out_of_compartment", "keep_in_compartment", "take_out_of_compartment"), COMPARTMENT),
    **dict.fromkeys(("name_member", "name_head_anew", "end_membership"), COMPARTMENT),
    **dict.fromkeys(("put_in_beside", "keep_apart"), "tests/desk/test_kept_together.py"),
    **dict.fromkeys(("add_attachment", "replace_attachment", "show_attachments"), ATTACHED),
    **dict.fromkeys(("remove_attachment", "set_aside_attachment", "put_back_attachment"), ATTACHED),
}
