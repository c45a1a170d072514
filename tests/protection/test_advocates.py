"""An independent advocate: chosen by the person, of nobody who helps or decides, sees what they share, ended at any time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from panoh.desk.case_page import case_page
from panoh.desk.work import my_work
from panoh.identification import actions as identification
from panoh.identification.models import Application, Decision, Reconsideration
from panoh.identification.queries import read_reasons_shared
from panoh.protection.actions import answer_as_advocate, end_advocate, name_advocate, note_decisions
from panoh.protection.models import Advocate
from panoh.protection.queries.advocates import advocate_for, advocate_page, advocate_view, standing
from panoh.protection.rules.advocates import Tie
from panoh.referral.actions import answer, record_need, refer
from panoh.registry import vault
from panoh.registry.actions import PersonGiven, record_consent, withdraw_consent
from panoh.registry.models import Case, Disclosure, LedgerEntry, Officer, Post
from panoh.registry.models import Desk as DeskRow
from panoh.registry.queries import may_take_step, read_identity
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.identification.test_telling import tell
from tests.journeys import ways

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NAME = "Гулбаҳор Ҷӯраева"


@pytest.fixture
def woman(cast, now) -> Case:
    given = PersonGiven(names=((NAME, "self"),), sex="female", birth_date="1990-04-02", born_from=1990, born_to=1990)
    return ways.interviewed(given, by=cast.zarina, at=now).case


@pytest.fixture
def agreed(woman, cast, now) -> Case:
    ways.agrees(woman, "advocate", by=cast.zarina, at=now)
    return woman


def name(case, cast, *, at, by=None, **changed) -> Advocate:
    given = {"desk": cast.mavzuna.desk, "wished": True, "shares": ("names", "reasons"), **changed}
    return name_advocate(case=case, **given, by=by or cast.zarina, at=at)


@pytest.fixture
def named(agreed, cast, now) -> Advocate:
    return name(agreed, cast, at=now)


@pytest.fixture
def stands(named, cast, now) -> Advocate:
    return answer_as_advocate(advocate=named, accepted=True, by=cast.mavzuna, at=now)


def test_who_is_named_sees_nothing_of_the_person_before_saying_yes(named, cast, now):
    assert my_work(cast.mavzuna, now=now).mine[0].what.startswith("Somebody chose you")
    with pytest.raises(NotPermitted):
        case_page(cast.mavzuna, named.case_id, at=now)
    with pytest.raises(NotPermitted):
        read_identity(case=named.case, viewer=cast.mavzuna, purpose="x", at=now)
    assert advocate_view(cast.mavzuna, named.pk, at=now).identity is None

    answer_as_advocate(advocate=named, accepted=True, by=cast.mavzuna, at=now)

    view = advocate_view(cast.mavzuna, named.pk, at=now)
    assert view.identity.name == NAME
    assert view.identity.birth_date == ""
    assert view.reach is None
    line = LedgerEntry.objects.last()
    assert (line.act, list(line.fields)) == ("read_identity", ["names"])
    page = case_page(cast.mavzuna, named.case_id, at=now)
    assert (page.identity.birth_date, page.reach) == ("", None)


def test_of_the_case_an_advocate_opens_no_interview_no_need_and_no_place(stands, cast, now):
    page = case_page(cast.mavzuna, stands.case_id, at=now)

    blocks = dict(page.blocks)
    assert set(blocks) == {"identification", "justice"}
    assert blocks["justice"].sees_residence
    assert not blocks["justice"].sees_penalties
    assert not page.may_take_consent


def test_the_choice_is_the_persons_and_on_record(woman, agreed, cast, now):
    with pytest.raises(Refused, match="own choice"):
        name(agreed, cast, wished=False, at=now)
    for consent in agreed.consents.filter(purpose="advocate"):
        withdraw_consent(consent=consent, by=cast.zarina, at=now)
    with pytest.raises(Refused, match="own choice"):
        name(agreed, cast, at=now)
    with pytest.raises(Refused, match="not among what can be chosen for shares"):
        name(agreed, cast, shares=("documents",), at=now)
    for officer in (cast.behruz, cast.davlat, cast.rustam, cast.jamshed, cast.mavzuna, cast.safar):
        with pytest.raises(NotPermitted):
            name(agreed, cast, by=officer, at=now)
    assert not Advocate.objects.exists()


@pytest.mark.parametrize("who", ["zarina", "behruz", "nigina", "rustam", "shahlo", "parvina", "jamshed"])
def test_no_desk_that_investigates_helps_or_decides_is_named(agreed, cast, now, who):
    with pytest.raises(Refused, match="cannot be the advocate here") as told:
        name(agreed, cast, desk=getattr(cast, who).desk, at=now)

    assert "neither helps, shelters nor decides" in told.value.way_forward


def of_korvoni() -> Officer:
    """An advocate of the agency that runs a crisis centre and manages cases."""
    post = Post.objects.get(code="korvoni_umed_advocates.advocate")
    return Officer.objects.create(post=post, username="lutfiya", name="Lutfiya", password="!")


def test_the_agency_that_helps_or_manages_is_no_advocate_through_another_door(agreed, cast, now):
    lutfiya = of_korvoni()
    ways.agrees(agreed, "service", by=cast.zarina, at=now)
    assert [each.ties for each in advocate_page(agreed).candidates] == [(), ()]
    need = record_need(case=agreed, service="psychological_help", urgency="now", note="", by=cast.zarina, at=now)
    consent = agreed.consents.get(purpose="service")

    refer(need=need, to_desk=cast.parvina.desk, consent=consent, message="", by=cast.zarina, at=now)

    free, tied = advocate_page(agreed).candidates
    assert (free.desk, free.ties) == (cast.mavzuna.desk, ())
    assert (tied.desk, tied.ties) == (lutfiya.desk, (Tie.HELPS,))
    with pytest.raises(Refused, match="gives the person a service"):
        name(agreed, cast, desk=lutfiya.desk, at=now)


def test_independence_is_looked_at_again_when_the_desk_says_yes_and_shown_when_lost_later(agreed, cast, now):
    lutfiya = of_korvoni()
    asked = name(agreed, cast, desk=lutfiya.desk, at=now)
    ways.agrees(agreed, "referral", by=cast.zarina, at=now)
    identification.name_manager(case=agreed, manager=cast.parvina, by=cast.nigina, at=now)

    with pytest.raises(Refused, match="works on this case"):
        answer_as_advocate(advocate=asked, accepted=True, by=lutfiya, at=now)

    assert advocate_page(Case.objects.get()).tied == (Tie.WORKS_ON_CASE,)
    answer_as_advocate(advocate=asked, accepted=False, decline_reason="conflict", by=lutfiya, at=now)
    assert standing(agreed) is None
    assert name(Case.objects.get(), cast, at=now).desk == cast.mavzuna.desk


def test_a_no_carries_a_reason_and_closes_what_was_shown(named, cast, now):
    with pytest.raises(Refused, match="decline_reason"):
        answer_as_advocate(advocate=named, accepted=False, by=cast.mavzuna, at=now)

    answer_as_advocate(advocate=named, accepted=False, decline_reason="full", by=cast.mavzuna, at=now)

    assert not Disclosure.objects.filter(to_desk=cast.mavzuna.desk, ended_at=None).exists()
    assert my_work(cast.mavzuna, now=now).mine == ()
    with pytest.raises(Conflict):
        answer_as_advocate(advocate=named, accepted=True, by=cast.mavzuna, at=now)
    with pytest.raises(NotPermitted):
        advocate_for(cast.mavzuna, named.pk)


def test_one_at_a_time_also_in_the_database(stands, cast, now):
    with pytest.raises(Conflict, match="named as this person"):
        name(stands.case, cast, at=now)
    given = {
        field: getattr(stands, field)
        for field in ("case", "desk", "disclosure", "shares", "named_by", "named_at", "answer_due")
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Advocate.objects.create(**given)


def test_the_person_ends_it_at_any_time_and_the_desk_says_what_became_of_its_papers(stands, cast, now):
    end_advocate(advocate=stands, because="wish", by=cast.nigina, at=now + DAY)

    with pytest.raises(NotPermitted):
        case_page(cast.mavzuna, stands.case_id, at=now + DAY)
    with pytest.raises(NotPermitted):
        advocate_for(cast.mavzuna, stands.pk)
    [line] = my_work(cast.mavzuna, now=now + DAY).mine
    assert line.stage == "referral"
    assert LedgerEntry.objects.last().act == "end_advocate"
    with pytest.raises(Conflict):
        end_advocate(advocate=stands, because="wish", by=cast.nigina, at=now + DAY)


def test_withdrawing_the_consent_ends_it_too_and_another_can_be_named(stands, cast, now):
    withdraw_consent(consent=stands.case.consents.get(purpose="advocate"), by=cast.zarina, at=now + DAY)
    assert standing(stands.case) is None
    with pytest.raises(NotPermitted):
        case_page(cast.mavzuna, stands.case_id, at=now + DAY)

    ways.agrees(stands.case, "advocate", by=cast.zarina, at=now + DAY)
    name(stands.case, cast, at=now + DAY)

    stands.refresh_from_db()
    assert stands.ended_because == "closed"


def test_the_advocate_leaves_by_their_own_word_only_and_others_do_not_end_it_so(stands, cast, now):
    with pytest.raises(Refused, match="because"):
        end_advocate(advocate=stands, because="wish", by=cast.mavzuna, at=now)
    with pytest.raises(NotPermitted):
        end_advocate(advocate=stands, because="wish", by=cast.davlat, at=now)

    end_advocate(advocate=stands, because="leaves", by=cast.mavzuna, at=now)

    assert standing(stands.case) is None
    assert my_work(cast.mavzuna, now=now).mine == ()


@pytest.fixture
def refused(stands, cast, now) -> Case:
    case = ways.lodged(stands.case, by=cast.zarina, at=now + DAY)
    ways.decided(case, "negative", cast, at=now + DAY)
    return Case.objects.get()


def test_what_is_decided_comes_to_the_advocate_and_reasons_only_where_shared(refused, stands, cast, now):
    [line] = my_work(cast.mavzuna, now=now + DAY).mine
    assert "A decision was taken" in line.what
    decision = Decision.objects.get()
    assert read_reasons_shared(decision, cast.mavzuna, at=now + DAY).reasons == ways.REASONS
    assert LedgerEntry.objects.last().act == "read_reasons"

    note_decisions(advocate=stands, by=cast.mavzuna, at=now + 2 * DAY)

    assert my_work(cast.mavzuna, now=now + 2 * DAY).mine == ()
    Disclosure.objects.filter(to_desk=cast.mavzuna.desk).update(fields=["names"])
    with pytest.raises(NotPermitted, match="does not show your desk the reasons"):
        read_reasons_shared(decision, cast.mavzuna, at=now + 2 * DAY)


def test_the_advocate_asks_for_reconsideration_and_applies_in_the_persons_name_alone(refused, cast, now):
    at = now + 2 * DAY
    for act, who in (
        (identification.ask_for_reconsideration, {"asked_by": "desk", "grounds": "New papers."}),
        (identification.apply_for_status, {"made_by": "person"}),
    ):
        with pytest.raises(Refused, match="as their representative"):
            act(case=refused, **who, by=cast.mavzuna, at=at)
    identification.apply_for_status(case=refused, made_by="representative", by=cast.mavzuna, at=at)
    tell(Decision.objects.get(), by=cast.nigina, at=at)

    asked = identification.ask_for_reconsideration(
        case=refused, asked_by="representative", grounds="New papers.", by=cast.mavzuna, at=at
    )

    assert Case.objects.get().state == "reconsideration"
    assert "Mavzuna" in vault.unseal(Reconsideration.objects.get(pk=asked.pk))["representative"]
    assert "Mavzuna" in vault.unseal(Application.objects.get())["representative"]


def test_who_does_not_stand_by_the_person_speaks_for_nobody(refused, stands, cast, now):
    end_advocate(advocate=stands, because="wish", by=cast.zarina, at=now + DAY)

    with pytest.raises(NotPermitted):
        identification.ask_for_reconsideration(
            case=refused, asked_by="representative", grounds="New.", by=cast.mavzuna, at=now + 2 * DAY
        )
    with pytest.raises((NotPermitted, OutOfOrder)):
        note_decisions(advocate=stands, by=cast.mavzuna, at=now + 2 * DAY)


def test_for_a_child_the_advocate_stands_beside_the_guardian_and_never_instead(cast, now):
    given = PersonGiven(names=(("Ситора", "self"),), sex="female", born_from=2012, born_to=2012)
    girl = ways.lodged(ways.interviewed(given, by=cast.zarina, at=now).case, by=cast.zarina, at=now)
    clock = girl.clocks.get(clock="child_guardian")

    advocate = answer_as_advocate(advocate=name(girl, cast, at=now), accepted=True, by=cast.mavzuna, at=now)

    assert advocate.disclosure.consent is None
    clock.refresh_from_db()
    assert clock.stopped_at is None
    ways.decided(girl, "negative", cast, at=now)
    case = Case.objects.get(pk=girl.pk)
    met = frozenset({"grounds_recorded"})
    answered = may_take_step(case, "ask_for_reconsideration", by=cast.mavzuna, met=met)
    assert "guardian has not decided" in answered.reason.en
    record_consent(
        case=case,
        purpose="advocate",
        given=True,
        language="tg",
        explained=True,
        giver="guardian",
        by=cast.zarina,
        at=now,
    )
    with pytest.raises(NotPermitted):
        record_consent(
            case=case,
            purpose="referral",
            given=True,
            language="tg",
            explained=True,
            giver="guardian",
            by=cast.mavzuna,
            at=now,
        )


def test_pages_for_who_names_and_for_the_advocate(agreed, cast, client):
    client.force_login(cast.zarina)
    address = f"/protection/case/{agreed.pk}/advocate/"
    page = client.get(address).content.decode()
    assert "neither police nor anybody who helps" in page
    missing = client.post(address, {"desk": cast.mavzuna.desk.pk, "shares": ["names"]})
    assert missing.status_code == 422
    assert 'value="names" id="id_shares_0" checked' in missing.content.decode()
    given = {"desk": cast.mavzuna.desk.pk, "shares": ["names", "reasons"], "wished": "on"}
    assert client.post(address, given).status_code == 302
    assert "has not answered yet" in client.get(f"/case/{agreed.pk}/").content.decode()

    advocate = Advocate.objects.get()
    client.force_login(cast.mavzuna)
    own = f"/protection/advocate/{advocate.pk}/"
    assert NAME not in client.get(own).content.decode()
    assert "Somebody chose you" in client.get("/").content.decode()
    assert client.post(own, {"accepted": "no", "decline_reason": ""}).status_code == 422
    assert client.post(own, {"accepted": "yes", "decline_reason": ""}).status_code == 302
    assert NAME in client.get(own).content.decode()
    assert 'value="representative"' in client.get(f"/identification/{agreed.pk}/apply/").content.decode()
    assert 'value="person"' not in client.get(f"/identification/{agreed.pk}/apply/").content.decode()

    client.force_login(cast.zarina)
    client.post(f"/protection/advocate/{advocate.pk}/end/", {"because": "wish"})
    assert "until" in client.get(address).content.decode()
    client.force_login(cast.mavzuna)
    assert client.get(own).status_code == 403


def test_by_api_the_same(agreed, cast, client):
    client.force_login(cast.zarina)
    address = f"/api/protection/cases/{agreed.pk}/advocate"
    free = client.get(address).json()["candidates"][0]
    assert free["ties"] == []
    given = {"desk": free["desk"], "wished": True, "shares": ["names"]}
    made = client.post(address, given, "application/json")
    assert (made.status_code, made.json()["accepted"]) == (201, None)
    assert client.post(address, given, "application/json").status_code == 409
    pk = made.json()["id"]

    client.force_login(cast.mavzuna)
    assert client.get(f"/api/protection/advocates/{pk}").json()["names"] == []
    assert (
        client.post(f"/api/protection/advocates/{pk}/answer", {"accepted": True}, "application/json").status_code == 200
    )
    assert client.get(f"/api/protection/advocates/{pk}").json()["names"] == [NAME]
    assert client.post(f"/api/protection/advocates/{pk}/noted", {}, "application/json").status_code == 200

    client.force_login(cast.zarina)
    ended = client.post(f"/api/protection/advocates/{pk}/end", {"because": "wish"}, "application/json")
    assert ended.json()["ended_at"]
    assert client.get(address).json()["now"] is None


def test_a_desk_that_shelters_is_found_by_the_stay_itself(agreed, cast, now):
    lutfiya = of_korvoni()
    ways.agrees(agreed, "service", by=cast.zarina, at=now)
    need = record_need(case=agreed, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)
    centre = DeskRow.objects.get(code="korvoni_umed_dushanbe")
    host = Officer.objects.create(
        post=Post.objects.get(code="korvoni_umed_dushanbe.service_provider"),
        username="host",
        name="Host",
        password="!",
    )
    consent = agreed.consents.get(purpose="service")
    sent = refer(need=need, to_desk=centre, consent=consent, message="", by=cast.zarina, at=now)
    answer(referral=sent, accepted=True, decline_reason="", words="", by=host, at=now)

    [tied] = [each for each in advocate_page(agreed).candidates if each.desk == lutfiya.desk]

    assert Tie.HELPS in tied.ties
