"""The ways people go through the mechanism, act by act, as their officers take them. Every text in them is marked, so that
a test can tell wherever one of them shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from panoh.exchange.penalties.actions import compare_penalties, send_penalties
from panoh.identification import actions as identification
from panoh.identification.models import Decision
from panoh.justice import actions as justice
from panoh.justice.models import PenaltyHit, PermitRequest
from panoh.protection import actions as protection
from panoh.protection.models import Departure, Place, Shelter, Stay, SupportPlan
from panoh.referral import actions as referral
from panoh.referral.models import Need, Referral
from panoh.registry.actions import PersonGiven, add_attachment, record_consent, show_attachments
from panoh.registry.models import Attachment, Case, Desk, Officer
from panoh.registry.queries import Identity, read_identity
from panoh.registry.queries.purposes import saying
from panoh.screening import actions as screening
from panoh.screening.models import Operation, RosterEntry, Screening, SecondLook
from panoh.screening.rules.roster import RosterRow
from tests.cast import Cast
from tests.identification.panels import found_in
from tests.registry.files import jpeg

ADULT, CHILD = "ilo_ec_adult_labour", "ilo_ec_child_labour"
COERCED = {"AL.CD.documents": "yes", "AL.CD.debt_bondage": "yes"}
NOTHING_FOUND = {"AL.CD.documents": "no", "act": "no"}

WOMAN = PersonGiven(
    names=(("Муҳаббат Канареева", "passport"),),
    sex="female",
    birth_date="1990-04-02",
    born_from=1990,
    born_to=1990,
    nationality="TJ",
    documents=(("passport", "DEMO 7712345"),),
    contact="through her sister Канарейка, mornings",
)
ANOTHER = PersonGiven(names=(("Зайнаб Канареева", "spoken"),), sex="female", born_from=1995, born_to=1995)
MAN = PersonGiven(names=(("Фирӯз Канареев", "passport"),), sex="male", born_from=1985, born_to=1985, nationality="UZ")
GIRL = PersonGiven(names=(("Ситора Канареева", "spoken"),), sex="female", born_from=2012, born_to=2012)

WORDS = "канарейка: her own words about the house where they slept"
REASONS = "канарейка: papers were taken on arrival and a debt was named that nobody could pay."
NOTE = "канарейка: a room with a lock"
MESSAGE = "канарейка: arrives this evening"
WAY = "канарейка: ask for Zulfiya at the bakery"
ANSWER = "канарейка: come to the back door"
LABEL = "канарейка: her ticket, both sides"
WISH = "канарейка: to sew again"
LEAVING = "канарейка: needs a ward"
ADDRESS = "канарейка: a house by the river"
STAYING = "канарейка: afraid to go back"
WHO_SHE_IS = ("Канареева", "Канарейка", "DEMO 7712345", "1990-04-02")
SAID = (WORDS, REASONS, NOTE, MESSAGE, ANSWER, WAY, WISH, LEAVING, LABEL)


@dataclass(frozen=True)
class Way:
    """One person's case, and the interview it began with."""

    case: Case
    screening: Screening


def interviewed(
    given: PersonGiven,
    *,
    by: Officer,
    at: datetime,
    answers: dict[str, str] | None = None,
    entry: RosterEntry | None = None,
) -> Way:
    """Danger, conditions, agreement, particulars, answers, words, finding."""
    begun = screening.begin_screening(
        in_danger=False, language="tg", track=given.track(at.date()), roster_entry=entry, by=by, at=at
    )
    case = screening.record_agreement(screening=begun, given=given, by=by, at=at)
    child = case.track == Case.Track.CHILD
    chosen = screening.choose_instrument(screening=begun, instrument=CHILD if child else ADULT, by=by, at=at)
    asked = answers or COERCED
    asked = {item.replace("AL.", "CL.") if child else item: value for item, value in asked.items()}
    screening.record_answers(screening=chosen, answers=asked, by=by, at=at)
    screening.record_words(screening=chosen, text=WORDS, by=by, at=at)
    screening.finish(screening=chosen, on_judgement=child, by=by, at=at)
    return Way(Case.objects.get(pk=case.pk), Screening.objects.get(pk=chosen.pk))


def agrees(case: Case, purpose: str, *, by: Officer, at: datetime) -> None:
    record_consent(case=case, purpose=purpose, given=True, language="tg", explained=True, by=by, at=at)


