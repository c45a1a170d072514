"""What is refused comes back on its page as it was typed, and the API gives the same reason and the same way forward."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from panoh.registry.models import Case
from tests.proof.bad_input import stands
from tests.proof.world import Records

pytestmark = pytest.mark.django_db
WORDS = "Канарейка sings «at night» & waits"


@dataclass(frozen=True)
class Sent:
    """By whom, from where, and what. `moved`: where the case went since the page was opened."""

    by: str
    stands: str
    page: str
    api: str
    given: dict[str, Any]
    moved: str = ""

    @property
    def typed(self) -> dict[str, Any]:
        """As a browser sends it: an unticked box is not sent at all."""
        ticked = {key: "on" for key, value in self.given.items() if value is True}
        return {key: value for key, value in self.given.items() if not isinstance(value, bool)} | ticked


LOST = {"asked_by_person": False, "attempts": 1, "risk": WORDS}
ASKED = {"asked_by_person": True, "attempts": 0, "risk": WORDS}
GROUNDS = {"asked_by": "person", "grounds": WORDS, "representative": ""}
DANGER = {"level": "immediate", "danger": WORDS, "own_view": "", "review_on": "2199-01-01"}
COURSE, SAFETY = "identification/cases/{}", "protection/cases/{}"
SENT = {
    "a pause without grounds": Sent("nigina", "", "identification:pause", f"{COURSE}/pause", LOST),
    "a pause of a case that moved": Sent(
        "nigina", "", "identification:pause", f"{COURSE}/pause", ASKED, moved="referred"
    ),
    "a pause by a post that pauses nothing": Sent("zarina", "", "identification:pause", f"{COURSE}/pause", ASKED),
    "leaving, from a case that moved": Sent(
        "zarina",
        "referred",
        "identification:withdraw",
        f"{COURSE}/withdrawal",
        {"effect_explained": True, "words": WORDS},
        moved="preliminary_pending",
    ),
    "going on, where nothing is paused": Sent(
        "zarina", "", "identification:resume", f"{COURSE}/resumption", {"words": WORDS}
    ),
    "coming back, where nobody left": Sent(
        "zarina", "", "identification:come_back", f"{COURSE}/return", {"words": WORDS}
    ),
    "a review, where nothing was decided": Sent(
        "zarina", "", "identification:reconsider", f"{COURSE}/reconsideration", GROUNDS
    ),
    "a review of a case that moved": Sent(
        "zarina", "refused", "identification:reconsider", f"{COURSE}/reconsideration", GROUNDS, moved="closed"
    ),
    "a danger looked at again too late": Sent("zarina", "", "protection:safety", f"{SAFETY}/risk", DANGER),
}


@pytest.fixture(params=SENT)
def sent(request) -> Sent:
    return SENT[request.param]


@pytest.fixture
def it(world, sent):
    return stands(world, sent.stands)


def test_the_page_keeps_what_was_typed_and_the_api_says_the_same(sent, it, client):
    seen = it.seen.state
    if sent.moved:
        Case.objects.filter(pk=it.case.pk).update(state=sent.moved)
    client.force_login(it.who(sent.by))
    before = Records.taken(it.world.records)

    page = client.post(reverse(sent.page, args=[it.case.pk]), {**sent.typed, "seen": seen})
    body = json.dumps({**sent.given, "seen": seen})
    told = client.post(f"/api/{sent.api.format(it.case.pk)}", body, content_type="application/json")

    shown, answer = unescape(page.content.decode()), told.json()
    assert set(answer) == {"reason", "way_forward", "code"}
    assert answer["reason"]
    assert answer["way_forward"]
    assert page.status_code == told.status_code == (409 if sent.moved else told.status_code) >= 400
    assert (answer["reason"] in shown, answer["way_forward"] in shown, WORDS in shown) == (True, True, True)
    assert not Records.taken(before).changed(before)


def test_a_missing_field_is_named_with_a_way_forward_and_nothing_sent_comes_back(sent, it, client):
    """Each field that has no default is left out, then sent as what it is not."""
    client.force_login(it.who(sent.by))
    address = f"/api/{sent.api.format(it.case.pk)}"

    missing = client.post(address, "{}", content_type="application/json")
    unread = client.post(address, json.dumps({key: [WORDS] for key in (*sent.given, "seen")}), "application/json")
    no_json = client.post(address, f"{{{WORDS}", content_type="application/json")

    for answer in (missing, unread, no_json):
        assert answer.status_code in {400, 422}
        assert set(answer.json()) == {"reason", "way_forward", "code"}
        assert answer.json()["way_forward"]
        assert "Канарейка" not in json.dumps(answer.json(), ensure_ascii=False)
    for field in sent.given:
        assert field in unread.json()["reason"], field


def test_without_signing_in_the_api_says_so_in_the_same_shape(client, db):
    answer = client.get("/api/identification/worklist")

    assert answer.status_code == 401
    assert set(answer.json()) == {"reason", "way_forward", "code"}
