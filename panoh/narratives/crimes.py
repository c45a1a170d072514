"""Which crime a penalty is for, where the law has one for each: against an adult or a child, for labour or for sex."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from panoh.narratives.amounts import DURATION
from panoh.narratives.crime_names import AGED, OPENS, named_crime, of_any_form
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_OUTLAWS = ("criminaliz", "criminalis", "prohibit", "penaliz", "outlaw")
_REACH = 14
_RANGE = 6  # items


def outlawed(sentence: Sentence) -> dict[str, str] | None:
    """The crime the law of this sentence is against, for "the article prescribed penalties of ..." behind it; nothing where
    it outlaws nothing."""
    items = sentence.items
    verbs = [k for k, item in enumerate(items) if item.low.startswith(_OUTLAWS)]
    if not verbs:
        return None
    end = next(
        (
            k
            for k in range(verbs[-1], len(items))
            if items[k].cue("relative") or (items[k].act == "prescribe" and k > verbs[-1])
        ),
        None,
    )
    return named_crime(items[verbs[-1] : end])


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
    told = named_crime(behind)
    if "form" not in told and _form_untold(behind):
        before = _before(sentence, at)
        outlaws = any(item.low.startswith(_OUTLAWS) for item in before)
        crime = told_before if told_before and not outlaws and _form_untold(before) else {}
        told |= {key: value for key, value in (named_crime(before) or crime).items() if key not in told}
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
        if item.low.split()[0] in OPENS:
            end = next((i for i in range(k, len(sentence.items)) if _ends(sentence.items, i)), len(sentence.items))
            until = (i for i in range(k, end) if sentence.items[i].cue("relative") or i >= at + _REACH)
            return list(sentence.items[k : next(until, end)])
    return []


def _ends(items: Sequence[Item], k: int) -> bool:
    """A mark, or the next span; "the victim was 14-18 years old" is an age."""
    amount = items[k].amount
    span = amount is not None and amount.kind == DURATION
    return items[k].low in (";", ".", ")", "(", "—") or (span and items[k - 1].low not in AGED)


def _reaches_to(items: Sequence[Item], at: int, end: int) -> bool:
    """ "two years to a maximum of 14 years": both are for the crime behind the second."""
    return items[at + 1].low == "to" and items[end].amount is not None and end - at <= _RANGE


def _form_untold(behind: Sequence[Item]) -> bool:
    """Nothing behind the span says it is for trafficking of whatever form."""
    return not any(of_any_form(item) for item in behind)


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