def to_be_seen_again(case: Case, *, by: Officer, at: datetime) -> SecondLook:
    """In a month, by a way the person agreed to."""
    agrees(case, "contact_channel", by=by, at=at)
    on = (at + timedelta(days=30)).date()
    return screening.plan_second_look(case=case, on=on, why="trust", way=WAY, by=by, at=at)


def lodged(case: Case, *, by: Officer, at: datetime) -> Case:
    """An adult agreed to the referral; for a child the guardianship authority is told instead."""
    if case.track == Case.Track.CHILD:
        identification.tell_guardianship(case=case, by=by, at=at)
    else:
        agrees(case, "referral", by=by, at=at)
    return identification.lodge(case=case, by=by, at=at)


def decided(case: Case, outcome: str, cast: Cast, *, at: datetime) -> Decision:
    """Taken in by the intake desk and decided at first instance; a negative is signed by a colleague."""
    identification.take_in(case=case, by=cast.nigina, at=at)
    decision = identification.decide(
        case=case,
        stage="preliminary",
        outcome=outcome,
        form="labour",
        reasons=REASONS,
        elements=found_in(case),
        by=cast.davlat,
        at=at,
    )
    if outcome == "negative":
        identification.sign(decision=decision, by=cast.gulnora, at=at)
    return Decision.objects.get(pk=decision.pk)


def open_shelter(cast: Cast, *, at: datetime) -> Shelter:
    places = (protection.PlaceGiven("1", 1, "women"), protection.PlaceGiven("2", 1, "girls"))
    return protection.open_shelter(
        desk=cast.shahlo.desk, code="river", address=ADDRESS, places=places, by=cast.shahlo, at=at
    )


def sheltered(case: Case, shelter: Shelter, cast: Cast, *, at: datetime) -> tuple[Need, Referral, Stay]:
    """A need for a safe place, referred to the shelter's desk, accepted, and the place given."""
    agrees(case, "service", by=cast.zarina, at=at)
    consent = case.consents.get(purpose="service")
    need = referral.record_need(
        case=case, service="safe_accommodation", urgency="now", note=NOTE, by=cast.zarina, at=at
    )
    asked = referral.refer(need=need, to_desk=shelter.desk, consent=consent, message=MESSAGE, by=cast.zarina, at=at)
    referral.answer(referral=asked, accepted=True, decline_reason="", words=ANSWER, by=cast.shahlo, at=at)
    place = Place.objects.filter(shelter=shelter, kind=kind_for(case)).first()
    assert place is not None
    stay = protection.give_place(case=case, place=place, by=cast.shahlo, at=at)
    return need, Referral.objects.get(pk=asked.pk), stay


def to_leave(case: Case, cast: Cast, *, at: datetime) -> Departure:
    """Against her wish, as one officer asked: it waits for a colleague's signature."""
    return protection.end_stay(
        stay=case.stays.get(),
        because="care",
        where_to="health",
        wished=False,
        words=LEAVING,
        by=cast.shahlo,
        at=at,
    )


def attached(case: Case, cast: Cast, *, at: datetime) -> Attachment:
    """A photograph of her ticket, which the shelter is shown too."""
    made = add_attachment(case=case, kind="travel", label=LABEL, content=jpeg(), by=cast.zarina, at=at)
    disclosure = case.disclosures.get(ended_at=None, to_answer=False)
    show_attachments(disclosure=disclosure, classes=["other"], by=cast.zarina, at=at)
    return made


def planned(case: Case, cast: Cast, *, at: datetime) -> SupportPlan:
    """A plan kept by the shelter, with one thing the shelter does."""
    goal = protection.GoalGiven(WISH, WISH, cast.shahlo.desk, (at + timedelta(days=5)).date())
    return protection.draw_up_plan(case=case, wish=WISH, goals=(goal,), by=cast.shahlo, at=at)


def fined(case: Case, cast: Cast, *, at: datetime) -> dict[str, object]:
    """On the street, for commercial sex; the fine is asked to be annulled."""
    given = justice.PenaltyGiven(kind="fine", on=at.date(), authority="police", article="130 КоАП", words=WORDS)
    made = justice.record_penalty(case=case, given=given, by=cast.zarina, at=at)
    justice.assess_link(
        penalty=made, compulsion="yes", causation="unknown", reasons=WORDS, after=None, by=cast.zarina, at=at
    )
    asked = {"kind": "annulment", "asked_of": "court", "on": at.date(), "words": WORDS}
    return {"penalty_id": made.pk, "relief_id": justice.ask_relief(penalty=made, **asked, by=cast.zarina, at=at).pk}


