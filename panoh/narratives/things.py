"""A count of none or an unknown one, and the traits told beside a thing."""

from __future__ import annotations

from panoh.narratives.drafts import Draft
from panoh.narratives.facts import ZERO
from panoh.narratives.sentence import Sentence

_NEAR = 8  # items: "did not report whether it provided care to any of these victims"
_THOSE = frozenset({"these", "those", "of these", "of those", "of the"})
MIXED = "mixed"  # "for adults and children": narrowed by neither


def of_those(sentence: Sentence, k: int) -> dict[str, str]:
    """ "reported some foreign victims, but did not report whether it assisted these victims": of the foreign ones."""
    items = sentence.items
    if items[k].noun is None:
        k = next((i for i in range(k + 1, min(k + _NEAR, len(items))) if items[i - 1].low in _THOSE), k)
    if items[k].noun not in ("victim", "person") or items[k - 1].low not in _THOSE:
        return {}
    named = next((i for i in range(k - 2, -1, -1) if items[i].noun in ("victim", "person")), None)
    if named is None:
        return {}
    return traits_within(sentence, named - 3, named + 1, ["age", "sex", "nationality"])


def phrase_end(sentence: Sentence, k: int) -> int:
    end = k + 1
    while end < len(sentence.items) and sentence.items[end].low not in (";", ".", "(") and end < k + 14:
        item = sentence.items[end]
        if (
            item.cue("compare")
            or item.cue("case_break")
            or ((item.cue("nothing") or item.cue("not")) and sentence.items[end - 1].cue("and"))
            or item.low in ("including", "nor")
            or (item.cue("nothing") and sentence.items[end - 1].cue("and"))
            or (item.act and sentence.items[end - 1].cue("and"))
        ):
            break
        end += 1
    return end


def traits_within(sentence: Sentence, first: int, last: int, keep: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for k in range(max(first, 0), min(last, len(sentence.items))):
        for pair in " ".join(sentence.items[k].labels.traits).split():
            key, value = pair.split("=")
            crime = (
                key == "age"
                and k + 1 < len(sentence.items)
                and "form=" in " ".join(sentence.items[k + 1].labels.traits)
            )
            if (not keep or key in keep) and not (crime and not _counts_victims(sentence, k)):
                joined = key in ("sex", "age") or (key == "form" and sentence.items[k - 1].cue("and"))
                listed = joined and found.get(key, value) != value
                found[key] = MIXED if listed else found.get(key, value)
        if not keep and _of_nation(sentence, k):
            found.setdefault("nationality", sentence.items[k].labels.nations[0])
    return {key: value for key, value in found.items() if value != MIXED}


def _of_nation(sentence: Sentence, k: int) -> bool:
    """ "the repatriation of any Peruvian victims": whose citizens are denied."""
    behind = sentence.items[k + 1 : k + 2]
    return bool(sentence.items[k].labels.nations) and any(item.noun in ("victim", "person") for item in behind)


def _counts_victims(sentence: Sentence, k: int) -> bool:
    """ "child sex trafficking victims" are children; "child sex tourists" are not."""
    return any(item.noun == "victim" for item in sentence.items[k + 1 : k + 4])


def silent(measure: str, unit: str, traits: dict[str, str], status: str) -> Draft:
    return Draft(measure=measure, value=0.0 if status == ZERO else None, unit=unit, traits=traits, status=status)
