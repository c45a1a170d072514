"""Tells whom money was paid to, and who gave it: a court's order, an allowance, a fund of what was seized."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_ORDERS = 14  # items: "ordered the former consul and his wife to pay"
_ORDERED = frozenset({"ordered", "ordering", "required", "requiring", "directed", "obliged", "order"})
_PAY = frozenset({"pay", "compensate", "repay", "reimburse"})
_WHOM = 12  # items between the money and those it goes to
_HARMED = frozenset({"citizen", "citizens", "plaintiff", "plaintiffs", "applicants", "applicant", "family", "families"})
_ALLOWANCE = 10_000  # dollars: nobody is given more by hand
_HANDED = frozenset({"provided", "provide", "providing", "gave", "giving", "paid", "paying", "offered"})
_GAVE = frozenset({"used", "committed", "devoted", "dedicated", "gave", "released", "provisioned", "set aside"})
_SET_ASIDE = ("allocat", "earmark", "budget", "appropriat")
_WORTH = frozenset({"totaling", "totalling", "amounting to"})
_SUPPORT = frozenset({"support", "assistance", "aid", "contribution", "contributions"})


def ordered(sentence: Sentence, at: int) -> bool:
    """ "the court ordered them to pay 9,000 euros to the victim": what a court awarded, and no money of the government."""
    before = _before(sentence, at, _ORDERS)
    order = next((k for k, item in enumerate(before) if item.low.split()[0] in _ORDERED), None)
    paid = order is not None and any(item.low in _PAY or "pay" in item.low.split() for item in before[order:])
    return paid and (_to_harmed(sentence, at) or any(item.low in ("each", "victims") for item in before[order:]))


def handed_over(sentence: Sentence, at: int) -> bool:
    """ "provided 500 dollars to victims when they left": money in hand, and no work paid for."""
    money = sentence.items[at].amount
    small = money is not None and money.usd is not None and money.usd <= _ALLOWANCE
    verb = any(item.low.split()[0] in _HANDED for item in _before(sentence, at, 2))
    return small and verb and _to_harmed(sentence, at)


def given_directly(sentence: Sentence, at: int) -> bool:
    """ "used 4 million from seized assets", "the fund disbursed 900,000": given, wherever it came from."""
    near = _before(sentence, at, 3)
    worth = any(item.low in _WORTH for item in near[-1:])
    supports = any(item.low.split()[-1] in _SUPPORT for item in _before(sentence, at, _ORDERS))
    return any(item.act == "fund" or item.low in _GAVE for item in near) or (worth and supports)


def received(sentence: Sentence, at: int) -> bool:
    """ "were required to compensate victims; one received 900 euros": what was paid in compensation."""
    got = any(item.act == "receive" for item in _before(sentence, at, 2))
    return got and any("compensat" in item.low or item.noun == "restitution" for item in sentence.items[:at])


def of_fine(sentence: Sentence, at: int) -> bool:
    """ "a fine of up to 9,000 euros": whatever else the clause speaks of."""
    near = _before(sentence, at, 4)
    fine = next((k for k, item in enumerate(near) if item.noun == "fine"), None)
    return fine is not None and [item.low for item in near[fine + 1 : fine + 2]] == ["of"]


def set_aside(sentence: Sentence, at: int) -> bool:
    """ "allocated 9 million for its restitution program": planned by a budget, and awarded to nobody yet."""
    return any(item.low.startswith(_SET_ASIDE) for item in _before(sentence, at, 3))


def _before(sentence: Sentence, at: int, size: int) -> Sequence[Item]:
    places = range(max(0, at - size), at)
    return [sentence.items[k] for k in places if sentence.clauses[k] == sentence.clauses[at]]


def _to_harmed(sentence: Sentence, at: int) -> bool:
    """ "to the victim", "to 40 farm workers", "to a citizen": persons stand behind "to", before any verb."""
    after = sentence.items[at + 1 : at + 1 + _WHOM]
    to = next((k for k, item in enumerate(after) if item.low == "to"), None)
    if to is None or any(item.act for item in after[to + 1 : to + 2]):
        return False
    whom = after[to + 1 : to + 6]
    end = next((k for k, item in enumerate(whom) if item.cue("relative") or item.noun == "organisation"), len(whom))
    whom = whom[:end]
    return any(item.noun in ("victim", "person", "returnee") or item.low in _HARMED for item in whom)
