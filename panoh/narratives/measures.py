"""Chooses the measure a count belongs to, by the rules of lexicon/measures.yaml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from panoh.narratives.layout import EFFORTS, INTRODUCTION
from panoh.narratives.words import load

_AS_TOLD = {EFFORTS: INTRODUCTION}  # a section without a subject of its own is read as the introduction is


@dataclass(frozen=True)
class Rule:
    """One line of the file: what must hold, and what the count then is."""

    measure: str
    unit: str
    keep: frozenset[str]
    nouns: frozenset[str]
    acts: frozenset[str]
    near: frozenset[str]
    section: frozenset[str]
    potential: str | None
    needs: str | None
    adds: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    return tuple(
        Rule(
            measure=line["measure"],
            unit=line["unit"],
            keep=frozenset(line["keep"]),
            nouns=frozenset(line.get("nouns", ())),
            acts=frozenset(line.get("acts", ())),
            near=frozenset(line.get("near", ())),
            section=frozenset(line.get("section", ())),
            potential=line.get("potential"),
            needs=line.get("needs"),
            adds=tuple(line.get("adds", ())),
        )
        for line in load("measures.yaml")["rules"]
    )


def rule_for(
    noun: str | None, act: str | None, near: Iterable[str], section: str, has: frozenset[str] = frozenset()
) -> Rule | None:
    """The first rule that fits; `has` names what else stands with the count, such as a term."""
    around = frozenset(near)
    for rule in rules():
        if rule.nouns and (noun or "-") not in rule.nouns:
            continue
        if rule.acts and (act or "-") not in rule.acts:
            continue
        if rule.near and not rule.near & around:
            continue
        if rule.section and not {section, _AS_TOLD.get(section, section)} & rule.section:
            continue
        if rule.needs and rule.needs not in has:
            continue
        return rule
    return None


def measure_of(rule: Rule, traits: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The measure and the traits that stay; potential victims have measures of their own."""
    potential = rule.potential is not None and traits.get("victim_status") == "potential"
    name = rule.potential if potential and rule.potential else rule.measure
    kept = {key: value for key, value in traits.items() if key in rule.keep}
    return name, kept | dict(pair.split("=") for pair in rule.adds)
