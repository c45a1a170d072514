"""A finding as it is shown: outcome, reasons with their texts, act–means–purpose, and what could still change it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from panoh.instruments import library
from panoh.instruments.kinds.screening import Item, ScreeningInstrument
from panoh.instruments.kinds.source import Citation, Words
from panoh.registry import access
from panoh.registry.access import Act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import OutOfOrder
from panoh.screening.models import Finding, Screening
from panoh.screening.queries.interview import full_sets, other_instrument, tells_trafficking
from panoh.screening.queries.reading import ANSWERS, read_answers
from panoh.screening.queries.screenings import age_of, answers_of, instrument_of, screening_for
from panoh.screening.queries.two_steps import full_due_of, seen_without_a_sign
from panoh.screening.rules import Answer, Assessment, OpenQuestion, assess
from panoh.screening.rules.path import question_pages
from panoh.screening.rules.second_look import next_look
from panoh.screening.rules.two_steps import is_first

ASK_NEXT = 5


@dataclass(frozen=True)
class Place:
    """A citation with the title of its text."""

    title: str
    citation: Citation


@dataclass(frozen=True)
class Because:
    """One reason: what was found, by which combination, from which indicators, by which text."""

    words: Words
    combination: Words | None
    items: tuple[Item, ...]
    place: Place


@dataclass(frozen=True)
class Element:
    """One row of act, means and purpose."""

    name: str
    shown: bool
    needed: bool
    from_what: tuple[Words, ...]


@dataclass(frozen=True)
class ToAsk:
    """A question whose answer could still change the finding, and the page it stands on."""

    question: OpenQuestion
    page: int


@dataclass(frozen=True)
class FindingPage:
    """Everything the page of a finding shows. `assessment` is empty where the officer presumed without questions."""

    screening: Screening
    finding: Finding
    earlier: tuple[Finding, ...]
    instrument: ScreeningInstrument | None
    assessment: Assessment | None
    because: tuple[Because, ...]
    elements: tuple[Element, ...]
    to_ask: tuple[ToAsk, ...]
    other: ScreeningInstrument | None
    see_again: datetime | None
    may_screen: bool
    full_due: datetime | None
    """By when this person is to be asked in full, because a short form recorded signs."""
    in_full: tuple[ScreeningInstrument, ...]
    """After a short form: the sets to go on with."""

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


def finding_page(viewer: Officer, screening_id: UUID, *, at: datetime) -> FindingPage:
    """The latest finding of a screening with its reasons, for a viewer who may read screenings."""
    screening = screening_for(viewer, screening_id, Act.READ_SCREENING)
    findings = tuple(screening.findings.select_related("by").order_by("-pk"))
    if not findings:
        raise OutOfOrder(
            _("This interview has no finding yet."),
            _("Go on with the questions, then finish."),
            subject=f"screening:{screening.pk}",
        )
    answers = read_answers(screening, viewer, at=at, fields=(ANSWERS,)).answers
    instrument, assessment = instrument_of(screening), assess_screening(screening, answers)
    return FindingPage(
        screening=screening,
        finding=findings[0],
        earlier=findings[1:],
        instrument=instrument,
        assessment=assessment,
        because=_because(assessment, instrument) if assessment and instrument else (),
        elements=_elements(assessment) if assessment and instrument and tells_trafficking(instrument) else (),
        to_ask=_to_ask(assessment, instrument) if assessment and instrument else (),
        other=None if instrument is None or is_first(instrument) else other_instrument(instrument),
        see_again=_see_again(screening.case),
        may_screen=access.may(viewer, Act.SCREEN, screening.case),
        full_due=full_due_of(screening.case) if screening.case else None,
        in_full=full_sets(instrument, child=screening.track == Case.Track.CHILD)
        if instrument and is_first(instrument)
        else (),
    )


def _see_again(case: Case | None) -> datetime | None:
    """The day of the second look, for a person in whom nothing was found."""
    dated = seen_without_a_sign(Case.objects.filter(pk=case.pk)).first() if case else None
    if dated is None:
        return None
    return next_look(first=dated.first, last=dated.last)  # type: ignore[attr-defined]  # annotated


def _because(assessment: Assessment, instrument: ScreeningInstrument) -> tuple[Because, ...]:
    texts = library.sources_of(instrument)
    return tuple(
        Because(each.words, each.combination, each.items, Place(texts[each.citation.source].title, each.citation))
        for each in assessment.reasons
    )


def _elements(assessment: Assessment) -> tuple[Element, ...]:
    """Act, means and purpose (Palermo Protocol, article 3); a child needs no means."""
    shown = [each.dimension for each in assessment.dimensions if each.dimension.code in assessment.shown]
    means = tuple(each.label for each in shown if each.element == "means")
    purpose = tuple(each.label for each in shown if each.element != "means")
    return (
        Element(_("Act: someone recruited, moved, lodged or took in the person"), assessment.act_shown, True, ()),
        Element(_("Means: deception, force or abuse of weakness"), bool(means), not assessment.child_rule, means),
        Element(_("Purpose: exploitation"), bool(purpose), True, purpose),
    )


def _to_ask(assessment: Assessment, instrument: ScreeningInstrument) -> tuple[ToAsk, ...]:
    page_of = {id_: page.number for page in question_pages(instrument) for id_ in page.ids}
    return tuple(ToAsk(each, page_of[each.id]) for each in assessment.still_open[:ASK_NEXT])
