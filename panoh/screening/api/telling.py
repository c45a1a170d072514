"""From what the pages show to what the API tells."""

from __future__ import annotations

from panoh.instruments.kinds.palermo import Neighbour
from panoh.screening.api.schemas import (
    CitedOut,
    DifferingOut,
    ElementOut,
    FindingOut,
    FoundOut,
    GuardOut,
    LabelOut,
    LookOut,
    OffenceOut,
    PersonFindingsOut,
    ToAskOut,
)
from panoh.screening.models import SecondLook
from panoh.screening.queries import FindingPage, PersonFindings
from panoh.screening.queries.asking import ToAsk
from panoh.screening.queries.labels import Labels, LabelShown, OffenceShown, Place
from panoh.screening.rules import ElementEvidence, Guard


def finding_out(page: FindingPage) -> FindingOut:
    found, finding = page.assessment, page.finding
    every = (*page.asking.first, *page.asking.then)
    return FindingOut(
        screening=page.screening.pk,
        outcome=finding.outcome,
        presumed=finding.presumed,
        on_judgement=finding.on_judgement,
        provisional=finding.provisional,
        positive=finding.positive,
        instrument=page.screening.instrument,
        instrument_version=finding.instrument_version,
        at=finding.at,
        by=finding.by.name,
        because=[
            {
                "words": each.words.en,
                "items": [item.id for item in each.items],
                **_cited(each.place).dict(),
            }
            for each in page.because
        ],
        elements=[_element(each) for each in page.elements],
        labels=_labels(page.labels),
        guards=_guards(page.labels),
        what_else={each.fact.id: each.answer.value for each in page.what_else},
        ask_next=[_to_ask(each) for each in every],
        still_open=[each.question.id for each in every],
        unanswered=found.unanswered if found else 0,
        does_not_mean=[words.en for words in found.does_not_mean] if found else [],
        see_again=page.see_again,
        second_look=look_out(page.look) if page.look else None,
        findings_elsewhere=page.elsewhere,
    )


def person_findings_out(page: PersonFindings) -> PersonFindingsOut:
    return PersonFindingsOut(
        presumed_since=page.summary.presumed_since,
        findings_differ=page.summary.findings_differ,
        found=[
            FoundOut(
                screening=each.screening.pk,
                instrument=each.screening.instrument,
                outcome=each.finding.outcome,
                presumed=each.finding.presumed,
                on_judgement=each.finding.on_judgement,
                at=each.finding.at,
                labels=[one.label.code for one in each.labels.shown] if each.labels else [],
            )
            for each in page.found
        ],
        labels=_labels(page.labels),
        guards=_guards(page.labels),
        differing=[
            DifferingOut(question=each.question.en, yes=list(each.yes), no=list(each.no)) for each in page.differing
        ],
        second_look=look_out(page.look) if page.look else None,
    )


def look_out(look: SecondLook, way: str = "") -> LookOut:
    return LookOut(
        id=look.pk,
        case=look.case_id,
        due_on=look.due_on,
        why=look.why,
        planned_by=look.planned_by.name,
        planned_at=look.planned_at,
        ended_at=look.ended_at,
        ended_because=look.ended_because,
        way_kept=bool(look.sealed),
        way=way,
    )


def _cited(place: Place) -> CitedOut:
    citation = place.citation
    return CitedOut(
        text=place.title, source=citation.source, place=citation.place, verification=citation.verification.value
    )


def _element(row: ElementEvidence) -> ElementOut:
    return ElementOut(
        element=row.element.key,
        shown=row.shown,
        needed=row.needed,
        missing=row.missing,
        ways=[each.value.key for each in row.ways if each.value],
        dimensions=[each.dimension.code for each in row.dimensions],
        items=[item.id for item in row.items],
        could_show=[question.id for question in row.could_show],
    )


def _to_ask(each: ToAsk) -> ToAskOut:
    question = each.question
    return ToAskOut(
        id=question.id,
        question=question.question.en,
        why=each.why,
        makes_positive=question.makes_positive,
        becomes=question.becomes.code if question.becomes else None,
        still_needed=question.still_needed,
    )


def _labels(labels: Labels | None) -> list[LabelOut]:
    return [_label(each) for each in labels.shown] if labels else []


def _label(shown: LabelShown) -> LabelOut:
    label, beside = shown.label, shown.label.neighbour
    return LabelOut(
        code=label.code,
        label=label.label.en,
        meaning=label.meaning.en,
        present=[element.key for element in label.present],
        missing=[element.key for element in label.missing],
        protective=label.protective,
        neighbour=beside.key if beside else "",
        **_boundary(beside),
        cited=_cited(shown.place),
        offences=[_offence(each) for each in shown.offences],
    )


def _boundary(beside: Neighbour | None) -> dict[str, list[str]]:
    names = ("differs", "becomes_trafficking_when", "ask")
    return {name: [words.en for words in getattr(beside, name)] if beside else [] for name in names}


def _offence(shown: OffenceShown) -> OffenceOut:
    offence = shown.offence
    return OffenceOut(
        key=offence.key,
        book=offence.book,
        article=offence.article,
        title=offence.title.en,
        offence_class=offence.offence_class.value,
        valid_from=offence.valid_from,
        valid_to=offence.valid_to,
        in_force=shown.in_force,
        provisional=shown.provisional,
    )


def _guards(labels: Labels | None) -> list[GuardOut]:
    if labels is None:
        return []
    beside = [(each.label.code, each.guard) for each in labels.shown if each.guard]
    return [_guard(code, guard) for code, guard in (*beside, *((rule.code, each) for rule, each in labels.otherwise))]


def _guard(code: str, guard: Guard) -> GuardOut:
    return GuardOut(
        counted_as=code,
        written_reason=guard.written_reason,
        supervisor_review=guard.supervisor_review,
        words=guard.words.en,
        missing=[element.key for element in guard.missing],
    )
