"""One article has one key however it is written, and what could be two articles is left unclear."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest

from panoh.instruments import countries
from panoh.instruments.countries.offences_file import offences_from
from panoh.instruments.kinds.article import ArticleRead, ArticleUnclear, article_key, read_article
from panoh.instruments.kinds.offence import OffenceClass
from panoh.instruments.kinds.source import Verification
from panoh.instruments.library import palermo
from panoh.instruments.reader import TextError, read

REGISTER = countries.offences("tj")
WAYS = [
    "130.1",
    "130-1",
    "130(1)",
    "130 (1)",
    "1301",
    "130¹",
    "art. 130.1",
    "Article 130–1",
    "ст. 130.1",
    "ст. 130 прим 1",
]


@pytest.mark.parametrize("text", [*WAYS, "моддаи 130(1)", "статья 130-1", " 130.1 "])
def test_every_spelling_is_one_article(text: str) -> None:
    assert REGISTER.article_key(text) == "130.1"


@pytest.mark.parametrize(
    ("text", "article", "part"),
    [
        ("130", "130", ""),
        ("130.1 part 2", "130.1", "2"),
        ("130(1), part 2", "130.1", "2"),
        ("130.1(2)", "130.1", "2"),
        ("ст. 130.1 ч. 2", "130.1", "2"),
        ("167(2)", "167", "2"),
        ("167", "167", ""),
    ],
)
def test_a_part_is_kept_apart_from_the_article(text: str, article: str, part: str) -> None:
    known = {offence.article for offence in REGISTER.offences if offence.book == "criminal"}

    assert read_article(text, known) == ArticleRead(article, part)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [("335(1)", ("335.1", "335 part 1")), ("9991", ()), ("thirteen", ()), ("", ())],
)
def test_what_could_be_two_articles_or_none_is_unclear(text: str, candidates: tuple[str, ...]) -> None:
    with pytest.raises(ArticleUnclear) as error:
        REGISTER.article_key(text)

    assert error.value.candidates == candidates


def test_digits_run_together_are_only_resolved_to_articles_the_book_has() -> None:
    assert article_key("2412", {"241.2"}) == "241.2"
    with pytest.raises(ArticleUnclear):
        article_key("2412", {"130.1"})
    with pytest.raises(ArticleUnclear):
        article_key("2412", {"241.2", "24.12"})


def test_article_130_means_two_things_in_two_books() -> None:
    assert [offence.key for offence in REGISTER.find("130")] == ["kidnapping"]
    assert [offence.key for offence in REGISTER.find("130", book="administrative")] == ["commercial_sex"]


def test_an_article_the_register_does_not_have_finds_nothing() -> None:
    assert REGISTER.find("105") == ()


def test_migration_offences_stay_out_of_the_trafficking_total() -> None:
    keys = {offence.key for offence in REGISTER.counted_as(OffenceClass.TRAFFICKING)}

    assert "trafficking_in_persons" in keys
    assert not {"organising_illegal_migration", "illegal_border_crossing"} & keys


def test_an_offence_was_none_before_its_date_and_unknown_stays_unknown() -> None:
    trafficking, slavery = REGISTER.offence("trafficking_in_persons"), REGISTER.offence("use_of_slave_labour")

    assert trafficking.in_force(date(2001, 1, 1)) is False
    assert trafficking.in_force(date(2020, 1, 1)) is True
    assert slavery.in_force(date(2020, 1, 1)) is None


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"book": "maritime"}, "unknown code book 'maritime'"),
        ({"article": "130.1", "valid_from": "2003-08-01"}, "stands twice"),
        ({"valid_from": "2020-01-01", "valid_to": "2019-01-01"}, "valid_to lies before"),
    ],
)
def test_a_slip_in_the_register_is_named(change: dict[str, str], says: str) -> None:
    value = deepcopy(read(Path(countries.__file__).parent / "tj" / "offences.yaml"))
    value["offences"][0].update(change)

    with pytest.raises(TextError, match=says):
        offences_from(value, name="offences.yaml")


def test_what_answers_to_a_label_is_a_label_of_the_table_and_marked_as_our_reading():
    codes = {rule.code for rule in palermo().labels}

    assert {each.label for each in REGISTER.by_label} <= codes
    assert {"TRAFFICKING_INDICATED", "SMUGGLING_INDICATED", "ILLEGAL_ADOPTION_INDICATED"} <= {
        each.label for each in REGISTER.by_label
    }
    assert {source.verification for each in REGISTER.by_label for source in each.sources} == {Verification.PROVISIONAL}


def test_a_label_that_names_an_offence_the_register_does_not_have_is_refused():
    value = {"books": [], "offences": [], "by_label": [{"label": "X", "offences": ["theft"], "sources": []}]}

    with pytest.raises(TextError, match="no offence 'theft'"):
        offences_from(value, name="offences.yaml")
