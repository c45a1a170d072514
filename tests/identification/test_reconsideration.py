"""A negative decision reconsidered: asked for by anybody who stands by the person, decided by others than before."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.identification import actions
from panoh.identification.models import Decision, Reconsideration
from panoh.identification.queries import case_block, panel_in, read_grounds, worklist
from panoh.referral.actions import record_need
from panoh.registry import vault
from panoh.registry.models import Case, CaseClock, LedgerEntry, Officer
from panoh.registry.queries import may_take_step
from panoh.registry.refusals import NotPermitted, OutOfOrder, Refused
from tests.identification.conftest import REASONS, decide
from tests.identification.panels import WRITTEN, decided_by, sits_at, votes
from tests.identification.test_telling import tell

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
GROUNDS = "Her sister found the contract with the debt in it."


def colleague(of: Officer, name: str) -> Officer:
    """Somebody else in the same post."""
    return Officer.objects.create(post=of.post, username=name, name=name.title(), password="!")


def ask(case, *, by, at, **changed):
    given = {"asked_by": "person", "grounds": GROUNDS, **changed}
    return actions.ask_for_reconsideration(case=case, by=by, at=at, **given)


@pytest.fixture
def refused(pending, cast, now) -> Case:
    """No reasonable grounds, by davlat and gulnora."""
    proposed = decide(pending, outcome="negative", form="unknown", by=cast.davlat, at=now)
    actions.sign(decision=proposed, by=cast.gulnora, at=now)
    return Case.objects.get()


@pytest.fixture
def asked(refused, cast, now) -> Case:
    ask(refused, by=cast.zarina, at=now)
    return refused


@pytest.fixture
def not_identified(pending, cast, now) -> Case:
    """A panel of rustam and malika found that it was not shown."""
    decide(pending, by=cast.davlat, at=now)
    actions.open_formal_decision(case=pending, asked_by_person=True, by=cast.rustam, at=now)
    decided_by(pending, {cast.rustam: "negative", cast.malika: "negative"}, at=now)
    return Case.objects.get()


def test_whoever_stands_by_the_person_asks_and_the_grounds_are_sealed(refused, cast, now):
    asked = ask(refused, asked_by="representative", representative="a lawyer", by=cast.zarina, at=now)

    case = Case.objects.get()
    assert case.state == "reconsideration"
    assert GROUNDS.encode() not in bytes(asked.sealed)
    assert LedgerEntry.objects.last().act == "ask_for_reconsideration"
    assert CaseClock.objects.get(clock="reconsideration_decision").stopped_at is None
    read = read_grounds(case, cast.davlat, at=now)
    assert (read.grounds, read.representative) == (GROUNDS, "a lawyer")
    assert LedgerEntry.objects.last().act == "read_grounds"


def test_without_grounds_it_says_what_is_missing(refused, cast, now):
    with pytest.raises(OutOfOrder) as told:
        ask(refused, grounds=" ", by=cast.zarina, at=now)

    assert "late request is possible" in told.value.way_forward
    assert LedgerEntry.objects.last().act == "ask_for_reconsideration.refused"


def test_asked_late_it_is_looked_at_all_the_same(refused, cast, now):
    tell(Decision.objects.get(), by=cast.zarina, at=now)

    assert ask(refused, by=cast.zarina, at=now + 100 * DAY).late is True
    assert Case.objects.get().state == "reconsideration"


def test_deciders_and_others_do_not_ask_and_nothing_is_asked_where_nothing_was_refused(refused, cast, now):
    for officer in (cast.davlat, cast.rustam, cast.behruz, cast.shahlo, cast.safar):
        with pytest.raises(NotPermitted):
            ask(refused, by=officer, at=now)
    Case.objects.update(state="recovery")
    refused.refresh_from_db()
    with pytest.raises(OutOfOrder):
        ask(refused, by=cast.zarina, at=now)


def test_whoever_took_part_neither_decides_nor_signs_anew(asked, cast, now):
    other = colleague(cast.davlat, "parviz")
    for before in (cast.davlat, cast.gulnora):
        with pytest.raises(Refused, match="in this case before"):
            decide(asked, by=before, at=now)
    again = decide(asked, outcome="negative", form="unknown", by=other, at=now)
    with pytest.raises(Refused, match="in this case before"):
        actions.sign(decision=again, by=cast.gulnora, at=now)

    assert Case.objects.get().state == "reconsideration"
    assert LedgerEntry.objects.last().act == "sign.refused"


def test_whoever_sent_a_proposal_back_took_part_too(pending, cast, now):
    first = decide(pending, outcome="negative", form="unknown", by=cast.davlat, at=now)
    reader = colleague(cast.davlat, "parviz")
    actions.send_back(decision=first, reason="Where are the papers?", by=reader, at=now)
    second = decide(pending, outcome="negative", form="unknown", by=cast.davlat, at=now)
    actions.sign(decision=second, by=cast.gulnora, at=now)
    ask(pending, by=cast.zarina, at=now)

    with pytest.raises(Refused, match="Parviz decided, signed"):
        decide(pending, by=reader, at=now)


def test_others_find_reasonable_grounds_and_the_person_recovers(asked, cast, now):
    decision = decide(asked, by=colleague(cast.davlat, "parviz"), at=now)

    case = Case.objects.get()
    assert (case.state, decision.reconsiders.outcome) == ("recovery", "negative")
    assert Reconsideration.objects.get().decided_at == now
    assert case.clocks.filter(clock="reflection", stopped_at=None).exists()
    assert case.clocks.filter(clock="telling", stopped_at=None).exists()


def test_a_second_negative_again_needs_two_others_and_can_itself_be_reconsidered(asked, cast, now):
    first, second = colleague(cast.davlat, "parviz"), colleague(cast.davlat, "zebo")
    again = decide(asked, outcome="negative", form="unknown", by=first, at=now)
    assert Case.objects.get().state == "reconsideration"

    actions.sign(decision=again, by=second, at=now)

    assert Case.objects.get().state == "preliminary_negative"
    assert ask(Case.objects.get(), by=cast.zarina, at=now).decision == again


def test_a_reconsideration_takes_no_protection_away(asked, cast, now):
    assert record_need(case=asked, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now).pk
    everything = frozenset({"return_risk_assessed", "return_voluntary", "receiving_body_named", "outcome_recorded"})

    for step in ("return_safely", "close", "withdraw"):
        assert hasattr(may_take_step(asked, step, by=cast.parvina, met=everything), "reason")
    assert "nobody is removed" in client_page(asked, cast.zarina)


def client_page(case, officer):
    from django.test import Client

    client = Client()
    client.force_login(officer)
    return client.get(f"/identification/{case.pk}/").content.decode()


def test_it_waits_for_those_who_took_no_part_and_late_at_intake(asked, cast, now):
    other = colleague(cast.davlat, "parviz")

    def waits_for(officer, at=now):
        return [item.what for item in worklist(officer, now=at).items if "again" in item.what]

    assert len(waits_for(other)) == 1
    assert waits_for(cast.davlat) == waits_for(cast.gulnora) == waits_for(cast.rustam) == []
    late = [item for item in worklist(cast.nigina, now=now + 20 * DAY).items if item.escalated]
    assert {item.reference for item in late} == {asked.reference}
    assert [door.page for door in case_block(other, asked, now=now).doors] == ["decide"]
    assert case_block(cast.davlat, asked, now=now).doors == ()


def test_a_panel_of_others_reconsiders_what_a_panel_decided(not_identified, cast, now):
    case = not_identified
    ask(case, by=cast.zarina, at=now)
    doctor, lawyer = sits_at("panel_health.formal_decider", "lola"), colleague(cast.malika, "umed")
    with pytest.raises(OutOfOrder, match="panel of several agencies"):
        decide(case, by=colleague(cast.davlat, "parviz"), at=now)
    with pytest.raises(Refused, match="Rustam decided, signed or voted"):
        actions.convene_panel(case=case, members=[doctor, lawyer], by=cast.rustam, at=now)
    with pytest.raises(Refused, match="Malika decided"):
        actions.convene_panel(case=case, members=[doctor, cast.malika], by=doctor, at=now)

    panel = actions.convene_panel(case=case, members=[doctor, lawyer], by=doctor, at=now)
    for member in (doctor, lawyer):
        votes(panel, "positive", by=member, at=now)
    decision = actions.conclude_panel(panel=panel_in(case), form="labour", reasons=WRITTEN, by=doctor, at=now)

    assert Case.objects.get().state == "identified"
    assert decision.reconsiders.outcome == "negative"
    assert Reconsideration.objects.get().decided_at == now


def test_whoever_only_called_the_first_panel_together_does_not_sit_on_the_second(pending, cast, now):
    decide(pending, by=cast.davlat, at=now)
    actions.open_formal_decision(case=pending, asked_by_person=True, by=cast.rustam, at=now)
    doctor, caller = sits_at("panel_health.formal_decider", "lola"), colleague(cast.rustam, "umed")
    actions.convene_panel(case=pending, members=[cast.rustam, doctor], by=caller, at=now)
    for member in (cast.rustam, doctor):
        votes(panel_in(pending), "negative", by=member, at=now)
    actions.conclude_panel(panel=panel_in(pending), form="unknown", reasons=WRITTEN, by=doctor, at=now)
    ask(Case.objects.get(), by=cast.zarina, at=now)

    with pytest.raises(Refused, match="Umed decided"):
        actions.convene_panel(case=Case.objects.get(), members=[cast.malika, caller], by=cast.malika, at=now)


def test_by_page_and_api_as_well(refused, cast, client):
    client.force_login(cast.zarina)
    address = f"/identification/{refused.pk}/reconsider/"
    empty = client.post(address, {"seen": "preliminary_negative", "asked_by": "desk", "grounds": ""})
    assert (empty.status_code, "what is new" in empty.content.decode()) == (422, True)

    sent = {"seen": "preliminary_negative", "asked_by": "person", "grounds": GROUNDS}
    answer = client.post(f"/api/identification/cases/{refused.pk}/reconsideration", sent, "application/json")

    assert (answer.status_code, answer.json()["late"]) == (200, False)
    assert client.post(address, {**sent, "asked_by": "desk"}).status_code == 409
    client.force_login(colleague(cast.davlat, "parviz"))
    assert GROUNDS in client.get(f"/identification/{refused.pk}/decide/").content.decode()
    read = client.get(f"/api/identification/cases/{refused.pk}/reconsideration").json()
    assert read == [{"asked_by": "person", "grounds": GROUNDS, "representative": ""}]
    decided = client.post(
        f"/identification/{refused.pk}/decide/",
        {"seen": "reconsideration", "outcome": "positive", "form": "labour", "reasons": REASONS, "no_conflict": "on"},
    )
    assert decided.status_code == 302
    assert Case.objects.get().state == "recovery"
    assert vault.unseal(Decision.objects.get(outcome="positive"))["reasons"] == REASONS


def test_whoever_neither_decides_anew_nor_works_on_the_case_says_what_the_grounds_are_opened_for(asked, cast, client):
    """Whoever decides is not asked: the procedure waits for them."""
    path = f"/api/identification/cases/{asked.pk}/reconsideration"
    opened = LedgerEntry.objects.filter(act="read_grounds")
    client.force_login(cast.nigina)

    refused = client.get(path)

    assert (refused.status_code, refused.json()["code"], opened.exists()) == (422, "purpose_asked", False)
    assert client.get(path, headers={"X-Purpose": "supervision"}).json()[0]["grounds"] == GROUNDS
    assert opened.get().purpose == "supervision"
    for each in (cast.davlat, cast.zarina):
        client.force_login(each)
        assert client.get(path).json()[0]["grounds"] == GROUNDS


@pytest.mark.parametrize(("who", "says"), [("a neighbour", "not among what can be chosen"), ("guardian", "an adult")])
def test_only_those_on_the_list_ask_and_no_guardian_for_an_adult(refused, cast, now, who, says):
    with pytest.raises(Refused, match=says):
        ask(refused, asked_by=who, by=cast.zarina, at=now)

    assert not Reconsideration.objects.exists()
