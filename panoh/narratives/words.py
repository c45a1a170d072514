"""Loads the lexicon and finds its longest phrase at a place in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

HOME = Path(__file__).parent / "lexicon"


@dataclass
class Labels:
    """What one phrase can be: a counted thing, an act, an actor, cues, traits, a country."""

    nouns: list[str] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)
    traits: list[str] = field(default_factory=list)
    nations: list[str] = field(default_factory=list)

    def joined(self, other: Labels) -> Labels:
        """Both: a phrase can be an act in one list and a trait in another."""
        mine, theirs = vars(self), vars(other)
        return Labels(**{kind: [*dict.fromkeys([*mine[kind], *theirs[kind]])] for kind in mine})


Index = Mapping[str, tuple[tuple[int, ...], Mapping[tuple[str, ...], Labels]]]


@cache
def load(name: str) -> Any:
    """One lexicon file. Every scalar stays text: the country code NO is not false, and 12:30 is not a number."""
    return yaml.load((HOME / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader builds text, lists and maps only


def spellings(phrase: str) -> list[str]:
    """`victim(|s)` is victim and victims; brackets may stand within brackets."""
    ways, end = _alternatives(phrase, 0)
    if end < len(phrase):
        raise ValueError(f"the phrase {phrase!r} has a bracket too many; take one away")
    return [" ".join(way.split()) for way in dict.fromkeys(ways)]


def _alternatives(phrase: str, at: int) -> tuple[list[str], int]:
    """The spellings from this place to the end of its bracket, and that end."""
    done: list[str] = []
    current = [""]
    while at < len(phrase) and phrase[at] != ")":
        if phrase[at] == "|":
            done, current = done + current, [""]
        elif phrase[at] == "(":
            inner, at = _alternatives(phrase, at + 1)
            current = [way + option for way in current for option in inner]
        else:
            current = [way + phrase[at] for way in current]
        at += 1
    return done + current, at


@lru_cache(maxsize=1)
def index() -> Index:
    """Every phrase of the lexicon by its first word, with the lengths it can have, the longest first."""
    found: dict[tuple[str, ...], Labels] = {}
    for kind, name in (
        ("nouns", "nouns"),
        ("acts", "acts"),
        ("actors", "actors"),
        ("cues", "cues"),
        ("traits", "traits"),
    ):
        for value, phrases in load(f"{name}.yaml").items():
            for phrase in phrases:
                for way in spellings(phrase):
                    getattr(found.setdefault(tuple(way.lower().split()), Labels()), kind).append(value)
    for code, nation in nations().items():
        for name in nation["names"]:
            found.setdefault(tuple(name.lower().split()), Labels()).nations.append(code)
    by_first: dict[str, dict[tuple[str, ...], Labels]] = {}
    for words, labels in found.items():
        by_first.setdefault(words[0], {})[words] = labels
    return {first: (tuple(sorted({len(way) for way in ways}, reverse=True)), ways) for first, ways in by_first.items()}


@lru_cache(maxsize=1)
def nations() -> Mapping[str, Any]:
    """Country code to names and currency."""
    return dict(load("nations.yaml"))


def longest(words: Sequence[str], at: int) -> tuple[int, Labels] | None:
    """The longest phrase that begins at this word: how many words it takes, and what it can be."""
    best, found = 0, Labels()
    for first in dict.fromkeys((words[at], _owner(words[at]))):
        sizes, ways = index().get(first, ((), {}))
        for size in sizes:
            if size < best or at + size > len(words):
                continue
            for labels in _ending_either_way(words, at, first, size, ways):
                best, found = size, found.joined(labels) if size == best else labels
    return (best, found) if best else None


def _ending_either_way(
    words: Sequence[str], at: int, first: str, size: int, ways: Mapping[tuple[str, ...], Labels]
) -> Iterator[Labels]:
    """The phrase as it stands, and with its last word freed of the possessive."""
    phrases: tuple[tuple[str, ...], ...] = ((first,),)
    if size > 1:
        start = (first, *words[at + 1 : at + size - 1])
        last = words[at + size - 1]
        phrases = ((*start, last), (*start, _owner(last)))
    for phrase in dict.fromkeys(phrases):
        if phrase in ways:
            yield ways[phrase]


def _owner(word: str) -> str:
    """ "government's" is the government."""
    return word.removesuffix("'s").removesuffix("'")
