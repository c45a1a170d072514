"""The data asked for the report: every item, marked as our reconstruction; a mistake is named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from panoh.instruments import assessment
from panoh.instruments.assessment import questionnaire
from panoh.instruments.kinds.questionnaire import Mode
from panoh.instruments.kinds.source import Verification
from panoh.instruments.reader import TextError
from panoh.instruments.statistics import standards
from panoh.registry.access import Role

FILE = Path(assessment.__file__).parent / "questionnaire.yaml"
GROUPS = {"S": 7, "X": 14, "A": 27, "B": 32, "C": 18, "D": 7}


def item(key: str):
    found = questionnaire().find(key)
    assert found is not None
    return found


def test_every_item_of_every_group_is_there_in_its_order():
    assert [each.id for each in questionnaire().items] == [
        f"{group}{number:02d}" for group, many in GROUPS.items() for number in range(1, many + 1)
    ]


def test_the_whole_says_that_it_is_our_reconstruction():
    assert {each.verification for each in questionnaire().sources} == {Verification.PROVISIONAL}
    assert "reconstruction" in questionnaire().note.en


def test_what_was_only_derived_is_provisional_and_what_the_law_asks_was_seen_in_a_second_hand_text():
    assert {each.verification for each in item("A06").sources} == {Verification.PROVISIONAL}
    assert {each.verification for each in item("B30").sources} == {Verification.SECONDARY}


def test_every_item_is_worded_in_three_languages_and_owned_by_a_role():
    for each in questionnaire().items:
        assert each.asks.ru, each.id
        assert each.asks.tg, each.id
        assert each.owner in set(Role), each.id


def test_a_person_writes_what_is_not_counted_whole():
    assert not item("B04").written  # counted
    assert item("A16").written  # counted in part
    assert item("A25").written  # by hand
    assert not item("A26").written  # counted since two agencies' records of one case are told apart


PARTLY = [
    "A20",
    "B19",
    "B28",
    "B29",
    "B32",
    "C01",
    "C05",
    "C09",
    "C14",
    "X12",
    "X03",
    "X04",
    "X05",
    "A21",
    "C02",
    "X13",
]


@pytest.mark.parametrize("key", PARTLY)
def test_what_records_say_in_part_is_counted_and_a_person_says_the_rest_in_words(key):
    assert item(key).mode is Mode.PARTLY
    assert item(key).counted
    assert item(key).written


def test_what_nothing_is_counted_for_says_why_and_nothing_else_is_left_to_a_person_alone():
    by_hand = {each.id: each.by_hand for each in questionnaire().items if not each.counted}

    assert set(by_hand) == {"S02", "S03", "A17", "A25", "B15", "C11", "C13", "C15", "C16", "D02", "D06"}
    assert all(by_hand.values())


def test_what_stays_by_hand_is_worded_in_three_languages():
    said = [each.by_hand for each in questionnaire().items if each.by_hand]

    assert all(words.ru and words.tg for words in said)


def test_what_a_figure_is_mapped_to_is_the_item_it_answers():
    mapped = {
        (figure, each.id) for figure, maps in standards().items() for each in maps if each.standard == "tip-data-points"
    }

    assert mapped
    assert all(figure in item(key).figures for figure, key in mapped)


def test_no_data_is_presumed_no_action_where_the_statute_says_so_and_nowhere_else():
    presumed = {each.id for each in questionnaire().items if each.presumed}

    assert presumed == {"A05", "A08", "A10", "A12", "A16", "A17"}


def test_an_item_begins_and_ends_with_a_report_year(tmp_path):
    changed = written(tmp_path, "{id: A25, answer: [T],", "{id: A25, from: 2024, until: 2026, answer: [T],")
    built = assessment.read_questionnaire(changed)

    assert [report for report in range(2022, 2029) if "A25" in {each.id for each in built.of_report(report)}] == [
        2024,
        2025,
        2026,
    ]


@pytest.mark.parametrize(
    ("old", "new", "because"),
    [
        ("{id: A06,", "{id: A05,", "the item 'A05' stands twice"),
        ("figures: [persons_penalised]", "figures: [persons_pardoned]", "B21: there is no figure 'persons_pardoned'"),
        ("standards: [c8]", "standards: [c18]", "B30: there is no standard or criterion 'c18'"),
        ("by: [sex, payer], unit: call", "by: [sex, payer]", "B27: a number of what"),
        ("{id: D06, answer: [L], mode: H, basis: [P]", "{id: D06, answer: [L], mode: H, basis: [Z]", "no basis 'Z'"),
        ("{id: A25, answer: [T],", "{id: A25, from: 2026, until: 2024, answer: [T],", "A25: it ends before it begins"),
        ("{id: A25, answer: [T], mode: H", "{id: A25, answer: [T], mode: X", "'X' is not one of"),
        ("facts: [commission_meetings]", "facts: [dinners]", "C02: there is no measure 'dinners'"),
        ("counts: [cases_of_two], ", "", "A26: nothing is counted for it; say in by_hand"),
        ("source: usc-22-2023, place", "source: nobody, place", "cites 'nobody'"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_file_is_named_with_its_place(tmp_path, old, new, because):
    with pytest.raises(TextError, match=because):
        assessment.read_questionnaire(written(tmp_path, old, new))


def written(folder: Path, old: str, new: str) -> Path:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = folder / "questionnaire.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path
