"""Cuts a row of items into clauses, so that a number is read with its own verb and its own subject."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.tagging import Item
from panoh.narratives.who_acts import is_object

_SUBJECTS = frozenset({"shelter", "ngo_shelters", "hotline", "offender"})
_SUBJECT_REACH = 7
_VERB_REACH = 7


def clause_numbers(items: Sequence[Item]) -> tuple[int, ...]:
    """For each item the number of its clause; every bracket is a clause of its own."""
    numbers: list[int] = []
    current = highest = 0
    outer: list[int] = []
    for i, item in enumerate(items):
        if item.low == "(":
            outer.append(current)
            current = highest = highest + 1
        elif _begins_clause(items, i):
            current = highest = highest + 1
        numbers.append(current)
        if item.low == ")" and outer:
            current = outer.pop()
    return tuple(numbers)


def _begins_clause(items: Sequence[Item], i: int) -> bool:
    item = items[i]
    if item.low in (";", ":", "—"):
        return True
    if item.low == "," and i + 1 < len(items) and (items[i + 1].cue("and") or items[i + 1].cue("case_break")):
        return items[i + 1].cue("case_break") or new_subject(items, i + 2)
    if item.low == "," and i + 1 < len(items):
        return new_subject(items, i + 1)
    if item.cue("and") and i and items[i - 1].noun == "official" and not any(before.act for before in items[:i]):
        return False  # "Public officials and NGOs identified": one subject
    if item.cue("and") and i and items[i - 1].low != "," and not (items[i - 1].actor and not is_object(items, i - 1)):
        return new_subject(items, i + 1) or _counted_subject(items, i)
    return item.cue("case_break") and item.low in ("but", "while", "although", "whereas", "though", "despite")


def _counted_subject(items: Sequence[Item], i: int) -> bool:
    """ "... and four potential victims received assistance": a count opens a clause when one with a verb is closed."""
    if i + 1 >= len(items) or not items[i + 1].amount or not any(item.act for item in items[max(0, i - 12) : i]):
        return False
    for k in range(i + 2, min(i + 6, len(items) - 1)):
        if (
            items[k].noun
            and items[k + 1].act in ("receive", "assist", "accommodate")
            and items[k + 1].low.startswith("receiv")
        ):
            return True
    return False


def new_subject(items: Sequence[Item], i: int) -> bool:
    """An actor stands here with a verb of its own soon after: "and civil society referred"."""
    for k in range(i, min(i + _SUBJECT_REACH, len(items))):
        item = items[k]
        if item.amount or item.low in (",", ";", "(", ":") or (item.act and not item.actor) or item.cue("relative"):
            return False
        if (item.actor or item.noun in _SUBJECTS) and not item.act:
            return not _relative_at(items, k + 1) and _verb_follows(items, k + 1)
        if item.low in ("for", "to", "by", "with", "of", "in", "from", "on", "at"):
            return False
    return False


def _relative_at(items: Sequence[Item], k: int) -> bool:
    """ "did not prosecute or convict, officials who were complicit": they are the object of the verbs before."""
    return k < len(items) and items[k].low == "who"


def _verb_follows(items: Sequence[Item], i: int) -> bool:
    for k in range(i, min(i + _VERB_REACH, len(items))):
        item = items[k]
        if item.low in (",", ";", "(", ":", ")", ".") or item.amount:
            return False
        if item.act or item.cue("not") or item.cue("copula") or item.cue("unreported"):
            return item.low.split()[-1][-3:] != "ing"
    return False
