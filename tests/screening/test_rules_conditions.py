"""Who may interpret, who may be in the room, when to rest: plain values in, refusals with what to do and their text out."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from panoh.instruments import library
from panoh.instruments.explanation import PARTS, explanation, read_explanation
from panoh.instruments.reader import TextError
from panoh.instruments.referral import services
from panoh.screening.rules.breaks import asks_again, minutes, rest_due
from panoh.screening.rules.conditions import INDEPENDENT, MAY_CONTROL, NOT_INDEPENDENT, Conditions, advice, problems
from panoh.screening.rules.needs_now import NEEDS_NOW, chosen

NOON = datetime(2026, 11, 16, 12)


def about(told: Conditions, *, interpreter: bool = False, child: bool = False) -> list[str]:
    return [each.about for each in problems(told, needs_interpreter=interpreter, child=child)]


@pytest.mark.parametrize("who", sorted(NOT_INDEPENDENT))
def test_nobody_with_a_tie_to_the_person_or_the_case_interprets(who):
    (found,) = problems(Conditions(interpreter=who, sworn=True), needs_interpreter=True, child=False)

    assert found.about == "interpreter"
    assert "telephone" in found.instead.en
    assert found.source.source in library.sources()


@pytest.mark.parametrize("who", sorted(INDEPENDENT))
def test_an_independent_interpreter_who_promised_silence_may(who):
    assert about(Conditions(interpreter=who, sworn=True), interpreter=True) == []
    assert about(Conditions(interpreter=who), interpreter=True) == ["sworn"]


def test_an_interpreter_nobody_described_does_not_count_as_independent():
    assert about(Conditions(sworn=True), interpreter=True) == ["interpreter"]


def test_without_an_interpreter_nothing_is_asked_about_one():
    assert about(Conditions()) == []


@pytest.mark.parametrize("who", sorted(MAY_CONTROL))
def test_nobody_who_may_control_the_person_is_in_the_room(who):
    assert about(Conditions(present=("colleague", who))) == ["present"]


def test_a_child_is_never_asked_in_front_of_a_suspected_adult():
    assert about(Conditions(support="suspected"), child=True) == ["support"]
    assert about(Conditions(support="suspected")) == []


def test_a_child_with_nobody_beside_them_is_not_turned_away_but_the_officer_is_told():
    assert about(Conditions(support="nobody_yet"), child=True) == []
    assert [each.about for each in advice(Conditions(support="nobody_yet"), child=True)] == ["support", "trained"]
    assert advice(Conditions(), child=False) == ()


def test_every_wording_of_the_rules_is_there_in_three_languages():
    shown = [words for each in NEEDS_NOW for words in (each.name, each.do_now)]
    shown += [why for why, _ in NOT_INDEPENDENT.values()]

    assert all(words.en and words.ru and words.tg for words in shown)


def test_urgent_needs_lead_to_services_of_the_catalogue_and_keep_their_order():
    known = {each.key for each in services()}

    assert {key for need in NEEDS_NOW for key in need.services} <= known
    assert [need.code for need in chosen(("food", "doctor"))] == ["doctor", "food"]


def test_a_child_rests_sooner_and_long_breaks_ask_again():
    half, hour = NOON + timedelta(minutes=30), NOON + timedelta(hours=1)

    assert rest_due(since=NOON, now=half, track="child")
    assert not rest_due(since=NOON, now=half, track="adult")
    assert rest_due(since=NOON, now=hour, track="adult")
    assert not asks_again(paused_at=NOON, now=NOON + timedelta(hours=3, minutes=59))
    assert asks_again(paused_at=NOON, now=NOON + timedelta(hours=4))


def test_a_talk_is_measured_without_its_breaks():
    pauses = [(NOON + timedelta(minutes=10), NOON + timedelta(minutes=25)), (NOON + timedelta(minutes=50), None)]

    assert minutes(began=NOON, ended=NOON + timedelta(hours=1), pauses=pauses) == 35


def test_the_explanation_says_all_of_it_in_every_language_and_is_marked_a_draft():
    texts = explanation().texts

    assert {"en", "ru", "tg", "uz-Latn", "uz-Cyrl", "fa-AF", "bn"} <= {text.language for text in texts}
    assert all(len(text.adult) == len(text.child) == len(PARTS) for text in texts)
    assert all(text.draft for text in texts)
    assert explanation().in_language("sgh") is None


def test_a_language_written_twice_is_an_error_that_names_it(tmp_path):
    parts = "{" + ", ".join(f"{part}: x" for part in PARTS) + "}"
    one = f"  - {{language: ru, checked_by_native_reader: false, adult: {parts}, child: {parts}}}\n"
    file = tmp_path / "interview.yaml"
    source = "sources: [{source: panoh-design, verification: provisional}]"
    file.write_text(f'id: interview\nversion: "1"\n{source}\ntexts:\n{one}{one}', encoding="utf-8")

    with pytest.raises(TextError, match="'ru' stands twice"):
        read_explanation(file)
