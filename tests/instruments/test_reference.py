"""The files say what the working reference of the project says, row by row. Skipped where the reference is absent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from panoh.instruments.kinds.screening import Item
from panoh.instruments.library import palermo, screening_instrument

SETS = {
    "AL": "ilo_ec_adult_labour",
    "AS": "ilo_ec_adult_sexual",
    "CL": "ilo_ec_child_labour",
    "CS": "ilo_ec_child_sexual",
}
MARKS = {"yes_secondary": "secondary", "no": "provisional", "yes_secondary_strength_only": "provisional"}


def reference(name: str) -> Any:
    for parent in Path(__file__).resolve().parents:
        path = parent / "shared" / "reference" / name
        if path.exists():
            return yaml.safe_load(path.read_text(encoding="utf-8"))
    pytest.skip(f"the working reference {name} is not beside this copy of the project")


@pytest.mark.parametrize(("code", "id_"), SETS.items())
def test_every_indicator_has_the_strength_and_mark_of_the_reference(code: str, id_: str) -> None:
    rows = [row for row in reference("ilo-ec-indicators.yaml")["indicators"] if row["set"] == code]
    expected = [
        (
            row["id"],
            row["dimension"],
            row["strength"] or row["strength_provisional"],
            row["strength"] is None,
            MARKS[row["item_verified"]],
            row["label"],
            row["help"],
        )
        for row in rows
    ]

    found = [
        (i.id, i.dimension, i.strength, i.strength_provisional, i.verification, i.label.en, i.help.en)
        for i in screening_instrument(id_).items
    ]

    assert found == expected


def test_the_eleven_indicators_are_those_of_the_reference() -> None:
    rows = reference("ilo-forced-labour.yaml")["eleven_indicators_2012"]["items"]

    items = screening_instrument("ilo_forced_labour").items

    assert [(item.id, item.label.en) for item in items] == [(row["id"], row["label"]) for row in rows]
    assert {item.strength for item in items} == {None}


@pytest.mark.parametrize("dimension", ["UR", "WD", "IL"])
def test_the_survey_has_the_indicators_of_the_reference_in_each_dimension(dimension: str) -> None:
    logic = reference("ilo-forced-labour.yaml")["survey_logic_2012"]
    items = screening_instrument("ilo_forced_labour_survey_adult").items_of(dimension)

    assert rows_of(items, "involuntariness") == [
        (row["id"], row["strength_recalled"]) for row in logic["involuntariness"][dimension]
    ]
    assert rows_of(items, "penalty") == [
        (f"{dimension}.{row['id']}", row["strength_recalled"]) for row in logic["penalties"]["items"]
    ]
    assert all(item.strength_provisional for item in items)


def rows_of(items: tuple[Item, ...], side: str) -> list[tuple[str, str | None]]:
    return [(item.id, item.strength) for item in items if item.side == side]


def test_elements_rules_and_neighbours_are_those_of_the_reference() -> None:
    text, rows = palermo(), reference("palermo.yaml")

    for element in text.elements:
        own = [value.key for value in element.values if not value.national]
        assert own == [row["key"] for row in rows["elements"][element.key]["values"]]
    assert [rule.id for rule in text.rules] == [row["id"] for row in rows["rules"]]
    assert [neighbour.key for neighbour in text.neighbours] == [row["key"] for row in rows["neighbours"]]
    ours = {"SALE_OF_CHILD_POSSIBLE"}  # read from a question that asks for sale and its neighbours at once
    assert [label.code for label in text.labels if label.code not in ours] == [
        row["label"] for row in rows["decision_table"]["labels"]
    ]


def test_the_twelve_cases_of_the_reference_stand_in_the_file() -> None:
    cases = {case.id: case for case in palermo().cases}

    for row in reference("palermo.yaml")["decision_table"]["test_cases"]:
        case = cases[row["id"]]
        assert (case.age, list(case.acts), list(case.means)) == (row["age_at_facts"], row["acts"], row["means"])
        assert list(case.purposes) == row["purposes"]
        assert dict(case.answers) == {name: row[name] for name in row if row[name] in ("yes", "no")}
        assert set(row["expect"]) <= set(case.expect)
        assert not set(row.get("expect_not", ())) & set(case.expect)
