"""Turns a sentence into a row of items: amounts, periods, phrases of the lexicon, marks, and other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from panoh.narratives.amounts import COUNT, Amount, amounts
from panoh.narratives.countable import is_amount
from panoh.narratives.guilty import found_guilty
from panoh.narratives.periods import Period, periods
from panoh.narratives.tokens import Token
from panoh.narratives.words import Labels, longest

_FUNCTION_WORDS = frozenset({"during", "under", "after", "before", "through", "within", "without", "since", "until"})
_FUNCTION_WORDS |= {"against", "between", "abroad", "nationwide", "together", "while", "following", "their", "there"}
_SHORT_FORMS = {"sex": "form=sexual", "labor": "form=labour", "labour": "form=labour"}
_NO_FORM = frozenset({"unknown", "unspecified"})
_WERE_UNKNOWN = frozenset({"was unknown", "were unknown"})
_FORMED = frozenset({"case", "victim", "investigation", "prosecution", "conviction", "offender"})
_OFFICERS = frozenset(
    {"police", "authorities", "law", "officials", "government", "courts", "border", "immigration", "prosecutors"}
)
_TELLS = frozenset({"reported", "reportedly", "stated", "noted"})
_DETERMINERS = frozenset(
    {"no", "the", "other", "the other", "the others", "the remaining", "of the", "of these", "these", "all"}
)


@dataclass(frozen=True)
class Item:
    start: int
    end: int
    low: str
    labels: Labels
    amount: Amount | None = None
    period: Period | None = None
    depth: int = 0

    def cue(self, name: str) -> bool:
        return name in self.labels.cues

    @property
    def noun(self) -> str | None:
        return self.labels.nouns[0] if self.labels.nouns else None

    @property
    def act(self) -> str | None:
        return self.labels.acts[0] if self.labels.acts else None

    @property
    def actor(self) -> str | None:
        return self.labels.actors[0] if self.labels.actors else None


_PLAIN = Labels()
_BODY = Labels(actors=["government"])
_NO_BODIES = frozenset(
    {"TIP", "SOP", "EU", "HIV", "AIDS", "US", "UK", "ID", "PIN", "NRM", "CSE", "ECOWAS", "SADC", "USD"}
)


def tag(tokens: Sequence[Token], report_year: int, country: str | None) -> tuple[Item, ...]:
    """The items of one sentence; brackets give depth."""
    tokens = _dashes_as_brackets([_round(token) for token in tokens])
    words = [token.low for token in tokens]
    spans = {p.first: p for p in periods(tokens, report_year)}
    counted = {a.first: a for a in amounts(tokens, country) if is_amount(tokens, a)}
    items: list[Item] = []
    i = depth = 0
    while i < len(tokens):
        if words[i : i + 2] == ["of", "the"] and i + 1 in spans and "previous" in words[i + 2 : i + 3]:
            words[i] = "of_"  # "at the end of the previous year": the year is one, and no part of a whole
        item, size = _item(tokens, words, i, spans.get(i), counted.get(i))
        depth += item.low == "("
        items.append(replace(item, depth=depth) if depth else item)
        depth = max(0, depth - (item.low == ")"))
        i += size
    items = found_guilty(items)
    return tuple(
        _abroad(items, k, _short_form(items, k, _adjective(items, k), country), country) for k in range(len(items))
    )


def _abroad(items: Sequence[Item], k: int, item: Item, country: str | None) -> Item:
    """ "South African police reported identifying ...": the officers of another country act for it."""
    nations = items[k - 1].labels.nations if k else []
    theirs = bool(nations) and country is not None and country not in nations and not item.amount
    officers = item.noun == "official" and any(after.act or after.low in _TELLS for after in items[k + 1 : k + 2])
    if theirs and item.low.split()[0] in _OFFICERS and (officers or item.actor == "government"):
        return replace(item, labels=replace(item.labels, actors=["foreign_government"]))
    return item


def _round(token: Token) -> Token:
    """Brackets within brackets are square in print: "(between 100 INR [$1.57] and ...)"."""
    mark = {"[": "(", "]": ")"}.get(token.text)
    return replace(token, text=mark, low=mark) if mark else token


def _dashes_as_brackets(tokens: Sequence[Token]) -> Sequence[Token]:
    """Two dashes in a sentence hold an aside, as brackets do; a single dash stays."""
    places = [i for i in range(len(tokens)) if _is_dash(tokens, i)]
    changed = list(tokens)
    for i in places:
        changed[i] = replace(tokens[i], text="—", low="—")
    for first, last in zip(places[::2], places[1::2], strict=False):
        if tokens[first + 1].low != "compared":
            changed[first] = replace(tokens[first], text="(", low="(")
            changed[last] = replace(tokens[last], text=")", low=")")
    return changed


def _is_dash(tokens: Sequence[Token], i: int) -> bool:
    """A long dash, or a short one between words: "15 victims–including two men", not "2014–2018" or "Togo–Benin"."""
    if tokens[i].text == "—":
        return True
    if tokens[i].text != "–" or not 0 < i < len(tokens) - 1:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    apart = before.end < tokens[i].start and tokens[i].end < after.start
    return apart or after.text[0].islower() or (after.text[0].isdigit() and not before.text[-1].isdigit())


def _short_form(items: Sequence[Item], k: int, item: Item, country: str | None) -> Item:
    """ "25 sex and 13 labor trafficking victims": the first form leaves out its noun."""
    if item.low == "domestic" and country and any(i.noun == "victim" for i in items[k + 1 : k + 4]):
        return replace(item, labels=Labels(nations=[country]))  # "15 domestic victims": of the country itself
    before = items[max(0, k - 2) : k]
    if item.low == "national" and country and before and before[-1].amount and items[k + 1].noun == "victim":
        return replace(item, labels=Labels(nations=[country]))  # "30 national victims"
    if item.low == "nationals" and country and before and before[-1].cue("copula") and _ends(items, k + 1):
        return replace(item, labels=Labels(nouns=["person"], nations=[country]))  # "eight were nationals"
    linked = len(before) > 1 and before[-1].cue("copula") and before[0].amount is not None
    named = linked or (bool(before) and before[-1].amount is not None)
    if item.low in _WERE_UNKNOWN and named and _ends(items, k + 1):
        return replace(item, labels=Labels(traits=["form=unknown"], cues=["copula"]))  # "and 14 were unknown"
    if item.low in _NO_FORM and named and _ends(items, k + 1):
        return replace(item, labels=Labels(traits=["form=unknown"]))  # "12 for forced labor, and 15 unknown"
    if item.low not in _SHORT_FORMS or item.labels != _PLAIN or k + 1 >= len(items) or not k:
        return item
    counted = items[k - 1].amount is not None or (
        items[k - 1].low == "for" and k > 1 and items[k - 2].amount is not None
    )
    goes_on = items[k + 1].cue("and") or items[k + 1].low in (",", ")", ";") or items[k + 1].noun in _FORMED
    return replace(item, labels=Labels(traits=[_SHORT_FORMS[item.low]])) if counted and goes_on else item


def _ends(items: Sequence[Item], k: int) -> bool:
    return k >= len(items) or items[k].low in (",", ";", ")", ".") or items[k].cue("and")


def _adjective(items: Sequence[Item], k: int) -> Item:
    """ "65 officially recognized victims": a participle between a number and its noun is no verb."""
    item = items[k]
    if item.low.startswith("convicted ") and k and items[k - 1].actor:
        return replace(item, labels=replace(item.labels, acts=["convict"]))  # "courts convicted traffickers in ..."
    if (
        not item.act
        or k + 1 >= len(items)
        or item.act in ("receive", "assist", "accommodate")
        or not (item.low.endswith("ed") or (item.low.endswith("ing") and items[k + 1].noun == "official"))
    ):
        return item
    before = next((i for i in reversed(items[:k]) if i.noun or not (i.labels.traits or i.low.endswith("ly"))), None)
    after = items[k + 1]
    counted = before is not None and (
        (before.amount is not None and before.amount.kind == COUNT)
        or before.low in _DETERMINERS
        or before.cue("unreported_number")
    )
    other = items[k + 2] if after.cue("and") and k + 2 < len(items) else None
    if counted and item.labels.traits and other is not None and other.labels.traits and not other.amount:
        return replace(item, labels=replace(item.labels, acts=[]))  # "121 confirmed and potential victims"
    if (counted and (after.noun or after.labels.traits)) or _attributive(items, k):
        return replace(item, labels=replace(item.labels, acts=[]))
    return item


def _attributive(items: Sequence[Item], k: int) -> bool:
    """ "to repatriated Venezuelan victims", "two registered educational firms": a participle that only describes."""
    before, after = items[k - 1] if k else None, items[k + 1]
    if before is None:
        return False
    if before.low.split()[-1] in ("to", "with", "by", "among", "from") and (
        after.labels.nations or after.labels.traits
    ):
        return any(item.noun for item in items[k + 1 : k + 4])
    plain = after.labels == _PLAIN and after.amount is None and after.period is None and after.low.isalpha()
    counted = before.amount is not None and before.amount.kind == COUNT
    return counted and plain and after.low not in _FUNCTION_WORDS and len(after.low) > len("into")


def _item(
    tokens: Sequence[Token], words: Sequence[str], i: int, period: Period | None, amount: Amount | None
) -> tuple[Item, int]:
    if amount is not None and not (period and amount.kind == COUNT):
        return _over(tokens, i, amount.last - i, _PLAIN, amount=amount)
    if period is not None:
        return _over(tokens, i, period.last - i, _PLAIN, period=period)
    phrase = longest(words, i)
    if phrase is not None:
        return _over(tokens, i, phrase[0], phrase[1])
    if _is_body(tokens[i].text):
        return _over(tokens, i, 1, _BODY)
    return _over(tokens, i, 1, _PLAIN)


def _is_body(text: str) -> bool:
    """ "MOLSA inspected": capitals that no list knows name a ministry, a unit or a commission."""
    return len(text) > 1 and text.isalpha() and text.isupper() and text not in _NO_BODIES


def _over(
    tokens: Sequence[Token],
    i: int,
    size: int,
    labels: Labels,
    amount: Amount | None = None,
    period: Period | None = None,
) -> tuple[Item, int]:
    last = tokens[i + size - 1]
    low = " ".join(token.low for token in tokens[i : i + size])
    return Item(tokens[i].start, last.end, low, labels, amount, period), size
