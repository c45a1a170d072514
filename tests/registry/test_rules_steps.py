"""One step at a time: who may take it, for whom, with what agreed, and what an officer reads when it is refused."""

from __future__ import annotations

from typing import Any

import pytest

from panoh.instruments import countries
from panoh.registry.rules.procedure import Allowed, Refused, step_allowed

PROCEDURE = countries.procedure("tj")

REFER: dict[str, Any] = {
    "step": "refer",
    "state": "presumed",
    "role": "first_responder",
    "is_child": False,
    "consents": ["referral"],
    "met": ["consent_recorded"],
}
REFUSE: dict[str, Any] = {
    "step": "not_identify",
    "state": "formal_pending",
    "role": "formal_decider",
    "is_child": False,
    "met": ["written_reasons", "votes_recorded"],
    "signatures": 2,
}


def ask(base: dict[str, Any], **change: Any) -> Allowed | Refused:
    return step_allowed(PROCEDURE, **{**base, **change})


def test_an_adult_who_agreed_is_referred() -> None:
    answer = ask(REFER)

    assert isinstance(answer, Allowed)
    assert answer.to == ("S04",)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"consents": []}, "not consented to this purpose: Referral"),
        ({"consents": ["police"]}, "not consented to this purpose: Referral"),
        ({"met": []}, "Still missing"),
        ({"state": "referred"}, "not possible while the case is at “Referred”"),
        ({"role": "service_provider"}, "belongs to another role: First responder"),
        ({"is_child": True}, "only for adults"),
        ({"is_child": None}, "age is in doubt counts as a child"),
        ({"step": "refer_child", "met": ["child_authority_informed"]}, "only for children"),
    ],
)
def test_a_referral_is_refused_with_its_reason(change: dict[str, Any], says: str) -> None:
    answer = ask(REFER, **change)

    assert isinstance(answer, Refused)
    assert says in answer.reason.en
    assert answer.way_forward.en


@pytest.mark.parametrize("is_child", [True, None])
def test_a_child_is_referred_without_any_consent(is_child: bool | None) -> None:
    answer = ask(REFER, step="T04", is_child=is_child, consents=[], met=["child_authority_informed"])

    assert isinstance(answer, Allowed)


def test_protection_starts_with_nothing_asked() -> None:
    for is_child in (True, False, None):
        answer = ask(REFER, step="protect", is_child=is_child, consents=[], met=[])

        assert isinstance(answer, Allowed)
        assert answer.to == ("S02",)


def test_a_consul_refers_where_the_first_responder_has_no_desk() -> None:
    assert isinstance(ask(REFER, role="consular_officer"), Allowed)


@pytest.mark.parametrize("step", ["record_refusal", "withdraw"])
def test_a_child_cannot_decline_or_withdraw(step: str) -> None:
    state = PROCEDURE.step(step).from_states[0]

    answer = ask(REFER, step=step, state=state, is_child=True, met=["refusal_recorded", "effect_explained"])

    assert isinstance(answer, Refused)


def test_a_refusal_with_two_signatures_and_reasons_stands() -> None:
    assert isinstance(ask(REFUSE), Allowed)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"signatures": 1}, "second officer"),
        ({"met": ["votes_recorded"]}, "Reasons are written down"),
        ({"investigates": True}, "does not decide whether the person is a victim"),
        ({"role": "investigator"}, "belongs to another role"),
    ],
)
def test_a_refusal_is_held_up(change: dict[str, Any], says: str) -> None:
    answer = ask(REFUSE, **change)

    assert isinstance(answer, Refused)
    assert says in answer.reason.en


def test_whoever_decided_first_cannot_review() -> None:
    met = ["first_decision_formal", "other_decider", "written_reasons"]

    answer = ask(REFUSE, step="reverse_formal", state="reconsideration", met=met, decided_before=True)

    assert isinstance(answer, Refused)
    assert "did not take the first decision" in answer.reason.en


def test_a_paused_case_resumes_where_it_stood() -> None:
    answer = ask(REFER, step="resume", state="suspended", role="case_manager", met=["contact_again"], paused_at="S10")

    assert isinstance(answer, Allowed)
    assert answer.to == ("S10",)


@pytest.mark.parametrize("paused_at", ["", "declined_anonymous", "withdrawn", "suspended"])
def test_a_case_never_resumes_elsewhere(paused_at: str) -> None:
    answer = ask(
        REFER, step="resume", state="suspended", role="case_manager", met=["contact_again"], paused_at=paused_at
    )

    assert isinstance(answer, Refused)
    assert "not on record where this case stood" in answer.reason.en


def test_a_return_needs_a_risk_assessment() -> None:
    answer = ask(
        REFER,
        step="return_safely",
        state="identified",
        role="case_manager",
        consents=["foreign"],
        met=["return_voluntary", "receiving_body_named"],
    )

    assert isinstance(answer, Refused)
    assert "risk assessment" in answer.reason.en


def test_a_child_is_returned_only_after_a_best_interests_assessment() -> None:
    met = ["return_risk_assessed", "return_voluntary", "receiving_body_named"]
    child = {**REFER, "step": "T19", "state": "S09", "role": "case_manager", "is_child": True, "met": met}

    assert isinstance(ask(child, consents=["foreign"]), Refused)
    assert isinstance(ask(child, consents=["best_interests"]), Allowed)


def test_every_reason_is_written_in_three_languages() -> None:
    answer = ask(REFER, state="referred")

    assert isinstance(answer, Refused)
    assert all((answer.reason.ru, answer.reason.tg, answer.way_forward.ru, answer.way_forward.tg))


def test_an_unknown_step_is_an_error_and_no_refusal() -> None:
    with pytest.raises(KeyError, match="no step 'deport'"):
        ask(REFER, step="deport")
