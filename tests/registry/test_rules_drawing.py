"""The drawing and the table show the whole procedure, also to those who cannot see the picture."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from panoh.instruments import countries
from panoh.registry.rules.drawing import describe, draw
from panoh.registry.rules.layout import HEIGHT, WIDTH, boxes

PROCEDURE = countries.procedure("tj")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_drawing_is_well_formed_and_shows_every_state_and_step(language: str) -> None:
    root = ElementTree.fromstring(draw(PROCEDURE, language))  # our own text, not an untrusted one

    words = " ".join("".join(element.itertext()) for element in root.iter(f"{SVG}text"))
    assert {state.code for state in PROCEDURE.states} <= set(re.findall(r"S\d\d", words))
    assert {step.id for step in PROCEDURE.steps} - set(re.findall(r"T\d\d[a-z]?", words)) == set()


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_every_code_on_an_arrow_has_its_name_under_the_drawing(language: str) -> None:
    texts = [text.text or "" for text in ElementTree.fromstring(draw(PROCEDURE, language)).iter(f"{SVG}text")]

    named = [line.removeprefix("↻ ").partition(":")[0] for line in texts]
    assert {f"{step.id} {step.name.in_language(language)}".partition(":")[0] for step in PROCEDURE.steps} <= set(named)


def test_the_description_tells_every_step() -> None:
    root = ElementTree.fromstring(draw(PROCEDURE))

    told = root.findtext(f"{SVG}desc") or ""
    assert all(f"{step.id} {step.name.en}: from" in told for step in PROCEDURE.steps)


def test_no_two_boxes_overlap() -> None:
    places = [(box.x, box.y) for box in boxes(PROCEDURE).values()]

    for at, (x, y) in enumerate(places):
        assert all(abs(x - x2) >= WIDTH or abs(y - y2) >= HEIGHT for x2, y2 in places[at + 1 :])


def test_the_table_says_that_the_procedure_is_a_draft_and_lists_every_step() -> None:
    lines = describe(PROCEDURE).splitlines()

    assert "draft" in lines[0]
    assert [line.split()[0] for line in lines[4:]] == [step.id for step in PROCEDURE.steps]
