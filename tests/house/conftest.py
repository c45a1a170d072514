"""A world for the access tests, made once: people of the cast's cases at every point of the mechanism, each text marked."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from panoh.desk import sign_in as door
from panoh.desk.purpose_said import keep_purpose
from panoh.exchange.actions import send_list
from panoh.identification import actions as identification
from panoh.identification.models import Decision, ListRetention, Retention
from panoh.instruments import countries
from panoh.instruments.library import screening_instrument
from panoh.protection import actions as protection
from panoh.protection.actions import add_measure, complain_of_charge
from panoh.protection.models import (
    Advocate,
    ChargeComplaint,
    Departure,
    Place,
    PlaceOffer,
    PlanGoal,
    SafetyMeasure,
    Shelter,
    Stay,
    SupportPlan,
)
from panoh.protection.queries.returns import mark_of_return
from panoh.referral.actions import WishGiven, assess_needs, record_need, report_service
from panoh.referral.models import Need, Referral, ServiceReport
from panoh.registry.actions import (
    PersonGiven,
    comment_on_procedure,
    disclose,
    open_case,
    open_in_emergency,
    put_in_compartment,
    put_up_procedure,
    record_consent,
    register_person,
    withdraw_consent,
)
from panoh.registry.actions.factors import start_app
from panoh.registry.actions.helping import ask_for_help
from panoh.registry.models import Case, Compartment, Disclosure, Officer, Person, Post, ProcedureComment, ProcedureText
from panoh.screening.actions import add_unnamed, hold_against, join_lines, offer_hand_over
from panoh.screening.models import HandOver, Joining, Operation, RosterEntry, RosterMatch, SecondLook
from tests.assessment import answered, texts
from tests.cast import Cast, hire
from tests.conftest import NOON
from tests.exchange.publishing import proposed_half
from tests.identification.panels import found_in
from tests.journeys import ways
from tests.journeys.test_from_a_flight_to_a_shelter import FLIGHT
from tests.prevention import kept, made
from tests.statistics.book import frozen_year

BESIDE = {
    "oisha": ("guardianship authority of another region", "guardianship_sughd.guardian"),
    "komil": ("residence permits", "migration_permits.migration_authority"),
    "timur": ("consulate in Moscow", "consulate_moscow.consular_officer"),
}
"""Posts the cast leaves out, so that every role of the access table knocks at every door."""
LIST = "full_name,birth_date\nКанареев Лист,1980\nКанареев Лист,31.02.1990\n"


@pytest.fixture
def fresh_cache() -> None:
    cache.clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever looks at the world below goes first, together: it is made once for all of it, and nothing takes longer."""
    items.sort(key=lambda item: not _looks_at_the_world(item))


