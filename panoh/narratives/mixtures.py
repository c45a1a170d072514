"""Counts of which the words behind say several things: of some one, of others the other, so nothing of all."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.amounts import Amount
from panoh.narratives.sentence import Sentence
from panoh.narratives.shared import form_of
from panoh.narratives.tagging import Item

_ASIDE = 8  # items: "four adults who were victims of both"


def of_every_age(items: Sequence[Item], k: int) -> bool:
    """ "potential adult and child victims": of either age."""
    for step in (-1, 1):
        other = items[k + 2 * step] if 0 < k + 2 * step < len(items) else None
        if other is not None and items[k + step].cue("and") and {items[k].low, other.low} == {"adult", "child"}:
            return True
    return False


def form_follows(items: Sequence[Item], k: int) -> bool:
    return k + 1 < len(items) and form_of(items[k + 1]) is not None


def list_end(items: Sequence[Item], region: int) -> int:
    """Where a list of forms that goes on behind a comma ends: "of sexual exploitation, forced labor, and begging"."""
    k = region
    while k + 1 < len(items) and (items[k].low == "," or items[k].cue("and")):
        k += 2 if items[k + 1].cue("and") else 1
        if k >= len(items) or form_of(items[k]) is None:
            return region
        k += 1
    return k


def three_forms(phrase: Sequence[Item]) -> bool:
    """ "sexual exploitation, forced labor, and forced begging": of no one form, and not of two."""
    told = {form_of(item) for item in phrase} - {None, "other"}
    plain = not any(item.low == "both" or item.low.startswith(("both ", "multiple ")) for item in phrase)
    return plain and len(told) > 1 and not told <= {"sexual", "labour", "both"}


def of_every_nation(phrase: Sequence[Item]) -> bool:
    """ "336 Georgian and foreign victims": of any country."""
    for k in range(len(phrase) - 2):
        pair = (phrase[k], phrase[k + 2])
        foreign = ["nationality=foreign" in item.labels.traits for item in pair]
        if phrase[k + 1].cue("and") and any(foreign) and any(item.labels.nations for item in pair):
            return True
    return False


def _of_either_sex(phrase: Sequence[Item]) -> bool:
    """ "16 male and female victims": of either sex."""
    three = zip(phrase, phrase[1:], phrase[2:], strict=False)
    return any(b.cue("and") and {a.low, c.low} == {"male", "female"} for a, b, c in three)


def without_mixture(sentence: Sentence, at: int, region: int, traits: dict[str, str], amount: Amount) -> dict[str, str]:
    """ "810 victims of sexual and labor exploitation": some of either, where no word says each suffered both."""
    said = any(item.low.split()[0] in ("both", "multiple") for item in sentence.items[at : region + _ASIDE])
    if traits.get("form") != "both" or said or amount.value <= 1:
        return traits
    return {key: value for key, value in traits.items() if key != "form"}


def drop_mixed(items: Sequence[Item], at: int, region: int, found: dict[str, str]) -> None:
    """Takes away the form and the country where the phrase names several."""
    end = list_end(items, region)
    if (found.get("form") == "both" or ("form" in found and end > region)) and three_forms(items[at + 1 : end]):
        del found["form"]
    if of_every_nation(items[at + 1 : region]):
        found.pop("nationality", None)
    if _of_either_sex(items[at + 1 : region]):
        found.pop("sex", None)
