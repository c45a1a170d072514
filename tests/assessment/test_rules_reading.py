"""Rules of the review desk without a database: verdicts, marking, series, advice, likeness."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.assessment.rules.advice import recommendations
from panoh.assessment.rules.comparing import Column, compare
from panoh.assessment.rules.given import Values, faults
from panoh.assessment.rules.marked import marked, stands_at
from panoh.assessment.rules.parted import parts_unknown
from panoh.assessment.rules.readers import Said, State, standing
from panoh.assessment.rules.rewording import likely, likeness, recurring, stems, threads
from panoh.assessment.rules.series import Accepted, Shown, cell, rows
from panoh.instruments.assessment import criteria, vocabulary
from panoh.narratives.words import load
from tests.narratives.shared_texts import narratives

A, B = {"value": "1"}, {"value": "2"}


def fact(
    number: int, value: int | None = 1, *, report: int = 2021, publisher: str = "State", **more: object
) -> Accepted:
    status = "not_reported" if value is None else "reported" if value else "zero"
    told = None if value is None else Decimal(value)
    plain = {"measure": "convictions", "status": status, "value": told, "unit": "people", "year": 2020}
    values = Values(**{**plain, **more})  # type: ignore[arg-type]
    return Accepted(number, "TJK", report, publisher, "So it says.", values)


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ([], State.UNREAD),
        ([Said(1, A)], State.ACCEPTED),
        ([Said(1, None)], State.REJECTED),
        ([Said(1, A), Said(2, A)], State.ACCEPTED),
        ([Said(1, A), Said(2, None)], State.DIFFERING),
        ([Said(1, A), Said(2, B)], State.DIFFERING),
        ([Said(1, None), Said(1, A)], State.ACCEPTED),
        ([Said(1, A), Said(2, B), Said(3, A, settles=True)], State.ACCEPTED),
        ([Said(1, A), Said(2, B), Said(3, None, settles=True)], State.REJECTED),
        ([Said(1, A), Said(2, B), Said(3, A, settles=True), Said(2, B)], State.DIFFERING),
        ([Said(1, A), Said(2, B), Said(3, A, settles=True), Said(1, A)], State.ACCEPTED),
    ],
)
def test_where_a_fact_stands_after_what_was_said(said, state):
    assert standing(said).state is state


def test_only_a_third_person_settles_and_only_where_readers_differ():
    differing = standing([Said(1, A), Said(2, B)])

    assert [differing.may_settle(reader) for reader in (1, 2, 3)] == [False, False, True]
    assert not standing([Said(1, A)]).may_settle(3)


@given(st.text(alphabet="ab .\n", max_size=60), st.data())
def test_marking_loses_no_letter_of_a_paragraph(text, data):
    spans = []
    for number in range(data.draw(st.integers(0, 3))):
        start = data.draw(st.integers(0, max(0, len(text) - 1)))
        spans.append((number, start, data.draw(st.integers(start, len(text)))))

    paragraphs = ["".join(stretch.words for stretch in paragraph) for paragraph in marked(text, spans)]

    assert paragraphs == [line for line in text.split("\n") if line.strip()]


def test_a_quote_that_stands_twice_has_two_places():
    assert stands_at("one two one", "one") == (0, 8)
    assert stands_at("one two one", "") == ()


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ([], Shown.MISSING),
        ([fact(1)], Shown.NUMBER),
        ([fact(1, 0)], Shown.ZERO),
        ([fact(1, None)], Shown.NOT_REPORTED),
        ([fact(1), fact(2, publisher="NGO")], Shown.NUMBER),
        ([fact(1), fact(2, 3, publisher="NGO")], Shown.CONFLICT),
        ([fact(1, 0), fact(2, None, report=2022)], Shown.CONFLICT),
        ([fact(1), fact(2, 3)], Shown.SEVERAL),
        ([fact(1), fact(2, 3, unit="cases", publisher="NGO")], Shown.NUMBER),
    ],
)
def test_what_a_cell_is(facts, shown):
    assert cell(facts).shown is shown
    assert len(cell(facts).facts) == len(facts)


def test_no_source_is_left_out_of_a_row_and_nothing_is_averaged():
    (row,) = rows([fact(1, 10), fact(2, 20, publisher="NGO")])

    assert {each.values.value for each in row.cell.facts} == {10, 20}


def test_two_tiers_of_one_report_do_not_agree_and_a_tier_is_no_number():
    said = {"measure": "tier_placement", "unit": "tier", "status": "reported"}
    one, other = (fact(at, None, publisher=tier, breakdown=(("tier", tier),), **said) for at, tier in enumerate("23"))

    (row,) = rows([one, other])

    assert row.cell.shown is Shown.CONFLICT
    assert compare([one], [Column("TJK", 2020)]) == ()


def test_what_one_country_has_and_another_has_not_is_missing_there():
    (row,) = compare([fact(1)], [Column("TJK", 2020), Column("KGZ", 2020), Column("TJK", 2019)])

    assert [each.shown for each in row.cells] == [Shown.NUMBER, Shown.MISSING, Shown.MISSING]


def test_a_source_that_gives_a_number_and_keeps_back_more_about_it_does_not_contradict_itself():
    one, silent = fact(1, 24), fact(2, None)

    (row,) = rows([one, silent])
    (other,) = rows([one, replace(silent, publisher="NGO")])

    assert (row.cell.shown, len(row.cell.facts)) == (Shown.NUMBER, 2)
    assert other.cell.shown is Shown.CONFLICT


def test_the_same_sentence_of_two_texts_of_a_report_is_told_once_and_another_sentence_again():
    one = fact(1, None)
    again, other = replace(one, fact=2, quote="So  it says."), replace(one, fact=3, quote="And so too.")

    (row,) = rows([one, again, other])

    assert [each.quote for each in row.cell.told] == ["So  it says.", "And so too."]
    assert len(row.cell.facts) == 3


@pytest.mark.parametrize("path", narratives(), ids=lambda path: path.stem)
def test_every_recommendation_stands_at_its_place(path):
    text = path.read_text(encoding="utf-8")

    for each in recommendations(text):
        assert text[each.start : each.end] == each.words


def test_recommendations_come_out_in_order_however_the_year_wrote_them():
    one_sentence = (
        "RECOMMENDATIONS FOR ANYLAND\nVigorously prosecute traffickers; train judges and police; and fund a shelter."
    )
    bullets = "Adopt procedures; fund them. • Train police in the law. • Ensure victims are safe."
    listed = "PRIORITIZED RECOMMENDATIONS:\nAdopt a law; and mean it.\nTrain police in the law."

    assert [each.words for each in recommendations(one_sentence)] == [
        "Vigorously prosecute traffickers",
        "train judges and police",
        "fund a shelter.",
    ]
    assert [each.words for each in recommendations(bullets)] == [
        "Adopt procedures; fund them.",
        "Train police in the law.",
        "Ensure victims are safe.",
    ]
    assert len(recommendations(listed)) == 2


@pytest.mark.parametrize("mark", ["•", "*", "\n*", "‣"])
def test_each_bullet_is_a_recommendation_of_its_own(mark):
    text = f"RECOMMENDATIONS\n{mark} Adopt a law with rules. {mark} Train police in 5 * 2 steps. {mark} Fund a large shelter.\n"

    found = [each.words for each in recommendations(text)]

    assert found == ["Adopt a law with rules.", "Train police in 5 * 2 steps.", "Fund a large shelter."]


def test_those_proposed_are_what_comparing_every_pair_finds_in_the_same_order():
    chosen = Random(20201)
    words = [
        "shelter",
        "judges",
        "train",
        "police",
        "identify",
        "identification",
        "fund",
        "sop",
        "reported",
        "year",
        "labor",
    ]
    for _times in range(30):
        rows = sorted(
            (chosen.randint(2015, 2018), " ".join(chosen.choices(words, k=chosen.randint(0, 6)))) for _ in "x" * 30
        )
        pairs = [(one, other) for one in range(30) for other in range(30) if rows[one][0] < rows[other][0]]
        alike = [(*pair, found) for pair in pairs if (found := likeness(*(rows[each][1] for each in pair))).proposed]
        alike.sort(key=lambda each: -each[2].score)

        assert likely((report, stems(told)) for report, told in rows) == [(one, other) for one, other, _ in alike]


def test_likeness_says_which_words_made_it():
    found = likeness(
        "Adopt procedures to identify victims.", "Adopt and fund procedures for the identification of victims."
    )

    assert found.proposed
    assert found.shared == ("adopt", "procedures", "identify")
    assert found.only_later == ("fund",)
    assert not likeness("Train judges.", "Fund shelters.").proposed


def test_threads_follow_what_people_decided():
    assert sorted(threads([1, 2, 3, 4], [(1, 2), (2, 4), (9, 1)])) == [(1, 2, 4), (3,)]
    assert recurring([2019, 2022], brought=[2019, 2021, 2022]).unseen == (2020,)


def test_the_vocabulary_names_whatever_the_reader_can_read():
    rules = load("measures.yaml")["rules"]
    read = {rule["measure"] for rule in rules} | {rule["potential"] for rule in rules if "potential" in rule}

    assert read <= vocabulary().measures.keys()
    assert set(load("actors.yaml")) <= vocabulary().actors.keys()


def test_four_standards_and_twelve_criteria_each_say_where_they_stand_and_what_could_show_them():
    text = criteria()

    assert ([each.number for each in text.standards], [each.number for each in text.criteria]) == (
        [1, 2, 3, 4],
        list(range(1, 13)),
    )
    assert all(each.place.startswith("22 USC 7106") and each.evidence for each in text)
    assert {each.key for each in text for asked in each.evidence if asked.presumed} == {"c1", "c7"}


def test_every_part_the_reader_can_read_may_be_said():
    read = {pair for key in load("traits.yaml") for pair in key.split() if pair != "form=other"}  # no fact is of it
    parts = [tuple(pair.split("=")) for pair in sorted(read)]
    beside = [("nationality", "KGZ"), ("term", "2-6 years"), ("tier", "2WL"), ("detail", "first half of 2020")]

    assert list(parts_unknown([*parts, *beside], vocabulary())) == []


def test_zero_a_number_and_not_reported_are_held_apart():
    good = Values("convictions", "reported", Decimal(3), "people", 2020)

    assert list(faults(good, vocabulary())) == []
    assert list(faults(Values("convictions", "reported", Decimal(0), "people", 2020), vocabulary()))
    assert list(faults(Values("convictions", "not_reported", Decimal(3), "people", 2020), vocabulary()))
    assert Values.of(good.as_json()) == good


@pytest.mark.parametrize(
    ("number", "english", "russian"),
    [
        ("1", "facility", "учреждение"),
        ("2", "facilities", "учреждения"),
        ("5", "facilities", "учреждений"),
        ("11", "facilities", "учреждений"),
        ("21", "facilities", "учреждение"),
        ("114", "facilities", "учреждений"),
        ("2.5", "facilities", "учреждения"),
    ],
)
def test_the_word_after_a_number_fits_it(number, english, russian):
    unit = vocabulary().unit("facilities", Decimal(number))

    assert (unit.en, unit.ru, unit.tg) == (english, russian, "муассиса")


def test_a_currency_and_a_unit_without_other_forms_stay_as_they_are():
    assert vocabulary().unit("TJS", Decimal(1)).en == "TJS"
    assert vocabulary().unit("tier", Decimal(1)).en == "tier"
