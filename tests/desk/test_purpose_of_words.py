"""Reasons, safety, attachments and penalties of another desk's case are asked about too; to help waits for no answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from panoh.identification.queries import read_reasons
from panoh.justice.actions import PenaltyGiven, assess_link, record_penalty
from panoh.justice.models import Penalty
from panoh.protection.actions import assess_risk
from panoh.protection.models import RiskAssessment
from panoh.referral.actions import assess_needs, record_need
from panoh.registry.actions import add_attachment, set_contact_rules
from panoh.registry.models import Case, ContactRules, LedgerEntry
from panoh.registry.queries import may_contact
from panoh.registry.queries.purposes import PurposeAsked, saying
from panoh.registry.rules.contact import Said
from panoh.screening.actions import cancel_second_look
from panoh.screening.queries.second_looks import look_page
from tests.journeys import ways
from tests.registry.files import jpeg, pdf

pytestmark = pytest.mark.django_db
ASKED, WORDS = "What do you open it for?", "канарейка: he is at her door"


@dataclass(frozen=True)
class Place:
    """A page with sealed words, the same over the API, the words, and the act of opening them."""

    page: str
    path: str
    words: str
    act: str


@pytest.fixture
def case(cast, now) -> Case:
    return ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case


def reasons(case, cast, now) -> Place:
    ways.lodged(case, by=cast.zarina, at=now)
    decision = ways.decided(Case.objects.get(pk=case.pk), "positive", cast, at=now)
    page = reverse("identification:reasons", args=[decision.pk])
    return Place(page, f"/api/identification/decisions/{decision.pk}/reasons", ways.REASONS, "read_reasons")


def safety(case, cast, now) -> Place:
    said = {"level": "immediate", "danger": WORDS, "own_view": "", "review_on": now.date()}
    assess_risk(case=case, **said, after=None, by=cast.zarina, at=now)
    page = reverse("protection:safety", args=[case.pk])
    return Place(page, f"/api/protection/cases/{case.pk}/safety", WORDS, "read_safety")


def attachments(case, cast, now) -> Place:
    add_attachment(case=case, kind="travel", label=WORDS, content=jpeg(), by=cast.zarina, at=now)
    page = reverse("attachments", args=[case.pk])
    return Place(page, f"/api/desk/cases/{case.pk}/attachments", WORDS, "read_attachment_labels")


def penalties(case, cast, now) -> Place:
    given = PenaltyGiven(kind="fine", on=now.date(), authority="police", words=WORDS)
    record_penalty(case=case, given=given, by=cast.zarina, at=now)
    page = reverse("justice:penalties", args=[case.pk])
    return Place(page, f"/api/justice/cases/{case.pk}/penalties", WORDS, "read_penalties")


def one_penalty(case, cast, now) -> Place:
    place, made = penalties(case, cast, now), case.penalties.get()
    page = reverse("justice:penalty", args=[made.pk])
    return Place(page, f"/api/justice/penalties/{made.pk}", place.words, place.act)


ALL = (reasons, safety, attachments, penalties, one_penalty)


def need(case, now, cast) -> str:
    made = record_need(case=case, service="medical_care", urgency="now", note=WORDS, by=cast.zarina, at=now)
    return reverse("referral:need", args=[made.pk])


def test_the_note_of_a_need_too_and_a_need_is_recorded_without_a_word(case, cast, client, now):
    page = need(case, now, cast)
    client.force_login(cast.nigina)

    asks = client.get(page).content.decode()

    assert (ASKED in asks, WORDS in asks) == (True, False)
    assert not LedgerEntry.objects.filter(officer=cast.nigina, act="read_need").exists()
    assert record_need(case=case, service="legal_aid", urgency="now", note="", by=cast.nigina, at=now).pk
    client.post(reverse("say_purpose"), {"purpose": "protection", "back": page})
    assert WORDS in client.get(page).content.decode()
    assert LedgerEntry.objects.get(officer=cast.nigina, act="read_need").purpose == "protection"
    client.force_login(cast.zarina)
    assert WORDS in client.get(page).content.decode()


def test_and_what_another_desk_was_told_of_all_needs(case, cast, client, now):
    told = {"wishes": [], "own_words": WORDS, "not_wanted": ""}
    assess_needs(case=case, **told, after=None, by=cast.zarina, at=now)
    path = f"/api/referral/cases/{case.pk}/assessments"
    client.force_login(cast.nigina)

    refused = client.get(path)

    assert (refused.status_code, refused.json()["code"]) == (422, "purpose_asked")
    assert WORDS in str(client.get(path, headers={"X-Purpose": "protection"}).json())
    client.force_login(cast.zarina)
    assert WORDS in str(client.get(path).json())


@pytest.mark.parametrize("of", ALL)
def test_the_page_asks_in_place_of_the_words_and_the_ledger_keeps_what_was_said(of, case, cast, client, now):
    place = of(case, cast, now)
    client.force_login(cast.nigina)

    asks = client.get(place.page)

    assert (asks.status_code, ASKED in asks.content.decode(), place.words in asks.content.decode()) == (
        200,
        True,
        False,
    )
    lines = LedgerEntry.objects.filter(officer=cast.nigina, act=place.act)
    assert not lines.exists()
    client.post(reverse("say_purpose"), {"purpose": "coordination", "back": place.page})
    assert place.words in client.get(place.page).content.decode()
    assert lines.get().purpose == "coordination"


@pytest.mark.parametrize("of", [reasons])
def test_over_the_api_it_is_refused_in_words_until_the_header_says_it(of, case, cast, client, now):
    place = of(case, cast, now)
    client.force_login(cast.nigina)

    refused = client.get(place.path)

    assert (refused.status_code, refused.json()["code"]) == (422, "purpose_asked")
    said = client.get(place.path, headers={"X-Purpose": "protection"})
    assert place.words in str(said.json())


@pytest.mark.parametrize("of", [safety, attachments, penalties, one_penalty])
def test_where_something_is_to_be_done_the_api_answers_without_the_words_and_says_that_it_asks(
    of, case, cast, client, now
):
    place = of(case, cast, now)
    client.force_login(cast.nigina)

    told = client.get(place.path)

    assert (told.status_code, place.words in str(told.json()), "'asks_purpose': True" in str(told.json())) == (
        200,
        False,
        True,
    )
    assert not LedgerEntry.objects.filter(officer=cast.nigina, act=place.act).exists()
    said = str(client.get(place.path, headers={"X-Purpose": "protection"}).json())
    assert (place.words in said, "'asks_purpose': False" in said) == (True, True)
    assert LedgerEntry.objects.get(officer=cast.nigina, act=place.act).purpose == "protection"


def test_over_the_api_too_the_own_penalty_is_read_beside_one_that_is_not(case, cast, client, now):
    place = penalties(case, cast, now)
    own = PenaltyGiven(kind="fine", on=now.date(), authority="police", words="what we took in")
    record_penalty(case=case, given=own, by=cast.nigina, at=now)
    client.force_login(cast.nigina)

    told = {each["asks_purpose"]: each["words"] for each in client.get(place.path).json()}

    assert told == {True: "", False: "what we took in"}


def test_over_the_api_too_a_danger_and_a_link_are_judged_without_saying_what_for(case, cast, client, now):
    danger, fine = safety(case, cast, now), one_penalty(case, cast, now)
    Penalty.objects.update(offence="rape")
    assess_link(
        penalty=case.penalties.get(), compulsion="no", causation="no", reasons="x", after=None, by=cast.zarina, at=now
    )
    client.force_login(cast.nigina)
    stands = [each["id"] for each in client.get(danger.path).json()["risks"] if each["stands"]]
    judged = {"level": "immediate", "danger": "worse", "review_on": timezone.localdate().isoformat()}
    linked = {"compulsion": "yes", "causation": "no", "reasons": "y", "after": client.get(fine.path).json()["standing"]}

    anew = send(client, f"/api/protection/cases/{case.pk}/risk", {**judged, "after": stands[0]})
    again = send(client, f"{fine.path}/link", linked)

    assert (anew.status_code, again.status_code) == (201, 201)
    assert not LedgerEntry.objects.filter(officer=cast.nigina, act__in=(danger.act, fine.act)).exists()


def send(client, path: str, given: dict[str, str]):
    return client.post(path, given, content_type="application/json")


@pytest.mark.parametrize("of", ALL)
def test_the_desk_of_the_case_is_not_asked(of, case, cast, client, now):
    place = of(case, cast, now)
    client.force_login(cast.zarina)

    assert place.words in client.get(place.page).content.decode()
    assert client.get(place.path).status_code == 200


@pytest.mark.parametrize("of", [safety, attachments])
def test_nor_whoever_manages_the_case_or_has_the_step_it_waits_for(of, case, cast, client, now):
    place = of(case, cast, now)
    ways.lodged(case, by=cast.zarina, at=now)
    client.force_login(cast.nigina)

    assert place.words in client.get(place.page).content.decode(), "it waits to be taken in"


def test_whoever_wrote_or_signed_the_reasons_reads_them_unasked(case, cast, now):
    ways.lodged(case, by=cast.zarina, at=now)
    decision = ways.decided(Case.objects.get(pk=case.pk), "positive", cast, at=now)

    assert read_reasons(decision, cast.davlat, at=now).reasons == ways.REASONS
    with pytest.raises(PurposeAsked):
        read_reasons(decision, cast.gulnora, at=now)
    with saying(lambda: "supervision"):
        assert read_reasons(decision, cast.gulnora, at=now).reasons == ways.REASONS


def test_a_danger_is_judged_without_saying_what_for_and_over_what_stands(case, cast, client, now):
    place = safety(case, cast, now)
    client.force_login(cast.nigina)
    form = client.get(place.page).context["form"]
    soon = (timezone.localdate() + timedelta(days=1)).isoformat()
    typed = {"level": "immediate", "danger": "he rang again", "own_view": "", "review_on": soon}

    sent = client.post(place.page, {**typed, "after": str(form["after"].value())})

    assert sent.status_code == 302
    assert RiskAssessment.objects.filter(case=case).count() == 2
    assert not LedgerEntry.objects.filter(officer=cast.nigina, act="read_safety").exists()


def test_a_file_of_another_desk_is_asked_about_and_one_of_the_own_desk_is_not(case, cast, client, now):
    attachments(case, cast, now)
    own = add_attachment(case=case, kind="travel", label="what we took in", content=pdf(), by=cast.nigina, at=now)
    client.force_login(cast.nigina)
    theirs = case.attachments.exclude(pk=own.pk).get()

    assert client.get(reverse("attachment", args=[theirs.pk]))["Content-Type"].startswith("text/html")
    assert client.get(reverse("attachment", args=[own.pk]))["Content-Type"] == "application/pdf"
    told = client.get(f"/api/desk/cases/{case.pk}/attachments").json()["attachments"]
    assert {each["label"] for each in told} == {"what we took in", ""}
    shown = client.get(reverse("attachments", args=[case.pk])).content.decode()
    assert ("what we took in" in shown, WORDS in shown) == (True, False)


@pytest.fixture
def rules(case, cast, now) -> ContactRules:
    """What the person said to the desk of the case: how they may be reached, and what is never to be tried."""
    return set_contact_rules(case=case, said=Said(True, how=WORDS), after=None, by=cast.zarina, at=now)


def test_how_the_person_may_be_reached_is_asked_about_and_shown_once_it_was_said(rules, case, cast, client, now):
    page, lines = reverse("contact_rules", args=[case.pk]), LedgerEntry.objects.filter(act="read_contact_rules")
    client.force_login(cast.nigina)

    asks = client.get(page).content.decode()

    assert (ASKED in asks, WORDS in asks, "Record it" in asks, lines.exists()) == (True, False, False, False)
    client.post(reverse("say_purpose"), {"purpose": "asked_by_person", "back": page})
    shown = client.get(page).content.decode()
    assert (WORDS in shown, "Record it" in shown) == (True, True)
    assert lines.get().purpose == "asked_by_person"
    with pytest.raises(PurposeAsked):
        may_contact(case, "", viewer=cast.nigina, at=now)
    assert may_contact(case, "", viewer=cast.zarina, at=now).said.how == WORDS


def test_nobody_writes_over_rules_they_have_not_read_and_what_they_typed_stays(rules, case, cast, client, now):
    page = reverse("contact_rules", args=[case.pk])
    client.force_login(cast.nigina)

    sent = client.post(page, {"allowed": "yes", "how": "ring at six", "after": ""})

    assert (sent.status_code, "ring at six" in sent.content.decode()) == (409, True)
    assert (ASKED in sent.content.decode(), WORDS in sent.content.decode()) == (True, False)
    assert ContactRules.objects.get(replaced_at=None) == rules


def test_where_nothing_was_said_yet_the_first_rules_are_recorded_unasked(case, cast, client):
    page = reverse("contact_rules", args=[case.pk])
    client.force_login(cast.nigina)

    assert ASKED not in client.get(page).content.decode()
    assert client.post(page, {"allowed": "yes", "how": "ring at six", "after": ""}).status_code == 302


def test_of_a_look_that_has_ended_no_rules_are_opened(rules, case, cast, now):
    look = ways.to_be_seen_again(case, by=cast.zarina, at=now)
    cancel_second_look(look=look, because="not_wished", by=cast.zarina, at=now)

    assert look_page(cast.zarina, look.pk, at=now).reach.said is None
    assert not LedgerEntry.objects.filter(act="read_contact_rules").exists()
