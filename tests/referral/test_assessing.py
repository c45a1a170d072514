"""Needs are assessed in any state and make needs; nothing is closed, nothing doubled, and what changed stands on one page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse

from panoh.instruments import countries
from panoh.referral.actions import WishGiven, answer, assess_needs, record_need, refer
from panoh.referral.models import Need, NeedsAssessment
from panoh.referral.queries import worklist
from panoh.referral.queries.assessments import history
from panoh.referral.queries.needs import offered_desks
from panoh.referral.rules.assessing import Said, more_urgent, on_the_sheet, sheet, what_changed
from panoh.referral.rules.fit import DeskFacts, Wanted, Weighs, points
from panoh.referral.rules.fit_words import STEP_FREE, STEPS, STEPS_UNKNOWN
from panoh.referral.rules.offers import none_left, offers
from panoh.registry.models import Case, Disclosure, LedgerEntry, Officer
from panoh.registry.refusals import Conflict, NotPermitted, Refused

ROOM = WishGiven("safe_accommodation", "wanted", "now", "With a lock.")
LAWYER = WishGiven("legal_aid", "not_now")
STATES = [state.key for state in countries.procedure(settings.COUNTRY).states]


def whats(viewer, now) -> list[str]:
    return [item.what for item in worklist(Officer.objects.get(pk=viewer.pk), now=now).items]


@pytest.fixture
def assesses(case, cast, now):
    """`assesses(ROOM, LAWYER)`: Zarina asks the woman, after whatever was assessed before."""

    def asked(*wishes: WishGiven, **more) -> NeedsAssessment:
        about = more.get("case", case)
        newest = NeedsAssessment.objects.filter(case=about, followed_at=None).first()
        given = {"case": about, "own_words": "", "not_wanted": "", "by": cast.zarina, "at": now}
        return assess_needs(**given | {"after": newest.pk if newest else None} | more, wishes=wishes)

    return asked


def test_safety_is_asked_first_and_guardians_only_for_a_child():
    assert [group.key for group, _found in sheet(child=True)][:5] == ["safety", "health", "place", "food", "papers"]
    assert "guardianship" in on_the_sheet(child=True) - on_the_sheet(child=False)


@pytest.mark.parametrize("word", ["testif", "witness", "police", "status", "pay", "victim"])
def test_nothing_on_the_sheet_asks_after_testimony_status_or_payment(word):
    asked = [each.name.en.casefold() for _group, found in sheet(child=True) for each in found]

    assert [name for name in asked if word in name and name != "claim for unpaid wages"] == []


def test_what_changed_is_told_against_the_last_answer_to_the_same_service():
    first = {"legal_aid": Said("wanted", "later"), "education": Said("has")}
    second = {"education": Said("has")}

    [change] = what_changed([first, second], {"legal_aid": Said("wanted", "now"), "medical_care": Said("has")})

    assert (change.service, change.before, change.now) == ("legal_aid", Said("wanted", "later"), Said("wanted", "now"))
    assert more_urgent("now", "soon")
    assert not more_urgent("later", "later")


def test_a_house_with_steps_weighs_only_for_whoever_cannot_take_them():
    def told(step_free, wanted) -> dict:
        return {each.words: each.weighs for each in points(DeskFacts("a", "TJ-DU", step_free=step_free), wanted)}

    cannot = Wanted("TJ-DU", step_free=True)
    assert told(True, cannot)[STEP_FREE] is Weighs.FOR
    assert told(False, cannot)[STEPS] is Weighs.AGAINST
    assert told(None, cannot)[STEPS_UNKNOWN] is Weighs.OPEN
    assert not {STEP_FREE, STEPS, STEPS_UNKNOWN} & set(told(False, Wanted("TJ-DU")))


def test_no_desk_is_left_when_those_that_fit_have_said_no():
    wanted = Wanted("TJ-DU", who=frozenset({"women"}), asks=("serves",))
    other = DeskFacts("b", "TJ-DU", serves=("men",), own_serves=True)

    assert none_left(offers([DeskFacts("a", "TJ-DU", asked="declined"), other], wanted=wanted))
    assert not none_left(offers([DeskFacts("a", "TJ-DU", asked="declined"), DeskFacts("c", "")], wanted=wanted))


@pytest.mark.django_db
@pytest.mark.parametrize("state", STATES)
def test_needs_are_assessed_in_every_state(state, case, assesses):
    Case.objects.filter(pk=case.pk).update(state=state)
    case.refresh_from_db()

    assessed = assesses(ROOM, LAWYER, own_words="A bed tonight.", not_wanted="No village.")

    need = Need.objects.get()
    assert (need.service, need.urgency) == ("safe_accommodation", "now")
    assert assessed.services.get(service="safe_accommodation").need == need
    assert assessed.services.get(service="legal_aid").need is None
    assert LedgerEntry.objects.latest("seq").act == "assess_needs"
    assert b"A bed tonight" not in bytes(assessed.sealed)


@pytest.mark.django_db
def test_an_open_need_is_not_doubled_and_only_becomes_more_urgent(case, assesses, cast, now):
    need = record_need(case=case, service="safe_accommodation", urgency="later", note="", by=cast.zarina, at=now)
    assesses(ROOM)
    assesses(WishGiven("safe_accommodation", "wanted", "later"))
    assesses(WishGiven("safe_accommodation", "has"))

    need.refresh_from_db()
    assert Need.objects.count() == 1
    assert need.urgency == "now"
    assert need.met_at is None
    assert case.clocks.filter(clock="emergency_shelter").exists() or case.clocks.filter(stopped_at=None).exists()


@pytest.mark.django_db
def test_a_child_is_heard_and_the_guardianship_authority_told_of_what_cannot_wait(child, assesses, cast):
    with pytest.raises(Refused) as refused:
        assesses(ROOM, case=child)
    assert "own words" in refused.value.way_forward
    assert not Need.objects.exists()

    assesses(WishGiven("education", "wanted", "later"), case=child, not_heard="too_small")
    assert not Disclosure.objects.filter(case=child).exists()
    assesses(ROOM, case=child, own_words="I want to sleep where the door shuts.")

    assert Disclosure.objects.get(case=child).to_desk.code.startswith("guardianship")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "given",
    [
        {"wishes": (ROOM, ROOM)},
        {"wishes": (WishGiven("witness_protection", "wanted", "now"),)},
        {"wishes": (WishGiven("a new car", "wanted", "now"),)},
        {"wishes": (WishGiven("legal_aid", "maybe"),)},
        {"wishes": (WishGiven("legal_aid", "wanted"),)},
        {"wishes": (WishGiven("legal_aid", "has", "now"),)},
        {"wishes": ()},
        {"wishes": (ROOM,), "language": "xx"},
        {"wishes": (ROOM,), "not_heard": "lazy"},
        {"wishes": (ROOM,), "again_on": -1},
    ],
)
def test_what_cannot_be_is_refused_with_a_way_forward_and_on_record(given, assesses, now):
    days = given.get("again_on")
    more = {**given, "again_on": (now + timedelta(days=days)).date() if days else None}
    with pytest.raises(Refused) as refused:
        assesses(*more.pop("wishes"), **more)

    assert refused.value.way_forward
    assert not NeedsAssessment.objects.exists()
    assert LedgerEntry.objects.latest("seq").act == "assess_needs.refused"


@pytest.mark.django_db
def test_a_form_sent_twice_is_kept_once(assesses):
    assesses(ROOM)

    with pytest.raises(Conflict):
        assesses(ROOM, after=None)
    with pytest.raises(Conflict):
        assesses(after=None)

    assert NeedsAssessment.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["behruz", "shahlo", "jamshed", "safar"])
def test_whoever_has_nothing_to_do_with_the_case_assesses_nothing(name, assesses, cast):
    with pytest.raises(NotPermitted):
        assesses(ROOM, by=getattr(cast, name))


@pytest.mark.django_db
def test_the_day_to_ask_again_comes_to_the_desk_and_goes_with_the_next_assessment(assesses, cast, now):
    day = now + timedelta(days=10)
    assesses(LAWYER, again_on=day.date())

    assert whats(cast.zarina, now) == []
    assert whats(cast.zarina, day) == ["Assess the needs again"]
    assert [each.escalated for each in worklist(cast.zarina, now=day + timedelta(days=2)).items] == [True]
    assert whats(cast.behruz, day) == []
    assesses(LAWYER, at=day)
    assert whats(cast.zarina, day) == []


@pytest.mark.django_db
def test_what_the_person_said_of_access_weighs_when_desks_are_put_in_order(case, assesses, shelter, now):
    assesses(ROOM, language="bn", step_free=True, with_children=True)
    need = case.needs.get()

    [offered] = [each for each in offered_desks(need, at=now) if each.desk == shelter]
    assert STEPS_UNKNOWN in {each.words for each in offered.reasons}
    assert need.with_children


@pytest.mark.django_db
def test_a_need_every_fitting_desk_refused_is_at_once_with_the_named_post(case, agreed, cast, now):
    need = record_need(case=case, service="safe_accommodation", urgency="later", note="", by=cast.zarina, at=now)
    asked = 0
    while (left := [each for each in offered_desks(need, at=now) if each.open and not each.declined]) and asked < 20:
        assert whats(cast.nigina, now) == []
        sent = refer(need=need, to_desk=left[0].desk, consent=left[0].consent, message="", by=cast.zarina, at=now)
        by = Officer.objects.filter(post__desk=left[0].desk).first() or Officer.objects.create(
            post=left[0].desk.posts.filter(role__in=("service_provider", "case_manager")).first(), username=f"o{asked}"
        )
        answer(referral=sent, accepted=False, decline_reason="full", words="", by=by, at=now)
        need = Need.objects.get(pk=need.pk)
        asked += 1

    [item] = worklist(Officer.objects.get(pk=cast.nigina.pk), now=now).items
    assert asked
    assert item.what == "Find another desk"
    assert "every desk that fits has said no" in item.why
    assert item.escalated


@pytest.mark.django_db
def test_by_page_what_was_refused_stays_typed_and_the_history_shows_what_changed(client, case, assesses, cast, now):
    client.force_login(cast.zarina)
    address = reverse("referral:assess", args=[case.pk])
    form = {"own_words": "Kept.", "wish_legal_aid": "wanted:soon", "words_legal_aid": "For the debt.", "after": ""}
    assesses(LAWYER)

    refused = client.post(address, form)
    again = refused.context["form"]["after"].value()
    done = client.post(address, form | {"after": again}, follow=True)

    page = done.content.decode()
    assert refused.status_code == 409
    assert "Kept." in refused.content.decode()
    assert "For the debt." in refused.content.decode()
    assert "1 change" in page
    assert "does not want it now" in page
    assert "For the debt." in page
    assert "Needs assessed on" in client.get(reverse("case", args=[case.pk])).content.decode()
    lost = client.post(address, {"words_legal_aid": "Lost?"}).content.decode()
    assert "choose what the person said" in lost
    assert "Lost?" in lost


@pytest.mark.django_db
def test_by_api_the_same(client, case, cast):
    client.force_login(cast.zarina)
    address = f"/api/referral/cases/{case.pk}/assessments"
    body = {"wishes": [{"service": "legal_aid", "wish": "wanted", "urgency": "soon", "words": "Debt."}]}

    made = client.post(address, body, content_type="application/json")
    twice = client.post(address, body, content_type="application/json")
    [told] = client.get(address).json()

    assert made.status_code == 201
    assert made.json()["needs"] == [str(case.needs.get().pk)]
    assert twice.status_code == 409
    assert told["wishes"][0]["words"] == "Debt."
    assert LedgerEntry.objects.latest("seq").act == "read_needs_assessments"


@pytest.mark.django_db
def test_a_desk_the_case_was_shown_to_reads_only_what_it_asked_itself(case, sent, assesses, cast, now):
    answer(referral=sent, accepted=True, decline_reason="", words="", by=cast.shahlo, at=now)
    assesses(LAWYER, own_words="For Zarina only.")
    assesses(LAWYER, own_words="At the shelter.", by=cast.shahlo)

    shown = history(Officer.objects.get(pk=cast.shahlo.pk), case, at=now)
    assert [each.own_words for each in shown] == ["At the shelter."]
    assert len(history(cast.zarina, case, at=now)) == 2
