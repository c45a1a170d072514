"""What several counts of a list share and the prose tells once, behind the last: "20 women and four girls in ..."."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.amounts import COUNT
from panoh.narratives.phrases import STOPS, region_of
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_TELLS = frozenset({"in", "for", "of", "through", "into", "with"})
_REACH = 14
_ACCUSED = frozenset({"offender", "official"})
_NO_FORM = frozenset({"establishments", "establishment", "venues", "raids", "raid", "industry", "industries", "sector"})


def shared_form(sentence: Sentence, at: int, region: int) -> str | None:
    """ "58 women, 74 men, seven girls, and five boys in forced labor": the form of the last is the form of all."""
    items = sentence.items
    told = any(form_of(item) for item in items[at + 1 : region])
    if told or not _of_a_kind(items[at + 1 : region]) or parts_follow(sentence, at, region):
        return None
    k = region
    while (following := _next_counted(items, k)) is not None:
        k = region_of(sentence, following)
        if not _of_a_kind(items[following + 1 : k]):
            return None
        form = _form_behind(items, following, k)
        if form is not None:
            return form
        if any(item.act or item.cue("copula") for item in items[following + 1 : k]):
            return None
    return None


def parts_follow(sentence: Sentence, at: int, region: int) -> bool:
    """ "three suspects, one for forced labor and two for pimping": the counts behind add up to the first."""
    items = sentence.items
    whole, total, k = items[at].amount, 0.0, region
    while (following := _next_counted(items, k)) is not None:
        amount = items[following].amount
        total += amount.value if amount is not None else 0
        k = region_of(sentence, following)
    return whole is not None and total == whole.value


def form_behind_aside(sentence: Sentence, region: int) -> str | None:
    """ "127 victims, including 26 children, were sexually exploited": what they suffered stands behind the aside."""
    items = sentence.items
    if region + 1 >= len(items) or items[region].low != "," or items[region + 1].low != "including":
        return None
    end = next((k for k in range(region + 1, len(items)) if items[k].low in STOPS), len(items))
    if end + 1 >= len(items) or items[end].low != "," or not items[end + 1].cue("copula"):
        return None
    for item in items[end + 2 : end + 6]:
        told = form_of(item)
        if told is not None or item.low in STOPS or item.amount:
            return told
    return None


def form_behind_cases(sentence: Sentence, region: int) -> str | None:
    """ "prosecuted 41 suspects in 11 cases for sex trafficking", "in 11 sex trafficking cases": of the suspects too."""
    items = sentence.items
    cases = region + 3 < len(items) and items[region - 1].low == "in" and items[region].amount is not None
    if cases and items[region + 2].noun == "case":
        return form_of(items[region + 1])
    if not cases or items[region + 1].noun != "case" or items[region + 2].low != "for":
        return None
    return form_of(items[region + 3])


def form_of(item: Item) -> str | None:
    """The form a phrase names, if it names one."""
    return next((p.removeprefix("form=") for p in " ".join(item.labels.traits).split() if p.startswith("form=")), None)


def form_for(sentence: Sentence, at: int) -> str | None:
    """ "sentenced to ten years and to five years in jail for sex trafficking": what the sentence was for."""
    items = sentence.items
    for k in range(at + 1, min(at + _REACH, len(items) - 1)):
        if sentence.clauses[k] != sentence.clauses[at] or items[k].act or items[k].cue("relative"):
            return None
        if items[k].low == "for":
            return form_of(items[k + 1])
    return None


def only_says_where(items: Sequence[Item], k: int) -> bool:
    """ "encounters with commercial sex establishments": where it was, and not what anyone suffered."""
    return k + 1 < len(items) and items[k + 1].low in _NO_FORM


def _next_counted(items: Sequence[Item], k: int) -> int | None:
    """Where the next count of the list stands, behind a comma, "and", or both."""
    if k < len(items) and items[k].low == ",":
        k += 1
        if k < len(items) and items[k].cue("and"):
            k += 1
    elif not (k and k < len(items) and items[k - 1].cue("and")):
        return None
    amount = items[k].amount if k < len(items) else None
    return k if amount is not None and amount.kind == COUNT else None


def _of_a_kind(phrase: Sequence[Item]) -> bool:
    """Persons told by sex or age, or by country or accused, and by nothing that tells what was suffered."""
    if any(item.noun == "victim" for item in phrase):
        return False  # "seven child trafficking victims, 22 female sex trafficking victims": each is told in full
    labels = " ".join(pair for item in phrase for pair in item.labels.traits)
    if any(item.noun in _ACCUSED or item.labels.nations for item in phrase) or "nationality=" in labels:
        return not any(item.act for item in phrase)  # "two officers and three suspects"
    return "sex=" in labels or "age=" in labels


def _form_behind(items: Sequence[Item], at: int, end: int) -> str | None:
    """ "five boys in forced labor": behind a preposition, or behind "exploited in"."""
    for k in range(at + 1, end):
        told = form_of(items[k])
        if told is not None and any(items[i].low in _TELLS for i in range(at + 1, k)) and not only_says_where(items, k):
            return told
    return None
