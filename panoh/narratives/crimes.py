"""Which crime a penalty is for, where the law has one for each: against an adult or a child, for labour or for sex."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from panoh.narratives.amounts import DURATION
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_OPENS = frozenset({"for", "if", "when", "where", "involving", "in", "with", "against"})
_OUTLAWS = ("criminaliz", "criminalis", "prohibit", "penaliz", "outlaw")
_REACH = 14
_BESIDE = 6  # items: "commercial sex acts from an individual under 18"
_OF_ANY_FORM = frozenset({"trafficking", "slavery", "servitude", "enslavement", "slave", "slaves"})
_OF_AGE = 18
_AGES = re.compile(r"^(\d\d?)(?: ?[-–] ?\d\d?)?(?: years?)?$")
_AGED = frozenset({"than", "under", "aged", "was", "below", "were", "between"})
_RANGE = 6  # items
_KEYS = ("age", "form", "sex")


def outlawed(sentence: Sentence) -> dict[str, str] | None:
    """The crime the law of this sentence is against, for "the article prescribed penalties of ..." behind it; nothing where
    it outlaws nothing."""
    items = sentence.items
    verbs = [k for k, item in enumerate(items) if item.low.startswith(_OUTLAWS)]
    if not verbs:
        return None
    end = next((k for k in range(verbs[-1], len(items)) if items[k].cue("relative") or items[k].act == "prescribe" and k > verbs[-1]), None)
    return _told(items[verbs[-1] : end])


def articles(sentence: Sentence) -> frozenset[str]:
    """The numbers of the articles and sections a sentence names: "Article 322 prescribed" speaks of the one before."""
    lows = [item.low for item in sentence.items]
    named = {low for word, low in pairwise(lows) if word.startswith(("article", "section")) and low[0].isdigit()}
    return frozenset(named)


def crime_of(sentence: Sentence, at: int, told_before: dict[str, str] | None = None) -> dict[str, str]:
    """ "eight to 15 years for an offense involving an adult victim, and ten to 20 years for a child victim": form and age
    of the crime the span at `at` is for. "Section 8 criminalized debt bondage and prescribed ..." names it before; a law
    against several crimes names none."""
    behind = _behind(sentence, at)
    told = _told(behind)
    if "form" not in told and _form_untold(behind):
        before = _before(sentence, at)
        outlaws = any(item.low.startswith(_OUTLAWS) for item in before)
        crime = told_before if told_before and not outlaws and _form_untold(before) else {}
        told |= {key: value for key, value in (_told(before) or crime).items() if key not in told}
    return told


def _behind(sentence: Sentence, at: int) -> list[Item]:
    """The words that open with "for" or "if" behind the span, up to the next span or a new statement."""
    for k in range(at + 1, min(at + _REACH, len(sentence.items))):
        item = sentence.items[k]
        if (
            item.low == "("
            or (_ends(sentence.items, k) and not _reaches_to(sentence.items, at, k))
            or item.cue("relative")
        ):
            return []
        if item.low.split()[0] in _OPENS:
            end = next((i for i in range(k, len(sentence.items)) if _ends(sentence.items, i)), len(sentence.items))
            until = (i for i in range(k, end) if sentence.items[i].cue("relative") or i >= at + _REACH)
            return list(sentence.items[k : next(until, end)])
    return []


def _ends(items: Sequence[Item], k: int) -> bool:
    """A mark, or the next span; "the victim was 14-18 years old" is an age."""
    amount = items[k].amount
    span = amount is not None and amount.kind == DURATION
    return items[k].low in (";", ".", ")", "(", "—") or (span and items[k - 1].low not in _AGED)


def _reaches_to(items: Sequence[Item], at: int, end: int) -> bool:
    """ "two years to a maximum of 14 years": both are for the crime behind the second."""
    return items[at + 1].low == "to" and items[end].amount is not None and end - at <= _RANGE


def _form_untold(behind: Sequence[Item]) -> bool:
    """Nothing behind the span says it is for trafficking of whatever form."""
    return not any(_any_form(item) for item in behind)


def _before(sentence: Sentence, at: int) -> list[Item]:
    """What the law outlaws: behind its verb, or the subject of the penalty, "bonded labor carried ..."."""
    items = sentence.items
    marks = (
        k for k in range(at - 1, -1, -1) if items[k].low == ":" or (items[k].low == ";" and _names_crime(items[k:at]))
    )
    start = next(marks, -1) + 1
    verbs = [k for k in range(start, at) if items[k].low.startswith(_OUTLAWS)]
    if verbs:
        return list(items[verbs[-1] : at])
    first = next((k for k in range(start, at) if items[k].act == "prescribe" or items[k].cue("copula")), at)
    named = [k for k in range(first, at) if items[k].low.endswith("for") and k + 1 < at]
    return list(items[start:first]) + [item for k in named for item in items[k : k + 3]]


def _names_crime(items: Iterable[Item]) -> bool:
    return any("form=" in " ".join(item.labels.traits) or item.low.startswith(_OUTLAWS) for item in items)


def _told(items: Sequence[Item]) -> dict[str, str]:
    """What all crimes named share. An age told of the first of several is told of all."""
    opened = bool(items) and items[0].low.split()[0] in _OPENS
    crimes = [crime for phrase in _phrases(items) if (crime := _crime(phrase, opened)) is not None]
    told = {}
    either = opened and any(item.low == "or" for item in items) and len({str(crime) for crime in crimes}) > 1
    for key in ("form",) if either else _KEYS:
        values = {crime.get(key) for crime in crimes} - ({None} if key != "form" else set())
        if len(values) == 1 and (value := values.pop()) and (key == "form" or key in crimes[0]):
            told[key] = value
    return told


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
        if item.low == "," or item.cue("and") or _any_form(item):
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
    if not told and not any(_any_form(item) for item in phrase):
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
    if years and int(years[1]) <= _OF_AGE and phrase[k - 1].low in _AGED and phrase[k - 2].low != "older":
        found["age"] = "child"
    return found


def _form(item: Item) -> str:
    return next((pair.removeprefix("form=") for pair in " ".join(item.labels.traits).split() if "form=" in pair), "")


def _any_form(item: Item) -> bool:
    return not _form(item) and bool(_OF_ANY_FORM & set(item.low.split()))
