"""Numbers with the word they count, right in the three languages: 1 person, 2 лица, 5 лиц, 5 нафар."""

from __future__ import annotations

from collections.abc import Mapping

from panoh.instruments.kinds.source import Words

Forms = tuple[tuple[str, str], tuple[str, str, str], str]
"""English one and more; Russian one, two to four, more; Tajik, which keeps the word as it is after a number."""

NOUNS: Mapping[str, Forms] = {
    "person": (("person", "persons"), ("лицо", "лица", "лиц"), "нафар"),
    "criminal_case": (
        ("criminal case", "criminal cases"),
        ("уголовное дело", "уголовных дела", "уголовных дел"),
        "парвандаи ҷиноятӣ",
    ),
    "crime": (("crime", "crimes"), ("преступление", "преступления", "преступлений"), "ҷиноят"),
    "suspect": (("suspect", "suspects"), ("обвиняемый", "обвиняемых", "обвиняемых"), "гумонбаршуда"),
    "victim": (("victim", "victims"), ("потерпевший", "потерпевших", "потерпевших"), "ҷабрдида"),
    "permit_request": (("request", "requests"), ("просьба", "просьбы", "просьб"), "дархост"),
    "day": (("day", "days"), ("день", "дня", "дней"), "рӯз"),
}


def how_many(number: int, unit: str) -> Words:
    """The number and its word; a unit without a word of its own stands as a bare number."""
    forms = NOUNS.get(unit)
    if forms is None:
        return Words(str(number), str(number), str(number))
    english, russian, tajik = forms
    return Words(
        f"{number} {english[0 if number == 1 else 1]}", f"{number} {russian_form(number, russian)}", f"{number} {tajik}"
    )


def fewer_than(number: int, unit: str) -> Words:
    """For a count too small to be said: after these words a genitive plural stands in Russian."""
    english, russian, tajik = NOUNS.get(unit, (("", ""), ("", "", ""), ""))
    return Words(
        f"fewer than {number} {english[1]}".strip(),
        f"менее {number} {russian[2]}".strip(),
        f"камтар аз {number} {tajik}".strip(),
    )


def russian_form(number: int, forms: tuple[str, str, str]) -> str:
    last, two = number % 10, number % 100
    if last == 1 and two != 11:
        return forms[0]
    return forms[1] if last in {2, 3, 4} and two not in {12, 13, 14} else forms[2]