def _looks_at_the_world(item: pytest.Item) -> bool:
    return Path(__file__).parent in item.path.parents and "world" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: object) -> Iterator[SimpleNamespace]:
    """`world.cast`, and `world.ids`: a record for every argument an address can ask for. Undone after
    the last of them. `world.shown` keeps what was opened."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        cast = hire(at=NOON)
        for name, (_, post) in BESIDE.items():
            cast.officers[name] = Officer.objects.create(
                post=Post.objects.get(code=post), username=name, name=name.title()
            )
        shelter = ways.open_shelter(cast, at=NOON)
        operation = ways.came_by_flight(FLIGHT, by=cast.zarina, at=NOON)
        entry = RosterEntry.objects.get(operation=operation, row=2)
        offer_hand_over(operation=operation, to_desk=cast.nigina.desk, note=ways.NOTE, by=cast.zarina, at=NOON)
        joined_lines(operation, cast)
        sent = send_list(operation=operation, content=LIST.encode(), by=cast.zarina, at=NOON)
        woman = ways.interviewed(ways.WOMAN, entry=entry, by=cast.zarina, at=NOON)
        ways.lodged(woman.case, by=cast.zarina, at=NOON)
        ways.sheltered(woman.case, shelter, cast, at=NOON)
        ways.attached(woman.case, cast, at=NOON)
        ways.planned(woman.case, cast, at=NOON)
        assessed(woman.case, cast)
        complain_of_charge(
            case=woman.case, service="legal_aid", words=ways.NOTE, by_person=True, by=cast.zarina, at=NOON
        )
        add_measure(
            case=woman.case,
            what=ways.NOTE,
            desk=cast.zarina.desk,
            review_on=NOON.date(),
            by=cast.zarina,
            at=NOON,
        )
        ways.to_be_seen_again(woman.case, by=cast.zarina, at=NOON)
        proposed_negative(woman, cast)
        in_effect = decided_positive(ways.interviewed(ways.MAN, by=cast.zarina, at=NOON), cast)
        ways.to_leave(woman.case, cast, at=NOON)
        waiting = ways.interviewed(ways.ANOTHER, by=cast.zarina, at=NOON)
        record_need(
            case=waiting.case, service="safe_accommodation", urgency="now", note=ways.NOTE, by=cast.zarina, at=NOON
        )
        ways.lodged(ways.interviewed(ways.GIRL, by=cast.zarina, at=NOON).case, by=cast.zarina, at=NOON)
        confirmation = hold_against(
            instrument=screening_instrument("first_line_adult"),
            document="Indicators, first edition",
            place="page 3",
            by=cast.davlat,
            at=NOON,
        )
        match = RosterMatch.objects.create(
            entry=entry, person=elsewhere(cast), strength="likely", proposed_at=NOON
        )  # with somebody whose case is at another desk
        opening = open_in_emergency(
            reference=waiting.case.reference, because=ways.NOTE, by=cast.officers["timur"], at=NOON
        )
        asked, of_list = to_be_erased(cast), list_to_be_erased(cast)
        text, comment = draft_with_comment(cast)
        hidden = in_compartment(cast)
        signal, again = (
            identification.record_signal(source="tip", region="TJ-KT", words=ways.NOTE, by=cast.zarina, at=NOON)
            for _ in range(2)
        )
        yield SimpleNamespace(
            cast=cast,
            clients=clients_of(cast),
            shown={},
            woman=woman,
            waiting=waiting,
            in_effect=in_effect.pk,
            closed=asked.case_id,
            closed_list=of_list.operation_id,
            shelter=shelter,
            ids=ids_of(cast, woman, waiting, sent.pk)
            | {
                "confirmation_id": confirmation.pk,
                "match_id": match.pk,
                "text_id": text.pk,
                "signal_id": signal.pk,
                "same_as": again.pk,
                "comment_id": comment.pk,
                **two_records(woman.case, waiting.case, by=Officer.objects.get(username="umeda")),
                "compartment_id": hidden.pk,
                "member_id": hidden.members.get(officer=cast.nigina).pk,
                "compartment_step": "agree",
                **ways.prosecuted(woman.case, cast, at=NOON),
                **ways.fined(woman.case, cast, at=NOON),
                **ways.on_a_list(cast.zarina, at=NOON),
                **ways.stays(in_effect.case, cast.officers["komil"], by=cast.nigina, at=NOON),
                "reading": "many.2026-11-16.0.-",
                "opening_id": opening.pk,
                "help_id": ask_for_help(officer=cast.farzona, kind="sheet", by=cast.safar, at=NOON).pk,
                "factor_id": start_app(by=cast.farzona, at=NOON).pk,
                "session_number": uuid.uuid4(),
                "agency_id": cast.shahlo.desk.agency_id,
                "key": "nowhere",
                "retention_id": asked.pk,
                "list_retention_id": of_list.pk,
                "figures_file": "sheet.csv",
                "definition_id": "victims_presumed",
                "edition_id": frozen_year(cast.alisher, at=NOON).pk,
                "publication_id": proposed_half(cast.alisher, cast.rustam, at=NOON).pk,
                **texts.read(cast),
                **answered.by_name(cast),
                **abroad(cast),
                **held_by_the_state(operation, cast),
                **made.watched(cast, at=NOON),
                **kept.prevented(cast, at=NOON),
            },
        )
        transaction.set_rollback(True)


def two_records(case: Case, other: Case, *, by: Officer) -> dict[str, object]:
    """Somebody of the intake desk holds them to be one person's."""
    said = identification.propose_same_person(case=case, other=other, because="name", by=by, at=NOON)
    return {"other_id": other.pk, "pair_id": said.pk}


def abroad(cast: Cast) -> dict[str, object]:
    """Somebody the consulate helps: a paper asked for, a body there asked, and a return the shelter is to receive."""
    consul, words = cast.officers["timur"], {"situation": ways.NOTE, "where": ways.NOTE}
    told = {"agreed": True, "language": "tg", "explained": True, "by": consul, "at": NOON}
    file = protection.meet_abroad(
        given=PersonGiven(sex="female", born_from=1990, born_to=1990),
        file=protection.FileGiven("asked", "return", **words),
        **told,
    )
    ways.agrees(file.case, "foreign", by=consul, at=NOON)
    ways.agrees(file.case, "service", by=consul, at=NOON)
    paper = protection.ask_document(file=file, kind="certificate", asked_on=NOON.date(), by=consul, at=NOON)
    asked = protection.refer_to_host(file=file, body="House", words=ways.NOTE, fields=("names",), by=consul, at=NOON)
    home = protection.ReturnGiven("TJ", NOON.date(), ways.NOTE, to_region="TJ-SU")
    planned = protection.plan_return(case=file.case, given=home, by=consul, at=NOON)
    received = {"desk": cast.shahlo.desk, "body": "", "agreed_with": ways.NOTE, "fields": ("contact",)}
    protection.name_receiver(of_return=planned, **received, after=mark_of_return(planned), by=consul, at=NOON)
    told = {"file_id": file.pk, "document_id": paper.pk, "host_id": asked.pk, "return_id": planned.pk}
    return {**told, "transfer_abroad_id": asked.transfer.pk}


