"""The panel by page and by API: the same acts, the same refusals, nothing typed lost."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from panoh.identification import actions
from panoh.identification.models import Decision, PanelSeat
from panoh.registry.models import Case
from tests.identification.conftest import REASONS, decide
from tests.identification.panels import FOUND, WRITTEN, decided_by, sits_at

pytestmark = pytest.mark.django_db
SEEN = {"seen": "formal_pending"}


@pytest.fixture
def formal(pending, cast, now) -> Case:
    decide(pending, by=cast.davlat, at=now)
    return actions.open_formal_decision(case=pending, asked_by_person=True, by=cast.rustam, at=now)


SAID = {"X-Purpose": "supervision"}
"""What it is opened for, by a post that works on it by reach alone."""


@pytest.fixture
def open_as(client):
    def go(officer, page, case, **sent):
        client.force_login(officer)
        address = reverse(f"identification:{page}", args=[case.pk])
        return client.post(address, {**SEEN, **sent}, headers=SAID) if sent else client.get(address, headers=SAID)

    return go


@pytest.fixture
def call(client):
    def go(officer, path, **sent):
        client.force_login(officer)
        address = f"/api/identification/{path}"
        body = json.dumps(SEEN | sent)
        return (
            client.post(address, body, "application/json", headers=SAID) if sent else client.get(address, headers=SAID)
        )

    return go


def test_from_call_to_decision_by_page(formal, cast, open_as):
    assert "Go to the panel" in open_as(cast.rustam, "case", formal).content.decode()
    page = open_as(cast.rustam, "panel", formal).content.decode()
    assert "provisional" in page
    both = [cast.rustam.pk, cast.malika.pk]
    assert open_as(cast.rustam, "convene_panel", formal, members=both).status_code == 302
    for member in (cast.rustam, cast.malika):
        assert open_as(member, "declare_for_panel", formal, declaration="sits").status_code == 302
        assert open_as(member, "vote", formal, outcome="positive", **FOUND).status_code == 302
    page = open_as(cast.malika, "panel", formal).content.decode()
    assert "The majority finds that the person is a victim" in page
    assert FOUND["purpose"] in page

    assert open_as(cast.malika, "conclude_panel", formal, form="labour", reasons=WRITTEN).status_code == 302

    assert Case.objects.get().state == "identified"
    page = open_as(cast.nigina, "reasons", Decision.objects.get(stage="formal")).content.decode()
    assert WRITTEN in page
    assert FOUND["act"] in page


def test_a_vote_without_a_reason_for_each_element_keeps_what_was_typed(formal, cast, open_as, now):
    actions.convene_panel(case=formal, members=[cast.rustam, cast.malika], by=cast.rustam, at=now)
    open_as(cast.rustam, "declare_for_panel", formal, declaration="sits")

    answer = open_as(cast.rustam, "vote", formal, outcome="negative", act=REASONS)

    assert answer.status_code == 422
    assert REASONS in answer.content.decode()
    assert "reason for each element" in answer.content.decode()
    assert answer.content.decode().count("(needed)") == len(FOUND)


def test_who_decided_before_is_shown_with_the_reason_and_refused(formal, cast, open_as):
    cast.gulnora.post = cast.malika.post
    cast.gulnora.save()
    Decision.objects.filter(stage="preliminary").update(proposed_by=cast.gulnora)

    assert "voted in this case before" in open_as(cast.rustam, "panel", formal).content.decode()
    answer = open_as(cast.rustam, "convene_panel", formal, members=[cast.rustam.pk, cast.gulnora.pk])

    assert answer.status_code == 422
    assert "Gulnora decided, signed or voted" in answer.content.decode()


def test_a_childs_ballot_does_not_ask_about_means(formal, cast, open_as, now):
    Case.objects.update(track="child")
    actions.convene_panel(case=formal, members=[cast.rustam, cast.malika], by=cast.rustam, at=now)
    open_as(cast.rustam, "declare_for_panel", formal, declaration="sits")

    assert 'name="means"' not in open_as(cast.rustam, "panel", formal).content.decode()
    open_as(cast.rustam, "vote", formal, outcome="positive", act=FOUND["act"], purpose=FOUND["purpose"])
    assert PanelSeat.objects.get(officer=cast.rustam).voted_at


def test_an_excusal_and_a_conflict_by_page(formal, cast, open_as, now):
    actions.convene_panel(case=formal, members=[cast.rustam, cast.malika], by=cast.rustam, at=now)

    open_as(cast.rustam, "excuse_member", formal, member=cast.malika.pk, because="is ill")
    assert "asks to excuse" in open_as(cast.malika, "panel", formal).content.decode()
    open_as(cast.malika, "agree_to_excuse", formal, member=cast.malika.pk)
    open_as(cast.rustam, "declare_for_panel", formal, declaration="conflicted", because="")

    assert set(PanelSeat.objects.values_list("status", flat=True)) == {"excused", "conflicted"}


def test_the_same_by_api(formal, cast, call):
    path = f"cases/{formal.pk}/panel"
    assert set(call(cast.rustam, path).json()["may_be_invited"]) == {"rustam", "malika"}
    assert call(cast.rustam, path, members=["nobody"]).status_code == 422
    assert call(cast.davlat, path, members=["rustam"]).status_code == 403
    assert call(cast.rustam, path, members=["rustam"]).status_code == 422
    call(cast.rustam, path, members=["rustam", "malika"])
    lola = sits_at("panel_health.formal_decider", "lola")
    seats = call(cast.rustam, f"{path}/members", members=["lola"]).json()["seats"]
    assert [seat["status"] for seat in seats] == ["invited"] * 3
    call(lola, f"{path}/declaration", conflict_of_interest=True)
    for member in (cast.rustam, cast.malika):
        call(member, f"{path}/declaration", conflict_of_interest=False)
        stand = call(member, f"{path}/vote", outcome="negative", **FOUND).json()
    assert (stand["positive"], len(stand["votes"]), stand["undecided"]) == (False, 3, "")

    decided = call(cast.rustam, f"{path}/conclusion", form="unknown", reasons=WRITTEN).json()

    assert (decided["outcome"], decided["status"]) == ("negative", "final")
    read = call(cast.nigina, f"decisions/{decided['id']}/votes").json()
    assert [each["elements"]["act"] for each in read if each["elements"]] == [FOUND["act"]] * 2
    assert call(cast.shahlo, f"decisions/{decided['id']}/votes").status_code == 403


def test_an_old_page_of_the_panel_does_nothing(formal, cast, open_as, now):
    decided_by(formal, {cast.rustam: "positive", cast.malika: "positive"}, at=now)

    answer = open_as(cast.malika, "vote", formal, outcome="negative", **FOUND)

    assert answer.status_code == 409
    assert "moved on" in answer.content.decode()
