"""How the dimensions of an instrument are put together to one outcome, as a table read from the top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from panoh.instruments.kinds.condition import ALWAYS, Condition
from panoh.instruments.kinds.source import Citation, Words


@dataclass(frozen=True)
class Shows:
    """Some answers show a further element by themselves: a lie told by a recruiter shows that someone recruited."""

    element: str
    when: Condition
    children_only: bool
    because: Words
    citation: Citation

    @classmethod
    def read(cls, value: dict[str, Any]) -> Shows:
        return cls(
            element=value["element"],
            when=Condition.read(value["when"]),
            children_only=value.get("children_only", False),
            because=Words.of(value["because"]),
            citation=Citation.of(value["citation"]),
        )


@dataclass(frozen=True)
class Outcome:
    """What a screening can come to, in the words shown to the officer."""

    code: str
    presumed: bool
    """Whether the person is presumed a victim from here on."""
    when: Condition
    label: Words
    meaning: Words
    next_step: Words
    citation: Citation

    @classmethod
    def read(cls, value: dict[str, Any]) -> Outcome:
        return cls(
            code=value["code"],
            presumed=value["presumed"],
            when=Condition.read(value["when"]) if "when" in value else ALWAYS,
            label=Words.of(value["label"]),
            meaning=Words.of(value["meaning"]),
            next_step=Words.of(value["next_step"]),
            citation=Citation.of(value["citation"]),
        )


@dataclass(frozen=True)
class ChildRule:
    """Why a child, or a person whose age is in doubt, is assessed by the child's table."""

    child: Words
    doubtful_age: Words
    citation: Citation


@dataclass(frozen=True)
class FinalAnalysis:
    """The tables for adults and for children. The first line that holds is the outcome."""

    id: str
    version: str
    title: Words
    citation: Citation
    child_rule: ChildRule
    also_shows: tuple[Shows, ...]
    adult: tuple[Outcome, ...]
    child: tuple[Outcome, ...]
    does_not_mean_presumed: Words
    does_not_mean_otherwise: Words
    does_not_mean_of: tuple[tuple[str, Words], ...]
    """What single outcomes do not mean, by their code."""

    @classmethod
    def read(cls, value: dict[str, Any]) -> FinalAnalysis:
        child = value["child_rule"]
        tables = {"adult": value["outcomes"]["child"], **value["outcomes"]}
        return cls(
            id=value["id"],
            version=value["version"],
            title=Words.of(value["title"]),
            citation=Citation.of(value["citation"]),
            child_rule=ChildRule(
                Words.of(child["child"]), Words.of(child["doubtful_age"]), Citation.of(child["citation"])
            ),
            also_shows=tuple(map(Shows.read, value.get("also_shows", ()))),
            adult=tuple(map(Outcome.read, tables["adult"])),
            child=tuple(map(Outcome.read, tables["child"])),
            does_not_mean_presumed=Words.of(value["does_not_mean"]["presumed"]),
            does_not_mean_otherwise=Words.of(value["does_not_mean"]["otherwise"]),
            does_not_mean_of=tuple(
                (code, Words.of(words)) for code, words in value["does_not_mean"].get("outcomes", {}).items()
            ),
        )

    def does_not_mean(self, outcome: Outcome) -> tuple[Words, ...]:
        """What holds for every outcome of this sort, then what holds for this one."""
        every = self.does_not_mean_presumed if outcome.presumed else self.does_not_mean_otherwise
        return (every, *(words for code, words in self.does_not_mean_of if code == outcome.code))

    def outcomes(self, *, child: bool) -> tuple[Outcome, ...]:
        return self.child if child else self.adult
