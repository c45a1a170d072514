"""Acts after the first help and what each meets, in rows as in `bad_input`: being told, asking others to look again, pausing,
leaving and coming back, living in a house and leaving it, judging danger, and what a desk says of what it was shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from panoh.identification import actions as identification
from panoh.identification.queries import panel_in
from panoh.protection import actions as protection
from panoh.protection.actions.closing import Given
from panoh.protection.actions.interests import Assessed
from panoh.protection.models import ChargeComplaint, Departure, Intake, Place, PlaceOffer, SafetyMeasure, Stay
from panoh.protection.queries.interests import newest_interests
from panoh.referral import actions as referral
from panoh.referral.actions import note_report, report_service
from panoh.referral.models import ServiceReport
from panoh.registry.actions import record_consent, set_contact_rules, withdraw_consent
from panoh.registry.models import Disclosure, Officer, Person
from panoh.registry.queries.contact import rules_of
from panoh.registry.queries.purposes import saying
from panoh.registry.rules.contact import Said
from tests.proof.bad_input import CENTRE, FORMAL, FRONT, PANEL, PENDING, SHELTER, Ready, Row, Run, on_case, on_referral
from tests.proof.two_at_once import InHand

DAY = timedelta(days=1)
TOLD = {
    "to_whom": "person",
    "way": "in_person",
    "language": "tg",
    "interpreter": "not_needed",
    "outcome": "understood",
    "paper": "would_betray",
}
REVIEW = {"asked_by": "person", "grounds": "Nobody asked her about the debt."}
PAUSE = {"asked_by_person": True, "attempts": 0, "risk": "He may look for her."}
LEAVES = {"effect_explained": True, "words": "I want to be left alone."}
REPORT = {"outcome": "begun", "reason": "", "below_standard": False, "words": ""}
HOW = Said(allowed=True, how="through her sister", when="mornings")
CHARGE = {"service": "medical_care", "words": "The clinic took money.", "by_person": True}
NEGATIVES = ("preliminary_negative", "not_identified")
OPEN = ("presumed", "referred", "preliminary_pending", "recovery", *FORMAL, "identified", "reconsideration", *NEGATIVES)
MAY_LEAVE = ("referred", "preliminary_pending", "recovery", "preliminary_negative", *FORMAL, "identified")
TURNING = ("referred", "preliminary_pending", "recovery", "preliminary_negative", *FORMAL, "reconsideration")
SUPPORTED = ("long_term_support", "returned")
CLOSABLE = (*NEGATIVES, "withdrawn", *SUPPORTED)
TELLABLE = ("recovery", *FORMAL, "identified", "reconsideration", *NEGATIVES, "withdrawn", *SUPPORTED)
NAMED = ("signal", "screened_negative", *OPEN, "suspended", "withdrawn", *SUPPORTED, "closed")
"""Every state but that of a record which keeps no name."""


def _prints(**given: Any) -> bytes:
    """Whoever works on the case by reach alone has said what for."""
    with saying(lambda: "supervision"):
        return identification.print_decision(**given)


def _decided(act: Callable[..., object], **more: object) -> Ready:
    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        found = it.case.decisions.select_related("case__person").order_by("-proposed_at", "stage")
        seen = found[0]  # at one moment the formal one, which "formal" puts first
        return lambda: act(decision=seen, **more, by=by, at=at)

    return ready


def _agrees_to_excuse(it: InHand, by: Officer, at: datetime) -> Run:
    lola = it.who("lola")
    seen = panel_in(it.case)
    if not seen.seats.filter(officer=lola).exclude(excuse_asked_by=None).exists():
        identification.excuse_member(panel=seen, member=lola, because="She is ill.", by=it.who("rustam"), at=it.now)
    return lambda: identification.agree_to_excuse(panel=seen, member=lola, by=by, at=at)


def _turns_eighteen(it: InHand, by: Officer, at: datetime) -> Run:
    Person.objects.filter(pk=it.case.person_id).update(born_from=2000, born_to=2000, age_in_doubt=False)
    asked = {"agreed": False, "language": "tg", "risk": "She thinks it over."}
    return on_case(identification.ask_anew_at_eighteen, **asked)(it, by, at)


def _moves(it: InHand, by: Officer, at: datetime) -> Run:
    due = it.case.clocks.get(clock="preliminary_decision").due_at
    told = {"step": "extend_preliminary", "until": due.date() + 2 * DAY, "because": "awaited"}
    return on_case(identification.move_deadline, **told)(it, by, at)


def _closes_a_case(it: InHand, by: Officer, at: datetime) -> Run:
    if it.case.manager_id is None:
        identification.name_manager(case=it.case, manager=it.who("parvina"), by=it.who("nigina"), at=it.now)
        identification.tell_decision(decision=it.case.decisions.get(), **TOLD, by=it.who("nigina"), at=it.now)
    given = Given(outcome="wish", told="in_person", follow_up="declined", last_needs="A dentist.")
    return on_case(protection.close_case, given=given)(it, by, at)


def _names(it: InHand, by: Officer, at: datetime) -> Run:
    return on_case(identification.name_manager, manager=it.who("parvina"))(it, by, at)


def _assesses_interests(it: InHand, by: Officer, at: datetime) -> Run:
    if not it.case.disclosures.exists():
        identification.tell_guardianship(case=it.case, by=it.who("zarina"), at=it.now)
    words = ("the girl, the guardian", "I want to go to school", "with the aunt; in the shelter", "she is safe there")
    given = Assessed("care", *words, goes_ahead=True, guardian_present=True, review_on=at.date() + 30 * DAY)
    return on_case(protection.assess_interests, given=given, after=newest_interests(it.case))(it, by, at)


def _assesses_risk(it: InHand, by: Officer, at: datetime) -> Run:
    told = {"level": "serious", "danger": "He knows the street.", "own_view": "", "review_on": at.date() + DAY}
    after = it.case.risks.filter(replaced_at=None).values_list("pk", flat=True).first()
    return on_case(protection.assess_risk, **told, after=after)(it, by, at)


def _adds_a_measure(it: InHand, by: Officer, at: datetime) -> Run:
    given = {"what": "somebody walks with her", "desk": it.case.desk, "review_on": at.date() + DAY}
    return on_case(protection.add_measure, **given)(it, by, at)


def _ends_a_measure(it: InHand, by: Officer, at: datetime) -> Run:
    if not SafetyMeasure.objects.filter(case=it.case).exists():
        _adds_a_measure(it, it.who("zarina"), it.now)()
    seen = SafetyMeasure.objects.select_related("case").get(case=it.case)
    return lambda: protection.end_measure(measure=seen, by=by, at=at)


def _answers_a_charge(it: InHand, by: Officer, at: datetime) -> Run:
    if not ChargeComplaint.objects.filter(case=it.case).exists():
        protection.complain_of_charge(case=it.case, **CHARGE, by=it.who("zarina"), at=it.now)
    seen = ChargeComplaint.objects.select_related("case").get(case=it.case)
    answer = {"outcome": "looked_into", "words": "The clinic was asked."}
    return lambda: protection.answer_charge(complaint=seen, **answer, by=by, at=at)


def _closing(it: InHand, by: Officer, at: datetime) -> Run:
    agreed = it.consent("service")
    if agreed.withdrawn_at is None:
        withdraw_consent(consent=agreed, by=it.who("zarina"), at=it.now)
    seen = Disclosure.objects.select_related("case").exclude(ended_at=None).filter(to_desk=it.who("shahlo").desk)
    last = seen.order_by("-from_at", "-pk")[0]
    return lambda: referral.acknowledge_closing(disclosure=last, papers="destroyed", by=by, at=at)


def _notes(it: InHand, by: Officer, at: datetime) -> Run:
    found = ServiceReport.objects.select_related("referral__need__case").filter(referral__need__case=it.case)
    if not found.exists():
        report_service(referral=it.asked, **REPORT, by=it.who("shahlo"), at=it.now)
    seen = found.get()
    return lambda: note_report(report=seen, by=by, at=at)


def _shortens(it: InHand, by: Officer, at: datetime) -> Run:
    return on_referral(referral.shorten_sharing, until=at.date() + DAY)(it, by, at)


def _shares_again(it: InHand, by: Officer, at: datetime) -> Run:
    """It was shown yesterday, and the person was asked again now."""
    if it.case.consents.filter(purpose="service").count() == 1:
        Disclosure.objects.filter(case=it.case).update(from_at=it.now - DAY)
        yes = {"purpose": "service", "given": True, "language": "tg", "explained": True}
        record_consent(case=it.case, **yes, by=it.who("zarina"), at=it.now)
    return on_referral(referral.share_again)(it, by, at)


def _a_bed(it: InHand) -> Place:
    return Place.objects.select_related("shelter").filter(kind="women").order_by("pk")[0]


def _offers(it: InHand, by: Officer, at: datetime) -> Run:
    return on_case(protection.offer_place, place=_a_bed(it))(it, by, at)


def _ends_an_offer(it: InHand, by: Officer, at: datetime) -> Run:
    if not PlaceOffer.objects.filter(case=it.case).exists():
        _offers(it, it.who("shahlo"), it.now)()
    seen = PlaceOffer.objects.select_related("place__shelter").get(case=it.case)
    return lambda: protection.end_offer(offer=seen, by=by, at=at)


def _notes_an_offer(it: InHand, by: Officer, at: datetime) -> Run:
    if not PlaceOffer.objects.filter(case=it.case).exists():
        _offers(it, it.who("shahlo"), it.now)()
    seen = PlaceOffer.objects.select_related("case").get(case=it.case)
    return lambda: protection.note_offer(offer=seen, by=by, at=at)


def lives_there(it: InHand) -> Stay:
    if not it.case.stays.exists():
        protection.give_place(case=it.case, place=_a_bed(it), by=it.who("shahlo"), at=it.now)
    return Stay.objects.select_related("place__shelter", "case").get(case=it.case)


def _living_there(
    act: Callable[..., object], before: Callable[[InHand, Stay], None] | None = None, **more: object
) -> Ready:
    """The act on somebody's stay, after what has to stand `before` it."""

    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        seen = lives_there(it)
        if before is not None:
            before(it, seen)
        return lambda: act(stay=seen, **more, by=by, at=at)

    return ready


