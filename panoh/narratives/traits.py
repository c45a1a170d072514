"""Reads what narrows a count: form, sex, age, nationality, status and service, wherever the phrase says it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from panoh.narratives.against import IN_COURT, against
from panoh.narratives.mixtures import drop_mixed, form_follows, of_every_age
from panoh.narratives.phrases import PREPOSITIONS
from panoh.narratives.sentence import Sentence
from panoh.narratives.shared import only_says_where
from panoh.narratives.tagging import Item
from panoh.narratives.traits_around import PLACES, add_form, add_from_around

_LED = frozenset({"for", "of", "in", "involving", "involved"})
_CITIZENS = frozenset({"national", "nationals", "citizen", "citizens"})
_BEING = frozenset({"was", "were", "are", "is", "been", "had", "have", "has"})


def traits_of(sentence: Sentence, at: int, noun_at: int | None, region: int, noun: str | None) -> dict[str, str]:
    """What narrows the count: adjectives before the noun, forms anywhere in the phrase, the predicate."""
    items = sentence.items
    found: dict[str, str] = {}
    services, statuses = set[str](), set[str]()
    predicate = False
    for k in range(at + 1, region):
        item = items[k]
        if predicate and item.cue("all_of") and k + 1 < region and items[k + 1].cue("copula"):
            break  # "109 were under age 18 and almost all were female"
        attributive = noun_at is None or k <= noun_at or predicate
        _add_whom_against(items, k, noun, found)
        for pair in " ".join(item.labels.traits).split():
            key, value = pair.split("=")
            if key == "form":
                if not only_says_where(items, k):
                    add_form(found, value)
            elif key in ("age", "sex", "nationality"):
                if _tells_whom(items, k, key, noun, noun_at, attributive):
                    found.setdefault(key, value)
            elif key == "victim_status":
                statuses |= _statuses(items, k, noun_at, noun, value)
            elif key == "service" and not (k - 2 == noun_at and items[k - 1].cue("and")) and not _of_next(items, at, k):
                services.add(value)
            elif key == "group" and noun not in ("victim",) and not _of_another_case(items, at, k):
                found[key] = value
        _add_both(items, k, found)
        _add_nation(found, items, k, attributive)
        predicate = predicate or (item.cue("copula") and item.low.split()[0] in _BEING)
    drop_mixed(items, at, region, found)
    found |= _only_one(services, statuses, noun)
    add_from_around(sentence, at, region, found, noun)
    return found


def _tells_whom(
    items: Sequence[Item], k: int, key: str, noun: str | None, noun_at: int | None, attributive: bool
) -> bool:
    """Whether sex, age or country told here is that of whoever is counted, and not of a crime or a place."""
    if key == "nationality":
        told = attributive or noun in ("permit", "shelter") or items[k - 1].low == "from"
        return told and items[k - 1].low != "in"
    crime = noun not in ("victim", "shelter") and _names_the_crime(items, k, noun_at)
    if key == "age" and (of_every_age(items, k) or crime):
        return False
    return attributive or noun in PLACES


def _of_another_case(items: Sequence[Item], at: int, k: int) -> bool:
    """ "three prosecutions opened in 2014 and a case of a police officer", "convicted by officials": said of the other."""
    opened = [i for i in range(at + 1, k - 1) if items[i].cue("and") and items[i + 1].low in ("a", "an", "the", "one")]
    other = bool(opened) and any(item.noun in ("case", "prosecution", "investigation") for item in items[opened[0] : k])
    return other or items[k - 1].low == "by"


def _of_next(items: Sequence[Item], at: int, k: int) -> bool:
    """ "shelter to 30 and medical care to 12", "sheltered 22 and gave counseling to 18": the service of the next count."""
    after = items[k + 1 : k + 3]
    given = any(a.cue("and") and b.act == "provide" for a, b in pairwise(items[at:k]))
    if given and any(item.amount for item in items[k + 1 : k + 6]):
        return True
    return len(after) > 1 and after[0].low in ("to", "for") and after[1].amount is not None


def _statuses(items: Sequence[Item], k: int, noun_at: int | None, noun: str | None, value: str) -> set[str]:
    """The status a word gives the count, if it is said of it; both where the rest is told apart."""
    if _is_verb_of_another(items, k):
        return set()
    if _of_the_rest(items, k):
        return {"potential", "recognised"}
    return {value} if noun_at is None or k <= noun_at or _told_as(items, k, noun) else set()


def _told_as(items: Sequence[Item], k: int, noun: str | None) -> bool:
    """ "12 as potential victims", "referrals of potential victims": a status that stands behind the noun."""
    return items[k - 1].cue("and") or items[k - 1].low == "as" or (noun == "referral" and items[k - 1].low == "of")


def _add_whom_against(items: Sequence[Item], k: int, noun: str | None, found: dict[str, str]) -> None:
    """ "12 cases of child trafficking": of a crime against children."""
    age = against(items, k) if noun in IN_COURT else None
    if age is not None and not of_every_age(items, k):
        found.setdefault("age", age)


def _add_both(items: Sequence[Item], k: int, found: dict[str, str]) -> None:
    """ "one victim of both", "four both domestic servitude and sexual exploitation": each suffered both."""
    led = items[k - 1].low in _LED or (items[k - 1].amount is not None and form_follows(items, k))
    dated = k + 1 < len(items) and (items[k + 1].period or items[k + 1].amount)  # "in both 2016 and 2017"
    if items[k].low == "both" and led and not dated:
        found["form"] = "both"


def _only_one(services: set[str], statuses: set[str], noun: str | None) -> dict[str, str]:
    """A service and a status that stand alone; of several none is said of the count."""
    found = {"service": next(iter(services))} if len(services) == 1 else {}
    if len(statuses) == 1 and noun in ("victim", "person", "referral", "case", None):
        found["victim_status"] = next(iter(statuses))
    return found


def _is_verb_of_another(items: Sequence[Item], k: int) -> bool:
    """ "211 potential victims and recognized 45", "confirmed that 787": what another count underwent."""
    after = items[k + 1] if k + 1 < len(items) else None
    return bool(items[k].act) and after is not None and (after.amount is not None or after.low == "that")


def _of_the_rest(items: Sequence[Item], k: int) -> bool:
    """ "71 victims and potential victims": the 71 are of either status."""
    behind = items[k + 1 : k + 3]
    return items[k - 1].cue("and") and items[k - 2].noun == "victim" and any(item.noun == "victim" for item in behind)


def _names_the_crime(items: Sequence[Item], k: int, noun_at: int | None) -> bool:
    """ "three child sex traffickers": the crime was against children, the traffickers are not."""
    if k + 1 < len(items) and noun_at != k and items[k + 1].low in ("trafficking", "labor", "exploitation"):
        return True  # "convictions for child trafficking"
    return noun_at != k and k + 1 < len(items) and any(pair.startswith("form=") for pair in items[k + 1].labels.traits)


def _add_nation(found: dict[str, str], items: Sequence[Item], k: int, attributive: bool) -> None:
    nations = items[k].labels.nations
    listed = items[k - 1].cue("and") or items[k - 1].low == ","
    if nations and listed and k > 1 and items[k - 2].labels.nations and found.get("nationality") == "foreign":
        return  # "from Niger and Benin"
    before = items[k - 2].low if items[k - 1].low == "the" else items[k - 1].low
    citizens = before == "of" and items[k - 2].low in _CITIZENS  # "four nationals of China"
    if nations and ((attributive and before not in PREPOSITIONS) or before == "from" or citizens):
        several = _nations_go_on(items, k)
        nation = "foreign" if several else nations[0]
        found["nationality"] = nation if found.get("nationality", "foreign") == "foreign" else found["nationality"]


def _nations_go_on(items: Sequence[Item], k: int) -> bool:
    """ "14 from Niger and Benin": of no single country."""
    joined = k + 2 < len(items) and (items[k + 1].cue("and") or items[k + 1].low == ",")
    if joined and items[k + 2].labels.nations and items[k - 1].amount is not None:
        return True  # "16 Chinese and Nigerian victims"
    behind = [item for item in items[k + 2 : k + 4] if not item.cue("and") and item.low not in ("the", ",")]
    return joined and items[k - 1].low in ("from", "the") and bool(behind[:1]) and bool(behind[0].labels.nations)
