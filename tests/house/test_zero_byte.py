"""A character that is none is refused in plain words wherever somebody can send one, on both databases."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db
ADDRESSES = (
    "/ledger/readers/?case=%00",
    "/ledger/?subject=a%00",
    "/ledger/?before=1%00",
    "/ledger/unusual/%00/",
    "/justice/offences/?text=%00",
    "/statistics/?%00=1",
    "/assessment/tiers/%00/",
    "/case/%00/",
    "/api/desk/readers?case=%00",
    "/api/desk/readings?case=%00",
    "/api/justice/offences?text=%00",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_in_an_address_it_is_refused(client, cast, address):
    client.force_login(cast.officers["firuza"])
    client.raise_request_exception = False

    answer = client.get(address)

    assert answer.status_code in {404, 422}
    if "?" in address and answer.status_code == 422:
        assert "zero byte" in answer.content.decode()


@pytest.mark.parametrize(
    "body", ['{"reference": "a\\u0000b", "because": "x"}', '{"reference": "a\x00b", "because": "x"}']
)
def test_in_json_it_is_refused(client, cast, body):
    client.force_login(cast.shahlo)
    client.raise_request_exception = False

    answer = client.post("/api/desk/emergencies", body, content_type="application/json")

    assert (answer.status_code, answer.json()["code"]) == (422, "unread")


def test_a_backslash_and_the_letters_after_it_are_words(client, cast):
    client.force_login(cast.shahlo)

    answer = client.post(
        "/api/desk/emergencies", '{"reference": "a", "because": "\\\\u0000"}', content_type="application/json"
    )

    assert answer.json()["code"] != "unread"


@pytest.mark.parametrize("address", ["/find/", "/emergency/"])
def test_in_a_form_it_stands_beside_the_field(client, cast, address):
    client.force_login(cast.shahlo)
    client.raise_request_exception = False

    answer = client.post(address, {"text": "a\x00b", "reference": "a\x00b", "because": "a\x00b"})

    assert answer.status_code in {200, 404, 422}
