"""No number is invented: every value stands in its sentence, and the sentence in the text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panoh.narratives.reading import read_narrative
from panoh.narratives.sources import open_narrative
from tests.narratives.shared_texts import narratives, needs_texts
from tests.narratives.spelled import in_words, stands_in

NONE = re.compile(r"\b(?:no|not|none|never|neither|nor|zero|failed|without|yet|un\w+ed)\b", re.I)
STILL = re.compile(r"\bremain(?:s|ed)? (?:pending|under|in draft)", re.I)  # a step not taken, for so many years
UNREPORTED = re.compile(r"\b(?:not|un\w+|no|without|failed|declined|neither|nor)\b", re.I)
IN_COURT = frozenset({"convictions", "prosecutions", "prosecutions_pending"})
ONE_OF = IN_COURT | {
    "trainings",
    "cooperation_agreements",
    "shelters",
}  # "held a seminar", "convicted an official": one of each
ARTICLE = re.compile(r"\b(?:an?|the|another|its \w+)\b", re.I)


def check(text: str, country: str | None, year: int) -> None:
    for fact in read_narrative(text, name="X", country=country, report_year=year):
        assert text[fact.start : fact.end] == fact.quote
        if fact.status == "zero":
            assert NONE.search(fact.quote) or (fact.measure == "policy_gap" and STILL.search(fact.quote)), fact
        if fact.status == "not_reported":
            assert fact.value is None
            assert UNREPORTED.search(fact.quote), fact
        if fact.value and not fact.derived:
            by_article = fact.value == 1 and fact.measure in ONE_OF and ARTICLE.search(fact.quote)
            assert by_article or stands_in(fact.value, fact.quote), fact
        if fact.usd:
            assert stands_in(fact.usd, fact.quote), fact


@needs_texts
@pytest.mark.parametrize("path", narratives(), ids=lambda path: path.stem)
def test_every_value_of_a_visible_narrative_stands_in_its_sentence(path: Path) -> None:
    narrative = open_narrative(path)

    check(narrative.text, narrative.country, narrative.report_year)


@given(st.lists(st.integers(min_value=1, max_value=99_999), min_size=4, max_size=4), st.booleans())
@settings(max_examples=60, deadline=None)
def test_whatever_the_numbers_are_they_are_read_as_printed(numbers: list[int], words: bool) -> None:
    a, b, c, d = (in_words(n) if words and n < 100 else f"{n:,}" for n in numbers)
    text = (
        f"PROTECTION\nThe government identified {a} victims, compared with {b} in 2019. Of these, {c} were sex trafficking"
        f" victims ({d} from Nepal). The government allocated {a} somoni (${b}) for shelters."
    )

    check(text, "TJK", 2021)


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_at_all_is_read_without_falling(text: str) -> None:
    check("PROTECTION\n" + text, None, 2020)


@given(st.integers(0, 400), st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_a_text_cut_anywhere_is_read_without_inventing(start: int, length: int) -> None:
    whole = (
        "PROSECUTION\nCourts convicted 29 traffickers (28 in 2020): 25 for sex trafficking and four for forced labor"
        " (28 sex traffickers in 2020). The government did not report any investigations of officials—including two"
        " judges—and allocated 150,530 manat ($88,030), compared to €154,000 ($90,060) in 2020; no cases were reported."
    )

    check(whole[start : start + length], "AZE", 2022)
