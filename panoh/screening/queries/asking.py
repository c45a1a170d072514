"""What to ask next and what for, in words: each question says truly what a yes would do."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.registry.wording import spoken
from panoh.screening.rules import Assessment, OpenQuestion
from panoh.screening.rules.path import question_pages

ASK_NEXT = 5


@dataclass(frozen=True)
class ToAsk:
    """A question whose answer could still change the finding, the page it stands on, and what a yes does."""

    question: OpenQuestion
    page: int
    why: str


@dataclass(frozen=True)
class Asking:
    """The most useful questions, and all others that could still matter."""

    first: tuple[ToAsk, ...] = ()
    then: tuple[ToAsk, ...] = ()


def asking(assessment: Assessment, instrument: ScreeningInstrument) -> Asking:
    page_of = {id_: page.number for page in question_pages(instrument) for id_ in page.ids}
    every = tuple(
        ToAsk(each, page_of[each.id], what_a_yes_does(each, assessment, instrument)) for each in assessment.still_open
    )
    return Asking(every[:ASK_NEXT], every[ASK_NEXT:])


def what_a_yes_does(question: OpenQuestion, assessment: Assessment, instrument: ScreeningInstrument) -> str:
    """As the rule reckons it; a test holds every one of these to what happens."""
    named = {"now": spoken(assessment.finding.label)}
    if question.dimension:
        named["dimension"] = spoken(instrument.dimension(question.dimension).label)
    if question.becomes is not None:
        named["then"] = spoken(question.becomes.label)
        if question.makes_positive:
            return (
                _("A yes makes “%(dimension)s” positive and changes the finding from “%(now)s” to “%(then)s”.") % named
            )
        return _("A yes changes the finding from “%(now)s” to “%(then)s”.") % named
    if question.makes_positive:
        return _("A yes makes “%(dimension)s” positive.") % named
    if question.still_needed:
        count = question.still_needed
        return ngettext(
            "A yes here and %(count)d other make “%(dimension)s” positive.",
            "A yes here and %(count)d others make “%(dimension)s” positive.",
            count,
        ) % {**named, "count": count}
    return _("A yes counts together with other answers.")
