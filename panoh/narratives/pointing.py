"""Reads a denial that points back to a right or a benefit: "no such cases", "did not report providing it", "none did so"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from panoh.narratives.against import age_of_crime
from panoh.narratives.drafts import Draft
from panoh.narratives.facts import NOT_REPORTED, ZERO
from panoh.narratives.governing import NOUN_ACTS
from panoh.narratives.scopes import PART, scope_end
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item
from panoh.narratives.things import silent, traits_within
from panoh.narratives.when import scope_period
from panoh.narratives.words import load

_NOBODY_DID = re.compile(
    r"^(?:\S+ )?(?:have |had |has )?(?:ever )?(?:took advantage|were recorded|requests were (?:made|filed)|filed any)"
)
_REPORTED_SUCH = re.compile(
    r"^(?:known |)(?:reports?|cases) (?:that |of |)(?:any |)such (?:cases|actions?|suits|claims|requests)\b"
)
_CASES = re.compile(r"\bsuch (?:cases|actions|efforts|crimes|offenses)\b")
_IN_COURT = {"investigate": "investigations", "prosecute": "prosecutions", "convict": "convictions"}
_POINTERS = frozenset({"such", "these", "those", "this", "the"})
_POINTED_AT = frozenset(load("silence.yaml")["pointed_at"])
_OF_FOREIGNERS = frozenset({"residence_permits", "victims_repatriated", "reflection_period", "deportations"})
_JUDGED = frozenset(
    {"adequate", "sufficient", "enough", "always", "consistently", "fully", "effectively", "all", "would"}
)
_NEAR = 5  # items
_REACH = 10  # items


def referred_back(sentence: Sentence, before: Sequence[Item] = ()) -> Iterator[Draft]:
    """ "... had the right to request residency; no such cases were reported": the thing stands before, be it in the
    sentence `before`."""
    for at, item in enumerate(sentence.items):
        if not _refers_back(sentence, at):
            continue
        status = ZERO if item.cue("nothing") or item.cue("not") else NOT_REPORTED
        own = sentence.items[:at]
        line = _meant(sentence, at, own) or (_meant(sentence, at, before) if points_back(sentence, at) else None)
        if line is None:
            yield from _such_cases(sentence, at, status)
            continue
        traits = traits_within(sentence, 0, at, ["nationality"]) if line["measure"] in _OF_FOREIGNERS else {}
        yield replace(silent(line["measure"], line["unit"], traits, status), at=at).dated(
            scope_period(sentence, at, scope_end(sentence, at))
        )
        return


def _meant(sentence: Sentence, at: int, before: Sequence[Item]) -> dict[str, str] | None:
    """The line of silence.yaml for what the words before speak of."""
    nouns = {noun for item in (*before, sentence.items[at]) for noun in item.labels.nouns}
    words = " ".join(item.low for item in before)
    for line in load("silence.yaml")["such"]:
        named = line["noun"] in nouns if "noun" in line else bool(before) and bool(re.search(line["words"], words))
        if named and "said" in line and not re.search(line["said"], words):
            continue
        if named and _serves(sentence, at, line):
            return dict(line)
    return None


def _such_cases(sentence: Sentence, at: int, status: str) -> Iterator[Draft]:
    """ "Laws allowed authorities to prosecute sex tourists; the government did not report any such cases"."""
    before = sentence.items[:at]
    acts = [act for item in before if (act := NOUN_ACTS.get(item.noun or "", item.act or "")) in _IN_COURT]
    if not any(item.low.startswith("such") for item in sentence.items[at : at + 3]) or not _CASES.search(
        " ".join(item.low for item in sentence.items[at : at + 6])
    ):
        return
    told = {**traits_within(sentence, 0, at, ["group", "form"]), **age_of_crime(sentence.items[:at])}
    of_officials = {"group": told["group"]} if "group" in told else {}
    for act in dict.fromkeys([*acts, *(_IN_COURT if of_officials else ())]):
        yield replace(silent(_IN_COURT[act], "cases", of_officials or told, status), at=at)


def _refers_back(sentence: Sentence, at: int) -> bool:
    item = sentence.items[at]
    if not item.labels.cues and not item.low.startswith("such "):
        return False
    if (item.cue("nothing") or item.cue("not") or item.cue("unreported")) and (
        points_back(sentence, at) or stands_for(sentence, at)
    ):
        judged = any(i.low in _JUDGED for i in sentence.items[at + 1 : at + _NEAR])
        return not judged and not any(i.low in PART for i in sentence.items[max(0, at - 6) : at])
    if not (item.cue("nothing") or item.cue("unreported") or item.low.startswith("such ")):
        return False
    words = " ".join(i.low for i in sentence.items[at + 1 : at + 7])
    if item.cue("nothing"):
        return item.low == "no such" or bool(_REPORTED_SUCH.search(words)) or bool(_NOBODY_DID.search(words))
    if item.cue("unreported"):
        return words.startswith(("any such case", "such case"))
    return item.low.startswith("such ") and any(i.cue("unreported") for i in sentence.items[max(0, at - 3) : at])


def _serves(sentence: Sentence, at: int, line: dict[str, str]) -> bool:
    """Services are pointed back to by their own name only: "did not provide those services"."""
    after = {word for item in sentence.items[at : at + _REACH] for word in item.low.split()}
    return "thing" not in line or bool(after & set(line["thing"].split()))


def points_back(sentence: Sentence, at: int) -> bool:
    """ "did not provide such benefits", "did not report any victims benefiting from these provisions"."""
    after = [word for item in sentence.items[at + 1 : at + _REACH] for word in item.low.split()]
    return any(word in _POINTERS and thing in _POINTED_AT for word, thing in pairwise(after))


def stands_for(sentence: Sentence, at: int) -> bool:
    """ "did not report doing so", "how many victims received it", "no reports this occurred"."""
    words = " ".join(item.low for item in sentence.items[at : scope_end(sentence, at)])
    return any(re.search(pattern, words) for pattern in load("silence.yaml")["stands_for"])
