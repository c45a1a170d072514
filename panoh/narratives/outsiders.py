"""Courses others gave: "received training from an NGO", "supported nine workshops organized by an international organization"."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_OUTSIDE = frozenset({"ngo", "international_organisation", "foreign_government"})
_GIVEN = frozenset(
    [
        "provided",
        "organized",
        "conducted",
        "implemented",
        "led",
        "delivered",
        "hosted",
        "held",
        "offered",
        "sponsored",
        "facilitated",
        "given",
        "run",
        "co-hosted",
        "developed",
    ]
)
_TAKES_PART = frozenset({"receive", "train"})
_TOOK = ("participat", "attend", "receiv", "benefit", "complet", "took part", "graduat")
_HELPED = ("support", "fund", "provide", "assist", "host", "co-")
_HOUSE = 8  # items
_NAMES = 4  # items: "by an international organization"


def taught_by(sentence: Sentence, at: int, act: int) -> str | None:
    """Who gave a course the sentence names: whoever it was received from; the government too, where it helped."""
    items = sentence.items
    first = _course_before(items, act) if items[act - 1].cue("relative") else min(at, act)
    course = next((k for k in range(first, len(items)) if _is_course(items[k])), None)
    if course is None or _new_statement(items, first, course):
        return None
    giver = _giver(items, course)
    if giver is None:
        return None
    verb = next((k for k in range(min(at, course) - 1, -1, -1) if items[k].act), act)
    if items[verb].low.startswith(_TOOK) or items[verb].act in _TAKES_PART:
        return giver
    return "mixed" if items[verb].low.startswith(_HELPED) else None


def kept_by(items: Sequence[Item], clauses: Sequence[int], act: int) -> str | None:
    """ "45 victims received assistance in NGO shelters": whoever runs the shelter acts, where nobody else is named."""
    if items[act].act not in ("receive", "accommodate", "assist"):
        return None
    before = [k for k in range(act) if clauses[k] == clauses[act] and items[k].actor]
    for k in range(act + 1, min(act + _HOUSE, len(items))):
        if clauses[k] != clauses[act]:
            return None
        if "ngo_shelters" in items[k].labels.nouns and items[k - 1].low in ("in", "at"):
            return None if before else "ngo"
    return None


def _course_before(items: Sequence[Item], act: int) -> int:
    """ "three workshops led by an NGO that trained 101 officials": the course the relative clause is of."""
    return next((k for k in range(act, -1, -1) if items[k].noun == "training"), act)


def _is_course(item: Item) -> bool:
    return item.noun == "training" or "training" in item.low.split()


def _new_statement(items: Sequence[Item], first: int, last: int) -> bool:
    return any(item.low in (";", ".") for item in items[first:last])


def _giver(items: Sequence[Item], course: int) -> str | None:
    """ "training from an NGO", "workshops organized by an NGO": an outsider named as the one who gave it."""
    for k in range(course + 1, len(items) - 1):
        if items[k].low in (";", ".") or items[k].cue("compare"):
            return None
        given = items[k].cue("by") and (items[k - 1].low in _GIVEN or items[k - 1].act == "conduct")
        if given or (items[k].low == "from" and k == course + 1):
            named = [item.actor for item in items[k + 1 : k + 1 + _NAMES] if item.actor]
            return named[0] if named and named[0] in _OUTSIDE else None
    return None
