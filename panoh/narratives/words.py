"""Loads the lexicon and finds its longest phrase at a place in a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import Any

import yaml

HOME = Path(__file__).parent / "lexicon"
_CHOICE = re.compile(r"\(([^()]*)\)")


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


Index = Mapping[str, Sequence[tuple[tuple[str, ...], Labels]]]


@cache
def load(name: str) -> Any:
    """One lexicon file. Every scalar stays text: the country code NO is not false, and 12:30 is not a number."""
    return yaml.load((HOME / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader builds text, lists and maps only


def spellings(phrase: str) -> list[str]:
    """`victim(|s)` is victim and victims."""
    parts = _CHOICE.split(phrase)
    choices = [part.split("|") if i % 2 else [part] for i, part in enumerate(parts)]
    return [" ".join("".join(way).split()) for way in product(*choices)]


@lru_cache(maxsize=1)
def index() -> Index:
    """Every phrase of the lexicon by its first word, the longest first."""
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
    by_first: dict[str, list[tuple[tuple[str, ...], Labels]]] = {}
    for words, labels in found.items():
        by_first.setdefault(words[0], []).append((words, labels))
    return {first: sorted(ways, key=lambda way: -len(way[0])) for first, ways in by_first.items()}


@lru_cache(maxsize=1)
def nations() -> Mapping[str, Any]:
    """Country code to names and currency."""
    return dict(load("nations.yaml"))


def longest(words: Sequence[str], at: int) -> tuple[int, Labels] | None:
    """The longest phrase that begins at this word: how many words it takes, and what it can be."""
    best, found = 0, Labels()
    for first in dict.fromkeys((words[at], _owner(words[at]))):
        for phrase, labels in index().get(first, ()):
            size = len(phrase)
            if (
                size < best
                or at + size > len(words)
                or tuple(words[at : at + size - 1]) != (first, *phrase[1:-1])[: size - 1]
            ):
                continue
            last = words[at + size - 1]
            if phrase[-1] in (last, _owner(last)):
                best, found = size, found.joined(labels) if size == best else labels
    return (best, found) if best else None


def _owner(word: str) -> str:
    """ "government's" is the government."""
    return word.removesuffix("'s").removesuffix("'")
