"""All findings on one person side by side: the gravest first, disagreements named, and nothing averaged.

A later talk in which nothing was found takes no earlier presumption away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from panoh.screening.rules.answers import Answer


@dataclass(frozen=True)
class Talk:
    """One screening as it counts in the summary. `line`: the line of its own table, lower is graver."""

    id: str
    at: datetime
    presumed: bool
    first_presumed: datetime | None
    """When it first presumed; a correction may since have come to nothing."""
    labels: tuple[str, ...]
    line: int
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class Differing:
    """A question answered yes in one talk and no in another. The yes counts."""

    question: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True)
class Summary:
    talks: tuple[Talk, ...]
    presumed_since: datetime | None
    """The first presumption; it stands whatever came later."""
    findings_differ: bool
    differing: tuple[Differing, ...]


def summary(talks: Iterable[Talk], *, order: Sequence[str], questions: Sequence[str]) -> Summary:
    """`order`: the labels, the gravest first. `questions`: those that ask the same in every set."""
    place = {code: number for number, code in enumerate(order)}

    def gravity(talk: Talk) -> tuple[bool, int, int, float]:
        nearest = min((place[code] for code in talk.labels if code in place), default=len(place))
        return not talk.presumed, nearest, talk.line, -talk.at.timestamp()

    every = tuple(sorted(talks, key=gravity))
    return Summary(
        talks=every,
        presumed_since=min((talk.first_presumed for talk in every if talk.first_presumed), default=None),
        findings_differ=len({talk.presumed for talk in every}) > 1,
        differing=tuple(filter(None, (_differing(question, every) for question in questions))),
    )


def _differing(question: str, talks: tuple[Talk, ...]) -> Differing | None:
    in_time = sorted(talks, key=lambda talk: talk.at)
    yes, no = (
        tuple(talk.id for talk in in_time if talk.answers.get(question) is answer) for answer in (Answer.YES, Answer.NO)
    )
    return Differing(question, yes, no) if yes and no else None
