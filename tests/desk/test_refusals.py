"""What an officer reads when something was not done, and where they can go from there."""

from __future__ import annotations

import argparse
import socket
from uuid import uuid4

import pytest
from django.urls import reverse

from panoh.registry.actions import PersonGiven, open_case, register_person
from panoh.web.commands.serve import serve


@pytest.mark.parametrize(
    ("came_from", "offered"), [("http://testserver/screening/", True), ("http://else.org/", False)]
)
def test_a_refusal_leads_back_to_a_page_of_ours_and_to_no_other(client, cast, came_from, offered):
    client.force_login(cast.zarina)

    page = client.get(reverse("ledger"), headers={"Referer": came_from}).content.decode()

    assert (">Back</a>" in page) is offered
    assert (came_from in page) is offered


def test_another_language_on_a_refusal_leads_to_a_page_that_can_be_opened(client, cast):
    client.force_login(cast.zarina)
    act = reverse("screening:release", args=[uuid4()])

    plain = client.post(act).content.decode()
    from_a_page = client.post(act, headers={"Referer": "http://testserver/screening/"}).content.decode()

    assert f'name="next" value="{reverse("my_work")}"' in plain
    assert 'name="next" value="http://testserver/screening/"' in from_a_page


def test_words_typed_stand_on_the_page_that_refuses_and_nothing_else_of_what_was_sent(client, cast):
    client.force_login(cast.nigina)
    act = reverse("compartment_step", args=[uuid4(), "review"])

    refused = client.post(act, {"words": "He asked for her again.\nTwice.", "officer": "davlat"})

    page = refused.content.decode()
    assert refused.status_code == 403
    assert "He asked for her again.\nTwice.</textarea>" in page
    assert "davlat" not in page
    assert "copy it before" not in client.get(reverse("case", args=[uuid4()])).content.decode()


def test_an_agreement_that_was_not_explained_is_said_on_the_form_itself(client, cast, now):
    person = register_person(given=PersonGiven(sex="female"), by=cast.zarina, at=now)
    case = open_case(person=person, track="adult", by=cast.zarina, at=now)
    client.force_login(cast.zarina)

    page = client.post(
        reverse("ask_consent", args=[case.pk]),
        {"purpose": "referral", "language": "tg", "given": "yes", "giver": "self"},
    ).content.decode()

    assert "Agreement counts only after it was explained." in page
    assert 'name="giver"' in page


def test_a_port_that_is_in_use_is_not_shared(db, capsys):
    with socket.create_server(("127.0.0.1", 0)) as other:
        given = argparse.Namespace(host="127.0.0.1", port=other.getsockname()[1], workers=1)

        status = serve(given)

    assert status == 2
    assert "is in use already" in capsys.readouterr().err
