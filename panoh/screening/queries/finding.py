"""A finding as it is shown: outcome, reasons with their texts, act–means–purpose, and what could still change it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.instruments import library
from panoh.instruments.kinds.screening import Item, ScreeningInstrument
from panoh.instruments.kinds.source import Words
from panoh.registry import access
from panoh.registry.access import Act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import OutOfOrder
from panoh.screening.models import Finding, Screening, SecondLook
from panoh.screening.queries.asking import Asking, asking
from panoh.screening.queries.interview import full_sets, other_instrument
from panoh.screening.queries.labels import Labels, Place, labels_shown, protective_facts, protects
from panoh.screening.queries.reading import ANSWERS, read_answers
from panoh.screening.queries.screenings import (
    age_of,
    answers_of,
    instrument_of,
    may_screen_anew,
    screening_for,
    screenings_for,
)
from panoh.screening.queries.second_looks import planned_for, usual_look
from panoh.screening.queries.two_steps import full_due_of
from panoh.screening.queries.what_else import AskedBeside, what_else_asked
from panoh.screening.rules import (
    Answer,
    Assessment,
    CaseEvidence,
    ElementEvidence,
    act_means_purpose,
    assess,
    evidence_of,
)
from panoh.screening.rules.two_steps import is_first


@dataclass(frozen=True)
class Because:
    """One reason: what was found, by which combination, from which indicators, by which text."""

    words: Words
    combination: Words | None
    items: tuple[Item, ...]
    place: Place


@dataclass(frozen=True)
class FindingPage:
    """Everything the page of a finding shows. `assessment` is empty where the officer presumed without questions."""

    screening: Screening
    finding: Finding
    earlier: tuple[Finding, ...]
    instrument: ScreeningInstrument | None
    assessment: Assessment | None
    because: tuple[Because, ...]
    elements: tuple[ElementEvidence, ...]
    labels: Labels | None
    what_else: tuple[AskedBeside, ...]
    asking: Asking
    other: ScreeningInstrument | None
    see_again: datetime | None
    look: SecondLook | None
    elsewhere: int
    """How many other interviews with this person came to a finding the viewer may read."""
    may_screen: bool
    full_due: datetime | None
    """By when this person is to be asked in full, because a short form recorded signs."""
    in_full: tuple[ScreeningInstrument, ...]
    """After a short form: the sets to go on with."""

    @property
    def labels_said(self) -> Labels | None:
        """Left out where a short form shows none: “nothing indicated” beside a sign it recorded would mislead."""
        none = {rule.code for rule in library.palermo().labels if rule.when is None}
        shows_one = self.labels is not None and any(each.label.code not in none for each in self.labels.shown)
        return self.labels if shows_one or not self.in_full else None

    @property
    def child_protection(self) -> bool:
        """Child protection looks at this child now: a sign in the set of questions, or what else was told."""
        by_answers = self.assessment is not None and self.assessment.child_protection_check
        told = self.labels is not None and any(each.label.child_protection for each in self.labels.shown)
        return by_answers or told

    @property
    def changed_since(self) -> bool:
        """The answers, or the set of questions, are not those the finding was made from."""
        return self.screening.outcome != Screening.Outcome.FINISHED or (
            self.assessment is not None and self.assessment.version != self.finding.instrument_version
        )


def assess_screening(screening: Screening, answers: dict[str, Answer] | None = None) -> Assessment | None:
    """What the current answers come to; None where no set of questions was chosen."""
    instrument = instrument_of(screening)
    if instrument is None:
        return None
    given = answers_of(screening) if answers is None else answers
    return assess(
        instrument,
        given,
        age=age_of(screening),
        act_recorded=given.get("act", Answer.UNKNOWN),
        sexual_use_recorded=given.get("sexual_use", Answer.UNKNOWN),
    )


def finding_page(viewer: Officer, screening_id: UUID, *, at: datetime, for_paper: bool = False) -> FindingPage:
    """The latest finding of a screening with its reasons, for a viewer who may read screenings. What could be used
    against the person is left out for those who do not protect them, and on paper, which travels."""
    screening = screening_for(viewer, screening_id, Act.READ_SCREENING)
    findings = tuple(screening.findings.select_related("by").order_by("-pk"))
    if not findings:
        raise OutOfOrder(
            _("This interview has no finding yet."),
            _("Go on with the questions, then finish."),
            subject=f"screening:{screening.pk}",
        )
    reading = read_answers(screening, viewer, at=at, fields=(ANSWERS,))
    answers = reading.answers
    instrument, assessment = instrument_of(screening), assess_screening(screening, answers)
    evidence = evidence_for(instrument, assessment, answers)
    beside = what_else_asked(reading)
    protective = not for_paper and protects(viewer, screening.case)
    return FindingPage(
        screening=screening,
        finding=findings[0],
        earlier=findings[1:],
        instrument=instrument,
        assessment=assessment,
        because=_because(assessment, instrument) if assessment and instrument else (),
        elements=_elements(instrument, assessment, evidence),
        labels=labels_shown(evidence.facts, protective=protective, on=timezone.localdate(at)) if evidence else None,
        what_else=tuple(each for each in beside if protective or each.fact.id not in protective_facts()),
        asking=asking(assessment, instrument) if assessment and instrument else Asking(),
        other=None if instrument is None or is_first(instrument) else other_instrument(instrument),
        see_again=usual_look(screening.case) if screening.case else None,
        look=planned_for(viewer, screening.case) if screening.case else None,
        elsewhere=findings_elsewhere(viewer, screening),
        may_screen=may_screen_anew(viewer, screening.case),
        full_due=full_due_of(screening.case) if screening.case else None,
        in_full=full_sets(instrument, child=screening.track == Case.Track.CHILD)
        if instrument and is_first(instrument)
        else (),
    )


def evidence_for(
    instrument: ScreeningInstrument | None, assessment: Assessment | None, answers: dict[str, Answer]
) -> CaseEvidence | None:
    """What the answers show; None where no set of questions was chosen."""
    if instrument is None or assessment is None:
        return None
    return evidence_of(library.palermo(), instrument, assessment, answers)


def findings_elsewhere(viewer: Officer, screening: Screening) -> int:
    """Other interviews with the same person that came to a finding."""
    if screening.case is None or not access.may(viewer, Act.READ_SCREENING, screening.case):
        return 0
    mine = screenings_for(viewer, Act.READ_SCREENING).filter(case__person=screening.case.person_id)
    return mine.exclude(pk=screening.pk).filter(findings__isnull=False).distinct().count()


def _because(assessment: Assessment, instrument: ScreeningInstrument) -> tuple[Because, ...]:
    texts = library.sources_of(instrument)
    return tuple(
        Because(each.words, each.combination, each.items, Place(texts[each.citation.source].title, each.citation))
        for each in assessment.reasons
    )


def _elements(
    instrument: ScreeningInstrument | None, assessment: Assessment | None, evidence: CaseEvidence | None
) -> tuple[ElementEvidence, ...]:
    """Act, means and purpose (Palermo Protocol, article 3); a child needs no means."""
    if instrument is None or assessment is None or evidence is None:
        return ()
    return act_means_purpose(library.palermo(), instrument, assessment, evidence)
