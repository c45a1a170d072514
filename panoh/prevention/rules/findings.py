"""What interviews at a site amount to, by group and never by person: signs of forced labour, and groups large enough to show.

By the logic of the ILO survey guidelines a person shows signs of forced labour where the work was not voluntary and a penalty
stood behind it. It is a count of a situation and finds nothing about one person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from panoh.instruments.kinds.site_interview import Side, SiteQuestion
from panoh.prevention.rules.estimates import AtSite

LEAST = 10
"""Answers of fewer people are shown with those of others, or not at all: somebody at the site could tell who said them."""
YES, NO, UNKNOWN = "yes", "no", "unknown"
SIGNS = "signs"
"""Counted like an answer, beside the questions."""


@dataclass(frozen=True)
class Interview:
    """Who was asked, coarsely, and what they said: yes, no or not known, by question."""

    site: str
    group: Mapping[str, str]
    answers: Mapping[str, str]
    stratum: str = ""


@dataclass(frozen=True)
class Tally:
    """Of so many people, how many said yes and how many no to one question; the others did not know or say."""

    question: str
    yes: int
    no: int
    people: int

    @property
    def unknown(self) -> int:
        return self.people - self.yes - self.no

    @property
    def answered(self) -> int:
        return self.yes + self.no


@dataclass(frozen=True)
class GroupFound:
    """`group` is empty for all those together whose groups are too small to stand alone."""

    group: str
    people: int
    tallies: tuple[Tally, ...]


def signs(answers: Mapping[str, str], questions: Iterable[SiteQuestion]) -> str:
    """Three-valued: yes by one of each side, no where one side was wholly denied, else not known."""
    sides = {Side.INVOLUNTARY: NO, Side.PENALTY: NO}
    for question in questions:
        if question.side in sides:
            said = answers.get(question.key, UNKNOWN)
            sides[question.side] = _or(sides[question.side], said)
    if NO in sides.values():
        return NO
    return YES if set(sides.values()) == {YES} else UNKNOWN


def tallies(interviews: Sequence[Interview], questions: Sequence[SiteQuestion]) -> tuple[Tally, ...]:
    """Signs first, then each question. Nothing where fewer than LEAST were asked."""
    if len(interviews) < LEAST:
        return ()
    said = [{SIGNS: signs(each.answers, questions), **each.answers} for each in interviews]
    return tuple(_tally(key, said) for key in (SIGNS, *(each.key for each in questions)))


def at_sites(interviews: Iterable[Interview], question: str, questions: Sequence[SiteQuestion]) -> list[AtSite]:
    """Answers to one question, or signs, site by site."""
    said: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for each in interviews:
        answer = signs(each.answers, questions) if question == SIGNS else each.answers.get(question, UNKNOWN)
        said[each.site, each.stratum][answer] += 1
    return [AtSite(stratum, many[YES], many[YES] + many[NO]) for (_site, stratum), many in said.items()]


def by_group(
    interviews: Sequence[Interview], questions: Sequence[SiteQuestion], of: Callable[[Mapping[str, str]], str]
) -> tuple[GroupFound, ...]:
    """The largest group first, the small ones together at the end. Nothing where no two parts can be told apart safely."""
    many = Counter(of(each.group) for each in interviews)
    shown, together = _apart(many)
    if len(shown) + bool(together) < 2:
        return ()
    parts = [(group, [each for each in interviews if of(each.group) == group]) for group in shown]
    if together:
        parts.append(("", [each for each in interviews if of(each.group) in together]))
    return tuple(GroupFound(group, len(asked), tallies(asked, questions)) for group, asked in parts)


def _apart(many: Counter[str]) -> tuple[list[str], set[str]]:
    """Groups that stand alone, and those put together: as long as these are few, the next smallest joins them, or the few
    could be told by taking the others from all."""
    ordered = sorted(many, key=lambda group: (-many[group], group))
    shown = [group for group in ordered if many[group] >= LEAST]
    together = {group for group in ordered if many[group] < LEAST}
    while together and shown and sum(many[group] for group in together) < LEAST:
        together.add(shown.pop())
    return shown, together


def _tally(key: str, said: Sequence[Mapping[str, str]]) -> Tally:
    counted = Counter(each.get(key, UNKNOWN) for each in said)
    return Tally(key, counted[YES], counted[NO], len(said))


def _or(one: str, other: str) -> str:
    if YES in (one, other):
        return YES
    return UNKNOWN if UNKNOWN in (one, other) else NO
