"""Every finding on one person side by side, from all interviews the viewer may read. Each opening is on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from panoh.instruments import library
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.kinds.source import Words
from panoh.registry.access import Act
from panoh.registry.models import Case, Officer
from panoh.registry.queries.cases import anonymous
from panoh.screening.models import Finding, Screening, SecondLook
from panoh.screening.queries.finding import assess_screening, evidence_for
from panoh.screening.queries.labels import Labels, labels_shown, protective_facts, protects
from panoh.screening.queries.reading import ANSWERS, read_answers
from panoh.screening.queries.screenings import instrument_of, may_screen_anew, screenings_for
from panoh.screening.queries.second_looks import planned_for
from panoh.screening.queries.two_steps import full_due_of
from panoh.screening.rules import Answer, Assessment, CaseFacts, together
from panoh.screening.rules.summary import Summary, Talk, summary
from panoh.screening.rules.two_steps import is_first

SHARED = ("act", "sexual_use")
"""Facts of the sets themselves that ask the same in each."""


@dataclass(frozen=True)
class Found:
    """One interview with its latest finding and what its answers come to now."""

    screening: Screening
    finding: Finding
    earlier: tuple[Finding, ...]
    instrument: ScreeningInstrument | None
    assessment: Assessment | None
    facts: CaseFacts | None
    labels: Labels | None
    answers: dict[str, Answer]

    @property
    def first(self) -> bool:
        """On a short form, which decides nothing by itself."""
        return is_first(self.instrument)


@dataclass(frozen=True)
class Differing:
    """A question that was answered differently, in words, and on which days."""

    question: Words
    yes: tuple[datetime, ...]
    no: tuple[datetime, ...]


@dataclass(frozen=True)
class PersonFindings:
    """`found` is in the order of gravity; `labels` are those of all talks together."""

    case: Case
    found: tuple[Found, ...]
    summary: Summary
    labels: Labels | None
    differing: tuple[Differing, ...]
    look: SecondLook | None
    full_due: datetime | None
    may_screen: bool


def person_findings(viewer: Officer, case: Case, *, at: datetime) -> PersonFindings:
    """For a case the viewer may open; interviews in other cases of the same person are among them where they may be read. Raises
    OutOfOrder where the person declined."""
    if case.is_anonymous:
        raise anonymous(case)
    protective = protects(viewer, case)
    screenings = screenings_for(viewer, Act.READ_SCREENING).filter(case__person=case.person_id, findings__isnull=False)
    rows = screenings.distinct().select_related("case__person", "started_by").prefetch_related("findings__by")
    every = {str(row.pk): _found(row, viewer, protective=protective, at=at) for row in rows}
    questions = _questions(protective=protective)
    summed = summary(
        (_talk(key, each) for key, each in every.items()),
        order=[rule.code for rule in library.palermo().labels],
        questions=tuple(questions),
    )
    facts = [each.facts for each in every.values() if each.facts]
    on = timezone.localdate(at)
    return PersonFindings(
        case=case,
        found=tuple(every[talk.id] for talk in summed.talks),
        summary=summed,
        labels=labels_shown(together(facts), protective=protective, on=on) if facts else None,
        differing=tuple(
            Differing(questions[each.question], _days(every, each.yes), _days(every, each.no))
            for each in summed.differing
        ),
        look=planned_for(viewer, case),
        full_due=full_due_of(case),
        may_screen=may_screen_anew(viewer, case),
    )


def _found(screening: Screening, viewer: Officer, *, protective: bool, at: datetime) -> Found:
    answers = read_answers(screening, viewer, at=at, fields=(ANSWERS,)).answers
    instrument, assessment = instrument_of(screening), assess_screening(screening, answers)
    evidence = evidence_for(instrument, assessment, answers)
    findings = sorted(screening.findings.all(), key=lambda each: each.pk, reverse=True)
    on = timezone.localdate(at)
    return Found(
        screening=screening,
        finding=findings[0],
        earlier=tuple(findings[1:]),
        instrument=instrument,
        assessment=assessment,
        facts=evidence.facts if evidence else None,
        labels=labels_shown(evidence.facts, protective=protective, on=on) if evidence else None,
        answers=answers,
    )


def _talk(key: str, found: Found) -> Talk:
    presumptions = [each.at for each in (found.finding, *found.earlier) if each.presumed]
    line = 0
    if found.instrument and found.assessment:
        outcomes = found.instrument.final_analysis.outcomes(child=found.assessment.child_rule)
        line = outcomes.index(found.assessment.finding)
    return Talk(
        id=key,
        at=found.finding.at,
        presumed=found.finding.presumed,
        first_presumed=min(presumptions, default=None),
        labels=tuple(each.label.code for each in found.labels.shown) if found.labels else (),
        line=line,
        answers=found.answers,
    )


def _questions(*, protective: bool) -> dict[str, Words]:
    """What is asked alike in every talk, in words."""
    sets = library.screening_instruments()
    shared = {fact.id: fact.question for each in reversed(sets) for fact in each.facts if fact.id in SHARED}
    hidden = frozenset() if protective else protective_facts()
    return shared | {fact.id: fact.question for fact in library.palermo().facts if fact.id not in hidden}


def _days(every: dict[str, Found], keys: tuple[str, ...]) -> tuple[datetime, ...]:
    return tuple(every[key].finding.at for key in keys)
