"""The statute and the tier history as files: dated, cited, and a mistake in one is an error that says where and what to do."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from panoh.instruments import assessment
from panoh.instruments.assessment.vocabulary_file import vocabulary_from
from panoh.instruments.kinds.source import Verification
from panoh.instruments.kinds.tier import Basis
from panoh.instruments.reader import TextError

HERE = Path(assessment.__file__).parent
DAY = timedelta(days=1)


@pytest.fixture
def folder(tmp_path):
    for name in ("tip_tiers.csv", "countries.csv", "tiers.yaml", "tvpa.yaml"):
        shutil.copy(HERE / name, tmp_path)
    return tmp_path


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "day", "before", "then"),
    [
        ("watch_list", date(2003, 12, 19), False, True),
        ("watch_list_limit", date(2008, 12, 23), False, True),
        ("one_year_rule", date(2019, 1, 8), False, True),
        ("ground_commitments", date(2019, 1, 9), True, False),
    ],
)
def test_a_provision_stands_from_its_day_and_not_the_day_before(key, day, before, then):
    statute = assessment.statute()

    assert (statute.in_force(key, day - DAY) is not None, statute.in_force(key, day) is not None) == (before, then)


def test_the_waiver_was_for_two_years_and_is_for_one():
    waiver = [assessment.statute().in_force("waiver", day) for day in (date(2019, 1, 8), date(2019, 1, 9))]

    assert [each.number("years") for each in waiver if each] == [2, 1]


def test_a_change_of_law_leaves_no_day_without_a_version():
    for one in assessment.statute().provisions:
        if one.in_force_to and one.key != "ground_commitments":
            assert assessment.statute().in_force(one.key, one.in_force_to + DAY), one.key


def test_every_provision_is_worded_in_three_languages():
    for one in assessment.statute().provisions:
        assert all(words.stands_in(language) for words in (one.title, one.says) for language in ("ru", "tg")), one.key


def test_what_rests_on_our_reading_is_provisional():
    weak = {each.key for each in assessment.statute().provisions if each.verification is Verification.PROVISIONAL}

    assert weak >= {"one_year_rule", "special_case", "waiver", "ground_commitments"}
    assert "watch_list_limit" not in weak


def test_a_derived_placement_is_provisional_and_none_claims_the_official_text():
    for known in assessment.tier_history().placements.values():
        for each in known.values():
            assert each.source.verification is not Verification.OFFICIAL
            assert each.basis is not Basis.DERIVED or each.source.verification is Verification.PROVISIONAL


def test_every_country_has_its_name_in_three_languages():
    for country in assessment.tier_history().countries:
        assert all((country.name.en, country.name.ru, country.name.tg)), country.code


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("AFG,2002,3,dataset", "AFG,2002,4,dataset", "line 9: unknown tier '4'"),
        ("AFG,2002,3,dataset", "AFG,2002,3,hearsay", "line 9: unknown basis 'hearsay'"),
        ("AFG,2002,3,dataset", "QQQ,2002,3,dataset", "line 9: unknown country 'QQQ'"),
        ("AFG,2002,3,dataset", "AFG,1999,3,dataset", "line 9: no report '1999'; give a year from 2001 to 2025"),
        ("AFG,2002,3,dataset,duke-2015", "AFG,2002,3,dataset,nowhere", "line 9: cites 'nowhere'"),
        ("AFG,2002,3,dataset,duke-2015", "AFG,2002,3,dataset", "line 9: has more or fewer than 5 columns"),
        ("AFG,2002", "AFG,2004", "AFG 2004 stands twice"),
        ("iso3,year", "code,year", "line 1: the columns must be iso3, year"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(folder, old, new, said):
    change(folder, "tip_tiers.csv", old, new)

    with pytest.raises(TextError, match=said):
        assessment.read_history(folder)


def test_a_waiver_for_a_country_that_was_not_on_the_list_is_refused(folder):
    change(folder, "tiers.yaml", "[KWT, NER", "[TJK, NER")
    change(folder, "tip_tiers.csv", "TJK,2018,2WL", "TJK,2018,2")

    with pytest.raises(TextError, match="waiver for TJK 2018"):
        assessment.read_history(folder)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("in_force_to: 2019-01-08\n    parameters: {years: 2}", "parameters: {years: 2}", "two provisions 'waiver'"),
        ("parameters: {years: 2, counted_from_report: 2009}", "parameters: {years: 2}", "counted_from_report"),
        ("in_force_from: 2008-12-23", "in_force_from: 2008-12-32", "'2008-12-32' is not a day"),
        (
            "in_force_from: 2003-12-19\n    in_force_to: 2019-01-07",
            "in_force_from: 2020-12-19\n    in_force_to: 2019-01-07",
            "ends",
        ),
        ("source: tvpra-2003", "source: nowhere", "cites 'nowhere'"),
        ("place: section 2, verification: secondary", "place: section 2, verification: official", "only secondary"),
    ],
)
def test_a_wrong_provision_is_named(folder, old, new, said):
    change(folder, "tvpa.yaml", old, new)

    with pytest.raises(TextError, match=said):
        assessment.read_statute(folder / "tvpa.yaml")


CRITERIA = HERE / "criteria.yaml"


@pytest.mark.parametrize(
    ("old", "new", "because"),
    [
        ("measure: extraditions", "measure: miracles", "no measure 'miracles'"),
        ("figure: persons_screened", "figure: miracles", "no figure 'miracles'"),
        ("source: usc-22-2023", "source: nowhere", "nowhere"),
        ("number: 12", "number: 0", "0"),
    ],
)
def test_a_criterion_whose_evidence_would_never_be_found_is_refused(tmp_path, old, new, because):
    text = CRITERIA.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "criteria.yaml").write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(TextError, match=because):
        assessment.read_criteria(tmp_path / "criteria.yaml")


def test_a_word_of_the_vocabulary_stands_once():
    value = {"version": "1", "measures": [], "units": [], "actors": [], "parts": []}
    twice = [{"key": "people", "name": {"en": "people"}}] * 2

    with pytest.raises(TextError, match="stands twice"):
        vocabulary_from({**value, "units": twice})
