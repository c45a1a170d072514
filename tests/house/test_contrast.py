"""Read outdoors, in sunlight, by tired eyes: every ink is told from every ground it stands on (WCAG 2.2, 1.4.6, level AAA)."""

from __future__ import annotations

import re

import pytest

from tests.house.sources import HOUSE

STYLE = (HOUSE / "panoh" / "web" / "static" / "panoh.css").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", STYLE))
WHITE = "#ffffff"
ENOUGH = 7.0
GROUNDS = {
    "ink": ("paper", "card", "green-pale", "amber-pale", "red-pale", "blue-pale", "focus"),
    "soft": ("paper", "card", "green-pale", "red-pale", "blue-pale"),
    "green-deep": ("paper", "card", "green-pale"),
    "amber": ("paper", "card", "amber-pale"),
    "red": ("paper", "card", "red-pale"),
}


def light(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("ink", "ground"), [(ink, ground) for ink, grounds in GROUNDS.items() for ground in grounds])
def test_words_are_told_from_their_ground_in_sunlight(ink, ground):
    assert contrast(COLOURS[ink], COLOURS[ground]) >= ENOUGH


@pytest.mark.parametrize("ground", ["green", "green-deep", "red"])
def test_white_words_on_a_button_are_too(ground):
    assert contrast(WHITE, COLOURS[ground]) >= ENOUGH
