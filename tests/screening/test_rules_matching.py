"""How births stand to each other, and what is worth an officer's look. Needs no database."""

from __future__ import annotations

import pytest

from panoh.screening.rules.matching import Births, Particulars, Strength, births, likeness_of


def born(text: str) -> Particulars:
    year = int(text[:4]) if text else None
    return Particulars(("Саидов Алӣ",), text, year, year)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("1990-05-31", "1990-05-31", Births.SAME),
        ("1990-05-03", "1990-03-05", Births.NEAR),
        ("1990-05-31", "1990-05-30", Births.NEAR),
        ("1990-05-31", "1990-04-30", Births.AGAINST),
        ("1990-05-31", "1990-01-01", Births.NEAR),
        ("1990-05-31", "1991-07-01", Births.NEAR),
        ("1990-05-31", "1991-05-31", Births.NEAR),
        ("1990-05-31", "1992-05-31", Births.AGAINST),
        ("1990-05-31", "1991", Births.OPEN),
        ("1990", "1992", Births.AGAINST),
        ("1990-05-31", "", Births.OPEN),
    ],
)
def test_two_births(one, other, found):
    assert births(born(one), born(other)) is births(born(other), born(one)) is found


def strength(listed: Particulars, known: Particulars, **more) -> str:
    likeness = likeness_of(listed, known, **more)
    return likeness.strength if likeness else ""


def test_a_paper_is_shown_even_where_all_else_speaks_against_it():
    other = Particulars(("Назарова Зебо",), "1971-01-02", 1971, 1971, "female")

    assert strength(born("1990-05-31"), other, same_paper=True) == Strength.PAPER


@pytest.mark.parametrize(
    ("name", "birth", "found"),
    [
        ("Ali Saidov", "1990-05-31", "strong"),
        ("Ali Saidov", "1990-05-30", "likely"),
        ("Ali Saidov", "1990", "likely"),
        ("Ali Saidov", "1988", ""),
        ("Vali Nazarov", "1990-05-31", ""),
    ],
)
def test_a_name_counts_for_as_much_as_the_birth_beside_it(name, birth, found):
    year = int(birth[:4])

    assert strength(Particulars((name,), birth, year, year), born("1990-05-31")) == found


def test_a_man_and_a_woman_are_two_people():
    one = Particulars(("Саид",), "1990-05-31", 1990, 1990, "female")
    other = Particulars(("Саид",), "1990-05-31", 1990, 1990, "male")

    assert strength(one, other) == ""


def test_the_best_of_many_spellings_counts():
    known = Particulars(("Назаров Салим", "SAIDOV ALI"), "1990-05-31", 1990, 1990)

    assert strength(born("1990-05-31"), known) == "strong"