def held_by_the_state(operation: Operation, cast: Cast) -> dict[str, object]:
    """A child of the flight's list, held before there is a case; an ombudsman asks to see them."""
    entry = add_unnamed(operation=operation, number=1, children=True, by=cast.zarina, at=NOON)[0]
    held = protection.Held("transit", "none_shown", NOON.date())
    custody = protection.open_custody_of_line(entry=entry, given=held, by=cast.zarina, at=NOON)
    seen = protection.ask_custody_access(
        custody=custody, monitor="ombudsman", asked_on=NOON.date(), by=cast.zarina, at=NOON
    )
    return {"custody_id": custody.pk, "access_id": seen.pk}


def joined_lines(operation: Operation, cast: Cast) -> None:
    """Two lines that turned out to be one person's."""
    kept, other = add_unnamed(operation=operation, number=2, by=cast.zarina, at=NOON)
    join_lines(kept=kept, other=other, by=cast.zarina, at=NOON)


def to_be_erased(cast: Cast) -> Retention:
    """Names in a closed case that a second data-protection officer asks to erase."""
    case = ways.interviewed(ways.MAN, by=cast.zarina, at=NOON).case
    Case.objects.filter(pk=case.pk).update(state="closed")
    case.refresh_from_db()
    second = Officer.objects.create(post=cast.officers["firuza"].post, username="second", name="Second")
    return identification.ask_to_erase(case=case, because="person_asked", by=second, at=NOON)


def list_to_be_erased(cast: Cast) -> ListRetention:
    """A list closed two years ago, the names on which a second data-protection officer asks to erase."""
    long_ago = NOON - timedelta(days=2 * 366)
    operation = ways.old_list(FLIGHT, by=cast.zarina, at=long_ago)
    return identification.ask_to_erase_list(operation=operation, by=Officer.objects.get(username="second"), at=NOON)


def in_compartment(cast: Cast) -> Compartment:
    """Somebody whose case exists for two intake officers only."""
    case = ways.interviewed(ways.ANOTHER, by=cast.zarina, at=NOON).case
    second = Officer.objects.create(post=cast.nigina.post, username="umeda", name="Umeda")
    given = {"heads": [cast.nigina], "members": [], "because": ways.NOTE}
    return put_in_compartment(case=case, **given, by=second, at=NOON)


def draft_with_comment(cast: Cast) -> tuple[ProcedureText, ProcedureComment]:
    """A draft of the procedure that an agency said something of."""
    content = countries.procedure_text("tj").replace('version: "2026.1"', 'version: "2027.1"')
    text = put_up_procedure(content=content, by=cast.nigina, at=NOON)
    return text, comment_on_procedure(text=text, words="Clear.", by=cast.zarina, at=NOON)


def elsewhere(cast: Cast) -> Person:
    """Somebody on record at a desk that is not Zarina's."""
    given = PersonGiven(names=(("Канареев Дигар", "passport"),))
    person = register_person(given=given, by=cast.behruz, at=NOON)
    open_case(person=person, track="adult", by=cast.behruz, at=NOON)
    return person


def clients_of(cast: Cast) -> dict[str, Client]:
    """Everyone signed in, having said what they open names for. A page that fails answers 500, as it would in earnest."""
    clients = {name: Client(raise_request_exception=False) for name in cast.officers}
    for name, client in clients.items():
        client.force_login(cast.officers[name])
        session = client.session
        keep_purpose(session, "supervision", at=NOON)
        session.save()
    return clients


def decided_positive(way: ways.Way, cast: Cast) -> Decision:
    """Reasonable grounds, in effect."""
    ways.lodged(way.case, by=cast.zarina, at=NOON)
    identification.take_in(case=way.case, by=cast.nigina, at=NOON)
    return identification.decide(
        case=way.case,
        stage="preliminary",
        outcome="positive",
        form="labour",
        reasons=ways.REASONS,
        by=cast.gulnora,
        at=NOON,
    )


def proposed_negative(way: ways.Way, cast: Cast) -> None:
    """Decided by one officer, and waiting for a colleague's signature."""
    identification.take_in(case=way.case, by=cast.nigina, at=NOON)
    identification.decide(
        case=way.case,
        stage="preliminary",
        outcome="negative",
        form="labour",
        reasons=ways.REASONS,
        elements=found_in(way.case),
        by=cast.davlat,
        at=NOON,
    )