def stays(case: Case, authority: Officer, *, by: Officer, at: datetime) -> dict[str, object]:
    """A foreigner: given a permit, refused another and before a court, and waiting for a third. A record for every
    argument of an address."""

    def asked(ground: str) -> PermitRequest:
        told = {"ground": ground, "to_desk": authority.desk, "made_by": "person", "words": STAYING}
        return justice.ask_permit(case=case, **told, by=by, at=at)

    on = at.date()
    permit = justice.grant_permit(request=asked("personal"), from_on=on, until_on=on, by=authority, at=at)
    no = justice.refuse_permit(request=asked("cooperation"), reasons=STAYING, by=authority, at=at)
    told = {"asked_of": "court", "on": on, "words": STAYING}
    appeal = justice.appeal_refusal(request=no.request, **told, by=by, at=at)
    waits = asked("personal")
    return {"permit_id": permit.pk, "permit_request_id": waits.pk, "permit_appeal_id": appeal.pk}


def on_a_list(by: Officer, *, at: datetime) -> dict[str, object]:
    """A police list in Latin letters names her twice, to be removed; one row was confirmed, and the other waits."""
    days = [(at + timedelta(days=ahead)).date() for ahead in (3, 5)]
    rows = "".join(f"Kanareyeva Muhabbat,1990-04-02,female,{day}\n" for day in days)
    content = f"full name,birth date,sex,removal date\n{rows}".encode()
    sent = send_penalties(content=content, kind="removal", authority="migration", by=by, at=at)
    compare_penalties(sent=sent, by=by, at=at)
    waits, confirmed = PenaltyHit.objects.order_by("on")
    justice.confirm_hit(hit=confirmed, by=by, at=at)
    return {"penalty_list_id": sent.pk, "hit_id": waits.pk, "notice_id": confirmed.pk}


def prosecuted(case: Case, cast: Cast, *, at: datetime) -> dict[str, object]:
    """Whoever exploited her is judged; she agreed to sharing with police. A record for every argument of an address."""
    agrees(case, "police", by=cast.zarina, at=at)
    by, on = cast.jamshed, at.date() - timedelta(days=9)
    found = justice.open_criminal_case(on=on, articles=["130.1"], file_number=NOTE, by=by, at=at)
    for stage in ("investigated", "charged", "tried"):
        newest = justice.record_stage(criminal_case=found, stage=stage, on=on, by=by, at=at)
    him = justice.add_defendant(criminal_case=found, given=justice.DefendantGiven(name=NOTE), by=by, at=at)
    justice.hold_defendant(defendant=him, place=NOTE, on=on, by=by, at=at)
    paid = justice.order_restitution(criminal_case=found, on=on, amount=Decimal(10), currency="TJS", by=by, at=at)
    court = Desk.objects.get(code="courts_liaison")
    sent = justice.transfer_criminal_case(criminal_case=found, to_desk=court, because="trial", by=by, at=at)
    return {
        "criminal_case_id": found.pk,
        "stage_id": newest.pk,
        "defendant_id": him.pk,
        "victim_id": justice.count_victim(criminal_case=found, reference=case.reference, by=by, at=at).pk,
        "restitution_id": paid.pk,
        "asset_id": justice.freeze_asset(criminal_case=found, kind="money", on=on, by=by, at=at).pk,
        "transfer_id": sent.pk,
    }


def kind_for(case: Case) -> str:
    return "girls" if case.track == Case.Track.CHILD else "women"


def came_by_flight(rows: tuple[RosterRow, ...], *, by: Officer, at: datetime) -> Operation:
    """A flight's list, on the roster of the officer's desk."""
    operation = screening.open_operation(kind="flight", title="DEMO 632", on=at.date(), by=by, at=at)
    screening.import_roster(operation=operation, rows=rows, by=by, at=at)
    return operation


def old_list(rows: tuple[RosterRow, ...], *, by: Officer, at: datetime) -> Operation:
    """A flight's list whose operation was closed the same day, though not everybody was met."""
    operation = came_by_flight(rows, by=by, at=at)
    closed(operation, by=by, at=at)
    return operation


def closed(operation: Operation, *, by: Officer, at: datetime) -> None:
    screening.close_operation(operation=operation, reason=NOTE, by=by, at=at)


def read_by_another_desk(case: Case, *, by: Officer, at: datetime, what_for: str = "supervision") -> Identity:
    """The name, opened by an officer whose work the case is not and who said what for."""
    with saying(lambda: what_for):
        return read_identity(case=case, viewer=by, purpose="case_page", at=at)
