"""Why a screening comes to its outcome: each step with the answers and the text behind it, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.final_analysis import Outcome, Shows
from panoh.instruments.kinds.screening import Item, ScreeningInstrument
from panoh.instruments.kinds.source import Citation, Verification, Words
from panoh.screening.rules.answers import AgeGroup
from panoh.screening.rules.dimension import DimensionResult
from panoh.screening.rules.findings import uses_child_rule


@dataclass(frozen=True)
class Reason:
    """One step to the outcome: what was found, because of which answers, by which text."""

    words: Words
    citation: Citation
    items: tuple[Item, ...] = ()
    combination: Words | None = None


@dataclass(frozen=True)
class Grounds:
    """Everything an outcome rests on."""

    instrument: ScreeningInstrument
    age: AgeGroup
    results: tuple[DimensionResult, ...]
    follows: tuple[Shows, ...]
    finding: Outcome


def reasons(grounds: Grounds) -> tuple[Reason, ...]:
    """The outcome first, then what it rests on."""
    steps = [Reason(grounds.finding.meaning, grounds.finding.citation)]
    if uses_child_rule(grounds.instrument, grounds.age):
        rule = grounds.instrument.final_analysis.child_rule
        words = rule.doubtful_age if grounds.age is AgeGroup.UNKNOWN else rule.child
        steps.append(Reason(words, rule.citation))
    for each in grounds.results:
        if each.combination is not None:
            citation = grounds.instrument.rule.citation
            steps.append(Reason(each.dimension.label, citation, each.items, each.combination.words))
    steps += [Reason(shows.because, shows.citation) for shows in grounds.follows]
    return tuple(steps)


def provisional_parts(grounds: Grounds) -> tuple[Words, ...]:
    """Each part of the finding that was not held against an official or reliable text, in plain words."""
    instrument, rule = grounds.instrument, grounds.instrument.rule
    parts = [instrument.title] if instrument.status is Verification.PROVISIONAL else []
    parts += [each.dimension.label for each in grounds.results if each.provisional]
    if _unsure(rule.citation) and any(each.positive for each in grounds.results):
        parts.append(rule.words)
    parts += [shows.because for shows in grounds.follows if _unsure(shows.citation)]
    if _unsure(grounds.finding.citation):
        parts.append(grounds.finding.label)
    return tuple(dict.fromkeys(parts))


def _unsure(citation: Citation) -> bool:
    return citation.verification is Verification.PROVISIONAL