def held_for(waiting: ways.Way, cast: Cast) -> PlaceOffer:
    """The girls' place, held for whoever waits."""
    place, until = Place.objects.get(kind="girls"), NOON + timedelta(hours=2)
    return PlaceOffer.objects.create(case=waiting.case, place=place, by=cast.shahlo, at=NOON, until_at=until)


def told(case: Case, cast: Cast) -> ServiceReport:
    """What the shelter tells of its help."""
    helping = Referral.objects.get(need__case=case)
    given = {"outcome": "begun", "reason": "", "below_standard": False, "words": "She has a room."}
    return report_service(referral=helping, **given, by=cast.shahlo, at=NOON)


def assessed(case: Case, cast: Cast) -> None:
    """What she said she needs, to the desk that interviewed her."""
    wishes = (WishGiven("legal_aid", "not_now", words=ways.WORDS),)
    said = {"wishes": wishes, "own_words": ways.WORDS, "not_wanted": ways.WORDS}
    assess_needs(case=case, **said, after=None, by=cast.zarina, at=NOON)


def advocated(case: Case, cast: Cast) -> Advocate:
    """An advocate stands by her, and she shares the reasons of decisions and nothing else with them."""
    ways.agrees(case, "advocate", by=cast.zarina, at=NOON)
    given = {"desk": cast.mavzuna.desk, "wished": True, "shares": ("reasons",)}
    named = protection.name_advocate(case=case, **given, by=cast.zarina, at=NOON)
    return protection.answer_as_advocate(advocate=named, accepted=True, by=cast.mavzuna, at=NOON)


def taken_back(case: Case, cast: Cast) -> Disclosure:
    """What the shelter was shown of another case, and sees no more."""
    consent = record_consent(
        case=case, purpose="service", given=True, language="tg", explained=True, by=cast.zarina, at=NOON
    )
    fields = ("names",)
    shown = disclose(
        case=case, to_desk=cast.shahlo.desk, purpose="service", fields=fields, consent=consent, by=cast.zarina, at=NOON
    )
    withdraw_consent(consent=consent, by=cast.zarina, at=NOON)
    shown.refresh_from_db()
    return shown


def ids_of(cast: Cast, woman: ways.Way, waiting: ways.Way, list_id: object) -> dict[str, object]:
    """By the name of the argument. `case` stands in the body of a call, and is the case of whoever waits for a place."""
    return {
        "case_id": woman.case.pk,
        "instrument_id": "first_line_adult",
        "advocate_id": advocated(woman.case, cast).pk,
        "offence_key": "trafficking_in_persons",
        "attachment_id": woman.case.attachments.get().pk,
        "disclosure_id": woman.case.disclosures.get(ended_at=None, to_desk=cast.shahlo.desk, to_answer=False).pk,
        "consent_id": woman.case.consents.get(purpose="service").pk,
        "screening_id": woman.screening.pk,
        "look_id": SecondLook.objects.get().pk,
        "instrument": woman.screening.instrument,
        "number": 1,
        "case": waiting.case.pk,
        "place": Place.objects.get(kind="girls").pk,
        "language": "tg",
        "iso3": "TJK",
        "year": NOON.year,
        "officer_id": cast.farzona.pk,
        "post_id": cast.farzona.post.pk,
        "token": door.invitation_path(cast.farzona).rstrip("/").rsplit("/", 1)[1],
        "operation_id": Operation.objects.get(on=NOON.date()).pk,
        "list_id": list_id,
        "entry_id": RosterEntry.objects.get(operation__on=NOON.date(), row=2).pk,
        "decision_id": Decision.objects.get(case=woman.case).pk,
        "need_id": Need.objects.get(case=woman.case).pk,
        "referral_id": Referral.objects.get().pk,
        "hand_over_id": HandOver.objects.get().pk,
        "joining_id": Joining.objects.get().pk,
        "other": RosterEntry.objects.get(operation__on=NOON.date(), row=3).pk,
        "to_desk": cast.nigina.desk.code,
        "start": "2026-11-01",
        "end": "2026-11-30",
        "stay_id": Stay.objects.get().pk,
        "months": 3,
        "offer_id": held_for(waiting, cast).pk,
        "departure_id": Departure.objects.get().pk,
        "complaint_id": ChargeComplaint.objects.get().pk,
        "measure_id": SafetyMeasure.objects.get().pk,
        "plan_id": SupportPlan.objects.get().pk,
        "goal_id": PlanGoal.objects.get().pk,
        "shelter_id": Shelter.objects.get().pk,
        "report_id": told(woman.case, cast).pk,
        "closed_id": taken_back(waiting.case, cast).pk,
        "place_id": Place.objects.get(kind="girls").pk,
    }
