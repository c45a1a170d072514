"""Recognises money by its word, symbol or code, and tells whose francs and dollars they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from panoh.narratives.tokens import Token
from panoh.narratives.words import load, longest, nations

MONEY = "money"
_UNIONS = {
    ("west", "african", "cfa", "francs"): "XOF",
    ("central", "african", "cfa", "francs"): "XAF",
    ("eastern", "caribbean", "dollars"): "XCD",
    ("east", "caribbean", "dollars"): "XCD",
}


def currency_at(tokens: Sequence[Token], i: int, country: str | None) -> tuple[str, str, int] | None:
    if tokens[i].text in _iso_codes():
        return MONEY, tokens[i].text, i + 1
    words = [token.low for token in tokens[i : i + 6]]
    for named, code in _UNIONS.items():
        if tuple(words[: len(named)]) == named:
            return MONEY, code, i + len(named)
    found = longest(words, 0)
    nation = found[1].nations[0] if found and found[1].nations else None
    skip = found[0] if found and nation else (1 if words[0] in ("cfa", "convertible", "hong", "new") else 0)
    if skip < len(words) and words[skip] in currencies():
        return MONEY, code_of(currencies()[words[skip]], nation or country), i + skip + 1
    if words[0] in ("fcfa", "cfa"):
        return MONEY, code_of("own", country), i + 1
    return None


def code_of(code: str, country: str | None) -> str:
    if code != "own":
        return code
    return str(nations()[country]["currency"]) if country is not None and country in nations() else "USD"


@lru_cache(maxsize=1)
def _iso_codes() -> frozenset[str]:
    return frozenset(str(nation["currency"]) for nation in nations().values())


@lru_cache(maxsize=1)
def currencies() -> Mapping[str, str]:
    return dict(load("currencies.yaml"))
