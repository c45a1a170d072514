"""Reads what narrows a count from outside its phrase: an apposition, a bracket, a predicate, whom a house is for."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.against import IN_COURT, age_of_crime
from panoh.narratives.homes import served_by_all
from panoh.narratives.phrases import STOPS, definite, region_of
from panoh.narratives.sentence import Sentence
from panoh.narratives.shared import form_behind_aside, form_behind_cases, parts_follow, shared_form
from panoh.narratives.tagging import Item

_THEM = frozenset({"of whom", "of which", "of them"})
_SHARES = frozenset({"person", "victim", "offender", "official", None})
_MADE_UP = ("comprised", "constituted", "represented", "accounted for", "made up")
PLACES = frozenset({"shelter", "service_centre", "facility", "bed", "place"})


def add_from_around(sentence: Sentence, at: int, region: int, found: dict[str, str], noun: str | None) -> None:
    """What narrows the count from outside its phrase."""
    _add_appositive(sentence, region, found)
    _add_behind_bracket(sentence, region, found, noun)
    _add_from_clause(sentence, at, region, found)
    _add_comprised(sentence, at, found)
    if "form" not in found and (told := form_behind_cases(sentence, region)) is not None:
        found["form"] = told
    if "form" not in found and not sentence.items[at].depth and noun in _SHARES:
        told = shared_form(sentence, at, region) or form_behind_aside(sentence, region)
        found.update({"form": told} if told else {})
    if noun in PLACES:
        _add_served(sentence, at, region, found)
        if not found.keys() & {"sex", "age"}:
            found.update(served_by_all(sentence, at, region))


def _add_comprised(sentence: Sentence, at: int, found: dict[str, str]) -> None:
    """ "Children comprised 194 of the victims": what they are stands before."""
    told = " ".join(item.low for item in sentence.items[max(0, at - 2) : at])
    verb = next((verb for verb in _MADE_UP if told.endswith(verb)), None)
    who = at - 1 - len(verb.split()) if verb is not None else -1
    if who < 0 or sentence.items[at].depth:
        return
    for pair in " ".join(sentence.items[who].labels.traits).split():
        key, value = pair.split("=")
        if key in ("sex", "age", "nationality"):
            found.setdefault(key, value)


def _add_served(sentence: Sentence, at: int, region: int, found: dict[str, str]) -> None:
    """ "one shelter that could provide care for male victims": the shelter is for whom the clause behind it says."""
    items = sentence.items
    if region >= len(items):
        return
    relative = items[region].cue("relative")
    listed = any(item.low in ("dedicated", "providing", "offering") for item in items[at + 1 : region])
    if not relative and not (listed and items[region].low == ","):
        return
    for k in range(region + 1, min(region + 16, len(items))):
        if items[k].amount or (items[k].low in STOPS and (relative or items[k].low != ",")):
            return
        if not relative and items[k - 1].low not in ("to", "for"):
            continue
        told = dict(pair.split("=") for pair in " ".join(items[k].labels.traits).split())
        if told.keys() & {"sex", "age"}:
            several = items[k - 1].cue("all_of") or (
                k + 1 < len(items) and (items[k + 1].cue("and") or items[k + 1].low == ",")
            )
            served = {} if several else {key: told[key] for key in ("sex", "age") if key in told}
            found.update({key: value for key, value in served.items() if key not in found})
            return


def add_form(found: dict[str, str], value: str) -> None:
    had = found.get("form")
    found["form"] = value if had is None or had == value else ("both" if {had, value} == {"sexual", "labour"} else had)


def _add_appositive(sentence: Sentence, region: int, found: dict[str, str]) -> None:
    """ ", all for sex trafficking" tells the form of the count before it."""
    items = sentence.items
    k = region
    while k < len(items) and items[k].amount and items[k - 1].cue("and"):
        k = region_of(sentence, k)
    k = _past_bracket(items, k)
    if k + 2 < len(items) and items[k].low == "," and items[k + 1].low in ("all", "both"):
        _add_all(items[k + 2 : k + 5], found)
    if (
        k + 3 < len(items)
        and items[k].low == "("
        and items[k + 1].low in ("all", "all female")
        and items[k + 3].low == ")"
    ):
        _add_all(items[k + 2 : k + 3], found)
    if k + 3 < len(items) and items[k].low == "," and items[k + 1].cue("all_of"):
        if items[k + 2].low in ("for", "of", "involving"):
            _add_crime(items[k + 3 : k + 6], found)
        elif items[k + 1].low in ("all", "both") and items[k + 2].low in _THEM and items[k + 3].low in ("was", "were"):
            _add_all(items[k + 4 : k + 7], found)


def _add_crime(behind: Sequence[Item], found: dict[str, str]) -> None:
    """ ", all for child sex trafficking", ", both for forced labor": the form, and against whom."""
    for k, item in enumerate(behind):
        told = dict(pair.split("=") for pair in " ".join(item.labels.traits).split())
        if "form" in told:
            found.setdefault("form", told["form"])
            if (age := age_of_crime(behind[: k + 1])) and "age" not in found:
                found.update(age)
            return
        if item.low in STOPS or item.act or item.cue("and") or item.cue("relative") or item.cue("copula"):
            return


def _past_bracket(items: Sequence[Item], k: int) -> int:
    """ "14 traffickers (12 men and two women), all for sex trafficking": what follows the bracket is said of the 14."""
    if k + 1 >= len(items) or items[k].low != "(" or items[k + 1].cue("all_of"):
        return k
    close = next((i for i in range(k, len(items)) if items[i].low == ")"), k - 1)
    return close + 1


def _add_all(told: Sequence[Item], found: dict[str, str]) -> None:
    """ "59 possible victims (all women)", ", all Nepali men", ", all of whom were foreign": said of the count before."""
    for item in told:
        if item.low in STOPS or item.amount or item.cue("and") or item.act or item.cue("copula") or item.cue("subset"):
            return
        if item.labels.nations:
            found.setdefault("nationality", item.labels.nations[0])
        for pair in " ".join(item.labels.traits).split():
            key, value = pair.split("=")
            if key in ("sex", "age", "form", "nationality"):
                found.setdefault(key, value)


def _add_behind_bracket(sentence: Sentence, region: int, found: dict[str, str], noun: str | None) -> None:
    """ "17 defendants (in seven cases) with sex trafficking": the form stands behind the bracket."""
    items = sentence.items
    if region >= len(items) or items[region].low != "(" or "form" in found:
        return
    close = next((k for k in range(region, len(items)) if items[k].low == ")"), len(items))
    for k in range(close + 1, min(close + 6, len(items))):
        if items[k].low in STOPS or items[k].amount or items[k].cue("and") or items[k].act not in (None, "exploit"):
            return
        for pair in " ".join(items[k].labels.traits).split():
            key, value = pair.split("=")
            if key == "form":
                add_form(found, value)
                if noun in IN_COURT and "age" not in found:
                    found.update(age_of_crime(items[close + 1 : k + 1]))
            elif noun == "shelter" and key in ("sex", "age"):
                found.setdefault(key, value)


def _add_from_clause(sentence: Sentence, at: int, region: int, found: dict[str, str]) -> None:
    """ "four adults who were victims of forced labor", "82 children and 134 adults were victims of forced labor"."""
    items = sentence.items
    if region + 1 >= len(items) or definite(sentence, at):
        return  # "Of the 115 cases, 65 involved ...": the predicate is of the 65
    start = None
    if items[region].cue("relative") and items[region + 1].cue("copula"):
        start = region + 1
    elif "form" not in found and not any(item.act or item.cue("copula") for item in items[at + 1 : region]):
        start = None if parts_follow(sentence, at, region) else _shared_predicate(sentence, region)
    if start is None:
        return
    for k in range(start + 1, region_of(sentence, start)):
        for pair in " ".join(items[k].labels.traits).split():
            key, value = pair.split("=")
            if key == "form":
                add_form(found, value)


def _shared_predicate(sentence: Sentence, region: int) -> int | None:
    """Where the predicate of the last of several joined counts begins: "one boy and two men exploited in ..."."""
    items = sentence.items
    k = region
    while k < len(items) and (items[k].amount or (items[k].low == "," and k + 1 < len(items) and items[k + 1].amount)):
        k = k if items[k].amount else k + 1
        end = region_of(sentence, k)
        if items[k + 1 : k + 2] and items[k + 1].cue("subset"):
            return None  # "29 females and three males, 28 of whom had been exploited": said of the 28
        found = next((i for i in range(k, end) if items[i].cue("copula") or items[i].act == "exploit"), None)
        who = end + 1 < len(items) and items[end].low == "who" and items[end + 1].cue("copula")
        if found is None and who and items[k - 1].cue("and"):
            found = end + 1  # "30 adults and 12 children who were exploited in ..."
        if found is not None:
            return found
        k = end + 1 if end + 1 < len(items) and items[end].low == "," and items[end + 1].cue("and") else end
        k = k + 1 if k < len(items) and items[k].cue("and") else k
    return None
