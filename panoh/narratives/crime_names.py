"""What a phrase of the law names: the form of the crimes, and the age and sex of those they are against."""

from __future__ import annotations

import re
from collections.abc import Sequence

from panoh.narratives.tagging import Item

OPENS = frozenset({"for", "if", "when", "where", "involving", "in", "with", "against"})
_BESIDE = 6  # items: "commercial sex acts from an individual under 18"
_OF_ANY_FORM = frozenset({"trafficking", "slavery", "servitude", "enslavement", "slave", "slaves"})
_OF_AGE = 18
_AGES = re.compile(r"^(\d\d?)(?: ?[-–] ?\d\d?)?(?: years?)?$")
AGED = frozenset({"than", "under", "aged", "was", "below", "were", "between"})
_KEYS = ("age", "form", "sex")


def named_crime(items: Sequence[Item]) -> dict[str, str]:
    """What all crimes named share. An age told of the first of several is told of all."""
    opened = bool(items) and items[0].low.split()[0] in OPENS
    crimes = [crime for phrase in _phrases(items) if (crime := _crime(phrase, opened)) is not None]
    told = {}
    several = opened and any(item.low == "or" for item in items) and len({str(crime) for crime in crimes}) > 1
    either = several and not _victim_first(items)
    for key in ("form",) if either else _KEYS:
        values = {crime.get(key) for crime in crimes} - ({None} if key != "form" else set())
        if len(values) == 1 and (value := values.pop()) and (key == "form" or key in crimes[0]):
            told[key] = value
    return told


def _victim_first(items: Sequence[Item]) -> bool:
    """ "if it involved a child victim of sex trafficking or forced labor": the victim is a child whichever it was."""
    first = next((item for item in items if item.noun == "victim" or _form(item)), None)
    return first is not None and first.noun == "victim" and any(_form(item) for item in items)


def _phrases(items: Sequence[Item]) -> list[list[Item]]:
    found: list[list[Item]] = [[]]
    for k, item in enumerate(items):
        joined = item.low == "," or item.cue("and")
        if joined and not (k + 1 < len(items) and _goes_on(items[k + 1 :])):
            found.append([])
        else:
            found[-1].append(item)
    return found


def _goes_on(behind: Sequence[Item]) -> bool:
    """ "of women and young persons for sexual exploitation": one crime, whose form stands at the end."""
    for k, item in enumerate(behind):
        if item.low == "," or item.cue("and") or of_any_form(item):
            return False
        if "form=" in " ".join(item.labels.traits):
            return any(before.low == "for" for before in behind[max(0, k - 4) : k])
    return False


def _crime(phrase: Sequence[Item], opened: bool) -> dict[str, str] | None:
    """Form and age of one crime; {} for trafficking of any form, nothing where no crime or victim is named."""
    forms = [k for k, item in enumerate(phrase) if _form(item) and phrase[max(0, k - 2)].low != "engaged"]
    told: dict[str, str] = {}
    if forms:
        told["form"] = _form(phrase[forms[0]])
    for k, item in enumerate(phrase):
        near = any(-_BESIDE <= k - form <= _BESIDE for form in forms)
        if any(item.cue("and") for item in phrase):
            break  # "women and young persons": of neither alone
        if near or opened or _victim_told(phrase, k):
            told |= {key: value for key, value in _of_whom(phrase, k).items() if key not in told}
    if not told and not any(of_any_form(item) for item in phrase):
        return None
    return {key: value for key, value in told.items() if value not in ("both", "other")} or {}


def _victim_told(phrase: Sequence[Item], k: int) -> bool:
    """ "under 18", "child trafficking": whom the crime is against; "the selling of children" only says what is sold."""
    after = phrase[k + 1].low if k + 1 < len(phrase) else ""
    return after.startswith("trafficking") or phrase[k].low.startswith(("under", "below", "younger"))


def _of_whom(phrase: Sequence[Item], k: int) -> dict[str, str]:
    told = dict(pair.split("=") for pair in " ".join(phrase[k].labels.traits).split())
    found: dict[str, str] = {}
    found |= {key: told[key] for key in ("age", "sex") if key in told}
    if "form" in told and phrase[k].low.startswith("child "):
        found["age"] = "child"
    years = _AGES.match(phrase[k].low)
    if years and int(years[1]) <= _OF_AGE and phrase[k - 1].low in AGED and phrase[k - 2].low != "older":
        found["age"] = "child"
    return found


def _form(item: Item) -> str:
    return next((pair.removeprefix("form=") for pair in " ".join(item.labels.traits).split() if "form=" in pair), "")


def of_any_form(item: Item) -> bool:
    return not _form(item) and bool(_OF_ANY_FORM & set(item.low.split()))
