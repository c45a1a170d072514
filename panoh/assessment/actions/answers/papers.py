"""The answer file on paper, in the language that is active: what was approved, word for word, or a draft that says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from panoh.assessment.actions.answers.begun import subject
from panoh.assessment.models import AnswerFile, AnswerText
from panoh.assessment.queries.answers.files import text_approved, text_waiting, whole_of
from panoh.assessment.queries.narratives import country_name_of
from panoh.assessment.rules.answers.counts import Count, in_words
from panoh.assessment.rules.answers.rows import NO, PRESUMED, YES, dollars, rests_on
from panoh.assessment.rules.answers.said import Kind, Said
from panoh.assessment.rules.answers.standing import Line
from panoh.assessment.rules.answers.text import Whole
from panoh.instruments.assessment import questionnaire
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.paper import Entry, Paper, Section, as_pdf
from panoh.registry.wording import day, day_and_time, spoken
from panoh.statistics.rules import wording


@act
def print_answers(*, file: AnswerFile, by: Officer, at: datetime) -> bytes:
    """As PDF. It holds no name of a person; that it was taken out stands in the ledger."""
    access.require(by, access.Act.SEE_FIGURES)
    made = as_pdf(answer_paper(file, at=at), by=by, at=at)
    ledger.write(act="print_answers", by=by, at=at, subject=subject(file))
    return made


def answer_paper(file: AnswerFile, *, at: datetime) -> Paper:
    whole, approved = whole_of(file, now=at), text_approved(file)
    country = spoken(country_name_of(whole.country))
    said = {"country": country, "year": whole.report}
    return Paper(
        title=_("%(country)s: answers for the TIP report %(year)s") % said,
        issuer=country,
        lead=_("Version %(number)s, %(state)s") % {"number": whole.number, "state": file.state},
        marks=() if approved else (_("Draft, not approved"),),
        sections=tuple(_sections(file, whole, approved or text_waiting(file))),
    )


def _sections(file: AnswerFile, whole: Whole, text: AnswerText | None) -> Iterator[Section]:
    yield Section(_("What this is"), [spoken(questionnaire().note)], list(_facts(file, whole, text)))
    if whole.gaps:
        yield Section(_("Gaps"), entries=[_gap(each) for each in whole.gaps])
    for key, name in whole.groups:
        if lines := whole.of_group(key):
            yield Section(f"{key} · {spoken(name)}", entries=[_entry(each) for each in lines])


def _facts(file: AnswerFile, whole: Whole, text: AnswerText | None) -> Iterator[tuple[str, str]]:
    yield _("Period"), f"{day(whole.first)} – {day(whole.last)}"
    yield _("Counted up to"), day_and_time(whole.cut_off)
    if whole.corrects:
        yield _("Corrects version"), f"{whole.corrects}: {whole.because}"
    if whole.against:
        yield _("Held against the file of"), whole.against
    if text is None:
        return
    yield _("First signature"), f"{text.by.name}, {text.by.post}, {day(text.at)}"
    if text.signed and text.signed.approved:
        second = text.signed
        yield _("Second signature"), f"{second.by.name}, {second.by.post}, {day(second.at)}"
    yield _("SHA-256 of the text"), text.digest


def _gap(line: Line) -> Entry:
    mark = spoken(PRESUMED) if line.presumed_not_done else ""
    plan = line.said.plan if line.said else ""
    return Entry(spoken(line.gap) if line.gap else "", _titled(line), mark, plan)


def _entry(line: Line) -> Entry:
    parts = [part for count in line.counts for part in _counted(count)]
    if line.said is not None:
        parts += _written(line, line.said)
    if line.gap is not None and not parts:
        parts.append(spoken(wording.NOT_AVAILABLE))
    for name, then, change in line.changes:
        said = {"what": spoken(name), "then": spoken(in_words(then)), "change": spoken(change.words)}
        parts.append(_("%(what)s, before: %(then)s; %(change)s") % said)
    return Entry("\n".join(parts), _titled(line), spoken(line.state_words), _source(line))


def _titled(line: Line) -> str:
    return f"{line.id} {spoken(line.asks)}"


def _counted(count: Count) -> Iterator[str]:
    days = f"{day(count.first)} – {day(count.last)}"
    yield f"{spoken(count.name)} ({spoken(count.unit)}; {days}): {spoken(in_words(count.value))}"
    for table in count.tables if count.source != "gaps" else ():  # they stand at the head of the paper
        told = "; ".join(f"{spoken(row.name)}: {spoken(in_words(row.value))}" for row in table.rows)
        yield f"{spoken(table.name)} – {told}"
    yield from map(spoken, count.caveats)


def _written(line: Line, said: Said) -> list[str]:
    if said.kind is Kind.NONE:
        return [spoken(wording.NONE)]
    unit = f" ({spoken(line.unit)})" if line.unit else ""
    told = [f"{said.number}{unit}"] if said.number is not None else []
    told += [spoken(YES if said.yes else NO)] if said.yes is not None else []
    told += [day(said.on)] if said.on is not None else []
    told += [
        f"{each.what}: {each.amount:f} {each.currency}, {day(each.on)}. {spoken(dollars(each))}" for each in said.money
    ]
    return [*told, *([said.text] if said.text else [])]


def _source(line: Line) -> str:
    """What it rests on, and by which posts it was written and checked."""
    parts = [spoken(rests_on(count)) for count in line.counts]
    if line.said is not None and line.said.source:
        parts.append(line.said.source)
    if line.said_by:
        parts.append(_("written by %(post)s") % {"post": spoken(line.said_by)})
    if line.checked_by:
        parts.append(_("checked by %(post)s") % {"post": spoken(line.checked_by)})
    return " · ".join(dict.fromkeys(parts))
