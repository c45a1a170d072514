"""The labels the facts of a case support, each with the offences of the country it may answer to, and the guard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from panoh.instruments import countries, library
from panoh.instruments.kinds.offence import Offence
from panoh.instruments.kinds.palermo import LabelRule
from panoh.instruments.kinds.source import Citation, Verification, Words
from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.screening.rules import CaseFacts, Guard, Label, guards, labels


@dataclass(frozen=True)
class Place:
    """A citation with the title of its text."""

    title: str
    citation: Citation

    @classmethod
    def of(cls, citation: Citation) -> Place:
        return cls(library.sources()[citation.source].title, citation)


@dataclass(frozen=True)
class OffenceShown:
    """An article the facts may answer to. `in_force`: on the day of reading; None where the register does not know."""

    offence: Offence
    book: Words
    in_force: bool | None
    provisional: bool
    """Its number or name, or that it answers to the label, was not held against the code."""


@dataclass(frozen=True)
class LabelShown:
    label: Label
    place: Place
    offences: tuple[OffenceShown, ...]
    guard: Guard | None
    """What has to happen before the case is counted as this."""


@dataclass(frozen=True)
class Labels:
    """All labels side by side. `otherwise`: ways of counting the case that are not among them and are guarded."""

    shown: tuple[LabelShown, ...]
    otherwise: tuple[tuple[LabelRule, Guard], ...]
    missing: tuple[Words, ...]


def labels_shown(facts: CaseFacts, *, protective: bool, on: date) -> Labels:
    """`protective`: with the labels that only those who protect the person see."""
    palermo = library.palermo()
    every = labels(palermo, facts)
    guarded = dict(guards(palermo, every))
    by_code = {rule.code: guard for rule, guard in guarded.items()}
    shown = [
        LabelShown(each, Place.of(each.citation), _offences(each.code, on), by_code.get(each.code))
        for each in every
        if protective or not each.protective
    ]
    otherwise = [(rule, guard) for rule, guard in guarded.items() if rule.code not in {each.code for each in every}]
    missing = every[0].missing if every else ()
    return Labels(tuple(shown), tuple(otherwise), tuple(element.label for element in missing))


def protective_facts() -> frozenset[str]:
    """Facts that alone make a label only those who protect the person see."""
    rules = (rule.when for rule in library.palermo().labels if rule.protective and rule.when is not None)
    return frozenset().union(*(when.names() for when in rules))


def protects(viewer: Officer, case: Case | None) -> bool:
    """Whether this post helps or protects the person, and so needs to know what could be used against them."""
    return access.may(viewer, access.Act.REFER, case)


def _offences(code: str, on: date) -> tuple[OffenceShown, ...]:
    register = countries.offences(settings.COUNTRY)
    answering = register.answering(code)
    if answering is None:
        return ()
    unsure = _unsure(answering.sources)
    found = (register.offence(key) for key in answering.offences)
    return tuple(
        OffenceShown(each, register.book(each.book).name, each.in_force(on), unsure or _unsure(each.sources))
        for each in found
    )


def _unsure(sources: Iterable[Citation]) -> bool:
    return any(each.verification is Verification.PROVISIONAL for each in sources)
