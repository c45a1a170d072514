"""Two officers do the same thing at the same moment, by their acts and over HTTP: it is done once, the other is told why and
what to do, and nothing is lost. With real threads and real transactions, on either database."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pytest
from django.test import Client

from panoh.identification import actions as identification
from panoh.identification.models import Decision
from panoh.identification.queries import panel_in
from panoh.referral import actions as referral
from panoh.referral.models import Referral
from panoh.registry import ledger, vault
from panoh.registry.actions import withdraw_consent
from panoh.registry.models import Case, Disclosure, Officer
from panoh.registry.refusals import Refused
from tests.identification.panels import FOUND, WRITTEN, found_in
from tests.journeys import ways
from tests.proof import beginnings, far
from tests.proof.afterwards import hold_over, last_line
from tests.proof.stories import BEGAN
from tests.proof.two_at_once import InHand, in_hand
from tests.proof.world import Records, World, founded

Do = Callable[[InHand, Officer], object]
NEGATIVE = {"stage": "preliminary", "outcome": "negative", "form": "unknown", "reasons": ways.REASONS}


def proposal(it: InHand) -> Decision:
    return Decision.objects.select_related("case__person").get(case=it.case, stage="preliminary")


@dataclass(frozen=True)
class Both:
    """From where the case stands two officers do this; how often it may succeed."""

    stands: str
    who: tuple[str, str]
    do: Do
    other: Do | None = None
    times: int = 1


BOTH = {
    "lodge": Both("", ("zarina", "nigina"), lambda it, by: identification.lodge(case=it.seen, by=by, at=it.now)),
    "decline and lodge": Both(
        "",
        ("zarina", "nigina"),
        lambda it, by: identification.lodge(case=it.seen, by=by, at=it.now),
        lambda it, by: identification.record_refusal(case=it.seen, reason="not_told", by=by, at=it.now),
    ),
    "take in": Both(
        "referred", ("nigina", "nigina"), lambda it, by: identification.take_in(case=it.seen, by=by, at=it.now)
    ),
    "decide": Both(
        "pending",
        ("davlat", "gulnora"),
        lambda it, by: identification.decide(case=it.seen, **NEGATIVE, elements=found_in(it.seen), by=by, at=it.now),
    ),
    "sign one refusal": Both(
        "proposed", ("gulnora", "gulnora"), lambda it, by: identification.sign(decision=proposal(it), by=by, at=it.now)
    ),
    "sign and send back": Both(
        "proposed",
        ("gulnora", "gulnora"),
        lambda it, by: identification.sign(decision=proposal(it), by=by, at=it.now),
        lambda it, by: identification.send_back(decision=proposal(it), reason="the papers?", by=by, at=it.now),
    ),
    "call a panel together": Both(
        "formal",
        ("rustam", "malika"),
        lambda it, by: identification.convene_panel(
            case=it.seen, members=[it.who("rustam"), it.who("malika")], by=by, at=it.now
        ),
    ),
    "vote": Both(
        "sits",
        ("rustam", "malika"),
        lambda it, by: identification.vote(
            panel=panel_in(it.seen), outcome="positive", elements=FOUND, by=by, at=it.now
        ),
        times=2,
    ),
    "vote twice": Both(
        "sits",
        ("lola", "lola"),
        lambda it, by: identification.vote(
            panel=panel_in(it.seen), outcome="negative", elements=FOUND, by=by, at=it.now
        ),
        times=2,
    ),
    "conclude": Both(
        "voted",
        ("rustam", "malika"),
        lambda it, by: identification.conclude_panel(
            panel=panel_in(it.seen), form="labour", reasons=WRITTEN, by=by, at=it.now
        ),
    ),
    "accept": Both(
        "",
        ("shahlo", "farzona"),
        lambda it, by: referral.answer(referral=it.asked, accepted=True, decline_reason="", words="", by=by, at=it.now),
    ),
    "close a need": Both("", ("zarina", "nigina"), lambda it, by: referral.meet_need(need=it.need, by=by, at=it.now)),
}


def brought(world: World, stands: str) -> InHand:
    if not stands:
        return in_hand(world)
    given, zarina = beginnings.somebody(Random(4)), world.officers()["zarina"]
    case = far.brought(given=given, to=stands, helped="", by=zarina, at=world.now)
    return InHand(world, Case.objects.get(pk=case.pk))


def test_what_two_do_at_once_is_done_once_and_the_other_is_told(at_once):
    world = founded(at=BEGAN)
    for name, both in BOTH.items():
        it = brought(world, both.stands)
        before, since = Records.taken(), last_line()
        one, two = (it.who(each) for each in both.who)

        came = at_once(lambda: both.do(it, one), lambda: (both.other or both.do)(it, two))  # noqa: B023  # run at once

        failed = [each for each in came if isinstance(each, Exception) and not isinstance(each, Refused)]
        told = [each for each in came if isinstance(each, Refused)]
        assert not failed, f"{name}: {failed}"
        assert len(told) == 2 - both.times, f"{name}: {came}"
        assert all(each.reason and each.way_forward for each in told), name
        hold_over(world, before, since=since)
    assert ledger.verify().whole


def test_two_votes_of_one_member_at_once_are_both_kept(at_once):
    world = founded(at=BEGAN)
    it, lola = brought(world, "sits"), world.officers()["lola"]

    at_once(*[lambda: BOTH["vote twice"].do(it, lola)] * 3)

    seat = panel_in(it.seen).seats.get(officer=lola)
    assert len(vault.unseal(seat)["votes"]) == 3


def test_a_receiver_who_accepts_while_consent_is_withdrawn_sees_nothing_afterwards(at_once):
    """Whichever comes first: shown and closed again, or not shown at all."""
    world = founded(at=BEGAN)
    for _ in range(4):
        it, consent = (each := in_hand(world)), each.consent("service")

        came = at_once(
            lambda: BOTH["accept"].do(it, it.who("shahlo")),  # noqa: B023  # run at once
            lambda: withdraw_consent(consent=consent, by=it.who("zarina"), at=it.now),  # noqa: B023
        )

        assert not [each for each in came if isinstance(each, Exception) and not isinstance(each, Refused)], came
        assert not Disclosure.objects.filter(case=it.case, purpose="service", ended_at=None).exists()
    assert ledger.verify().whole


def test_six_officers_write_to_the_ledger_at_once_and_every_line_is_there(at_once):
    world = founded(at=BEGAN)
    each_their_own, since = [in_hand(world) for _ in range(6)], last_line()

    def asks(it: InHand) -> list[object]:
        what = {"urgency": "now", "note": "", "by": it.who("zarina"), "at": it.now}
        return [referral.record_need(case=it.seen, service="medical_care", **what) for _ in range(4)]

    came = at_once(*[lambda it=it: asks(it) for it in each_their_own])

    assert all(isinstance(each, list) for each in came), came
    assert last_line() == since + 24
    assert ledger.verify().whole


SIGNED = {"seen": "preliminary_pending", "conflict_of_interest": False}
OVER_HTTP = {
    "lodge": ("", ("zarina", "zarina"), "identification/cases/{case}/lodge", {"seen": "presumed"}),
    "take in": ("referred", ("nigina", "nigina"), "identification/cases/{case}/take-in", {"seen": "referred"}),
    "sign": ("proposed", ("gulnora", "gulnora"), "identification/cases/{case}/proposal/signature", SIGNED),
    "accept": ("", ("shahlo", "farzona"), "referral/received/{asked}/answer", {"accepted": True}),
}


@pytest.mark.parametrize("what", OVER_HTTP)
def test_over_http_one_is_answered_and_the_other_gets_a_conflict(at_once, what):
    world = founded(at=BEGAN)
    stands, who, path, sent = OVER_HTTP[what]
    it = brought(world, stands)
    asked = Referral.objects.filter(need__case=it.case).values_list("pk", flat=True).first()
    address = "/api/" + path.format(case=it.case.pk, asked=asked)

    def posts(name: str) -> Callable[[], tuple[int, dict[str, str]]]:
        client = Client(raise_request_exception=False)
        client.force_login(it.who(name))

        def go() -> tuple[int, dict[str, str]]:
            answer = client.post(address, json.dumps(sent), "application/json")
            return answer.status_code, answer.json()

        return go

    came = at_once(*[posts(name) for name in who])

    assert sorted(status for status, _ in came) == [200, 409], came
    refused = next(answer for status, answer in came if status == 409)
    assert refused["reason"]
    assert refused["way_forward"]
    assert ledger.verify().whole