def _went_out(it: InHand, stay: Stay) -> None:
    if not stay.absences.exists():
        protection.goes_out(stay=stay, by=it.who("shahlo"), at=it.now)


def _arrived(it: InHand, stay: Stay) -> None:
    if not Intake.objects.filter(stay=stay).exists():
        told = {"language": "tg", "told": ("free_to_go",), "things": "a telephone"}
        protection.record_intake(stay=stay, **told, by=it.who("shahlo"), at=it.now)


def _says_how(it: InHand, by: Officer, at: datetime) -> Run:
    standing = rules_of(it.case)
    seen, after = it.seen, standing and standing.pk
    return lambda: set_contact_rules(case=seen, said=HOW, after=after, by=by, at=at)


def _departure(act: Callable[..., object]) -> Ready:
    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        stay = lives_there(it)
        if not stay.departures.exists():
            why = {"because": "care", "where_to": "health", "wished": False, "words": "She needs a hospital."}
            protection.end_stay(stay=stay, **why, by=it.who("shahlo"), at=it.now)
        seen = Departure.objects.select_related("stay__place__shelter", "stay__case").get(stay=stay)
        return lambda: act(departure=seen, by=by, at=at)

    return ready


FOLLOW_UP = {"purpose": "follow_up", "given": True, "language": "tg", "explained": True}
AGREES_AGAIN = {"agreed": True, "language": "tg", "explained": True}
ARRIVAL = {"language": "tg", "told": ("free_to_go",), "things": ""}
MORE: dict[str, Row] = {
    "tell_decision": Row("refused", FRONT, _decided(identification.tell_decision, **TOLD), TELLABLE),
    "ask_for_reconsideration": Row(
        "refused", ("zarina",), on_case(identification.ask_for_reconsideration, **REVIEW), NEGATIVES
    ),
    "record_withdrawal": Row("referred", FRONT, on_case(identification.record_withdrawal, **LEAVES), MAY_LEAVE),
    "pause_case": Row("", ("nigina",), on_case(identification.pause_case, **PAUSE), (*OPEN, *SUPPORTED)),
    "move_deadline": Row("pending", PANEL, _moves, PENDING, while_running=True),
    "resume_case": Row("paused", FRONT, on_case(identification.resume_case), ("suspended",)),
    "close_case": Row("refused", ("parvina",), _closes_a_case, CLOSABLE, needs_consent=True),
    "come_back": Row("left", FRONT, on_case(identification.come_back), ("withdrawn", "closed")),
    "apply_for_status": Row("", FRONT, on_case(identification.apply_for_status, made_by="person"), NAMED),
    "ask_anew_at_eighteen": Row("child referred", ("nigina",), _turns_eighteen, TURNING),
    "agree_to_excuse": Row("called", ("malika", "lola"), _agrees_to_excuse, FORMAL),
    "name_manager": Row("", ("nigina",), _names, (*NAMED, "declined_anonymous"), again=True, needs_consent=True),
    "print_decision": Row("refused", (*CENTRE, *PANEL), _decided(_prints), again=True),
    "print_certificate": Row("identified", CENTRE, _decided(identification.print_certificate), again=True),
    "set_contact_rules": Row("", FRONT, _says_how),
    "assess_interests": Row("child", ("dilbar",), _assesses_interests),
    "assess_risk": Row("", FRONT, _assesses_risk),
    "add_measure": Row("", FRONT, _adds_a_measure, again=True),
    "end_measure": Row("", ("zarina",), _ends_a_measure),
    "complain_of_charge": Row("", CENTRE, on_case(protection.complain_of_charge, **CHARGE), again=True),
    "answer_charge": Row("", ("nigina",), _answers_a_charge, again=True),
    "report_service": Row(
        "accepted", SHELTER, on_referral(report_service, **REPORT), needs_consent=True, while_shown=True
    ),
    "note_report": Row("accepted", CENTRE, _notes),
    "acknowledge_closing": Row("accepted", SHELTER, _closing),
    "shorten_sharing": Row("accepted", CENTRE, _shortens, again=True, needs_consent=True, while_shown=True),
    "share_again": Row("accepted", CENTRE, _shares_again, needs_consent=True),
    "offer_place": Row("accepted", SHELTER, _offers, needs_consent=True, while_shown=True),
    "end_offer": Row("accepted", SHELTER, _ends_an_offer),
    "note_offer": Row("accepted", CENTRE, _notes_an_offer),
    "take_consent": Row("", FRONT, on_case(protection.take_consent, **FOLLOW_UP), again=True),
    "ask_resident_again": Row(
        "accepted", SHELTER, _living_there(protection.ask_resident_again, **AGREES_AGAIN), again=True
    ),
    "sign_departure": Row("accepted", ("farzona",), _departure(protection.sign_departure)),
    "refuse_departure": Row("accepted", SHELTER, _departure(protection.refuse_departure)),
    "ask_to_move": Row("accepted", SHELTER, _living_there(protection.ask_to_move, urgency="soon", note="")),
    "goes_out": Row("accepted", SHELTER, _living_there(protection.goes_out)),
    "comes_back": Row("accepted", SHELTER, _living_there(protection.comes_back, _went_out)),
    "record_intake": Row("accepted", SHELTER, _living_there(protection.record_intake, **ARRIVAL)),
    "tell_more": Row(
        "accepted", SHELTER, _living_there(protection.tell_more, _arrived, told=("complain",)), again=True
    ),
    "return_things": Row("accepted", SHELTER, _living_there(protection.return_things, _arrived)),
}
