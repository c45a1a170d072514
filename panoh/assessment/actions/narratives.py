"""Bringing a source text in: held against what can be read at all, then read into facts that wait for a person."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from django.utils.translation import gettext_lazy as _

from panoh.assessment.models import Fact, Narrative, Recommendation
from panoh.assessment.rules.advice import Advice, recommendations
from panoh.assessment.rules.wanting import shortcomings
from panoh.instruments.assessment import tier_history
from panoh.narratives import facts as read
from panoh.narratives.apart import apart_from_the_year
from panoh.narratives.reading import read_narrative
from panoh.narratives.report_year import other_year
from panoh.narratives.sources import Unreadable, named_in_header, text_of
from panoh.narratives.wholeness import headers_in, is_whole, several
from panoh.narratives.words import nations
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, Refused

MOST = 3_000_000
"""Bytes of one narrative: a PDF brings its fonts along. The longest text seen has 50,000."""
UNREADABLE = {
    "pdf": (
        _("No text can be taken out of this PDF: it holds pictures of pages, or is locked."),
        _("Find the text itself, or have the pages read by a program for that, look it over, and paste the text."),
    ),
    "not_text": (_("This is no text file."), _("Save it as text in UTF-8, or paste the text.")),
    "html": (_("This is a page of the web and not its text."), _("Copy the text of the page and paste that.")),
    "empty": (_("There is no text in it."), _("Paste the text, or choose the file that holds it.")),
    "not_english": (
        _("This does not look like English; only English narratives can be read."),
        _("Bring in the English text of the report."),
    ),
}


@act
def bring_narrative(
    *,
    content: bytes,
    country: str,
    report: int,
    publisher: str,
    year_sure: bool = False,
    by: Officer,
    at: datetime,
) -> Narrative:
    """The text is kept word for word, with every fact the reader finds and every recommendation; nothing is accepted yet.
    `year_sure`: the year is right although the dates in the text are those of another year's report."""
    access.require(by, access.Act.KEEP_ASSESSMENT)
    _known(country, report, publisher, at)
    text = _readable(content, country)
    if not year_sure:
        _of_its_year(text, report)
    digest = sha256(f"{country} {report} {text}".encode()).hexdigest()
    if Narrative.objects.filter(digest=digest).exists():
        raise Conflict(_("This text is here already."), _("Open it from the list of source texts."))
    made = Narrative.objects.create(
        country=country,
        report=report,
        publisher=publisher.strip(),
        text=text,
        digest=digest,
        partial=not is_whole(text),
        brought_by=by,
        brought_at=at,
    )
    Fact.objects.bulk_create(_facts(made, at))
    Recommendation.objects.bulk_create(_advice(made, at))
    ledger.write(act="bring_narrative", by=by, at=at, subject=f"narrative:{made.pk}", country=country, report=report)
    return made


def _known(country: str, report: int, publisher: str, at: datetime) -> None:
    history = tier_history()
    if country not in {each.code for each in history.countries}:
        raise Refused(
            _("The reports write about no country with the code “%(code)s”.") % {"code": country[:20]},
            _("Choose the country from the list. The code has three letters, such as TJK."),
        )
    if not history.first_report <= report <= at.year + 1:
        raise Refused(
            _("%(year)s is no year of a report.") % {"year": report},
            _("Give the year the report came out in, from %(first)s on.") % {"first": history.first_report},
        )
    if not publisher.strip() or len(publisher) > 200:
        raise Refused(_("It is not said who published it."), _("Name the publisher, in at most 200 letters."))


def _of_its_year(text: str, report: int) -> None:
    """All that is told of "the reporting period" is dated by the year of the report."""
    other = other_year(text, report)
    if other is not None:
        raise Refused(
            _("The dates in the text are those of a report of %(other)s, not of %(report)s.")
            % {"other": other, "report": report},
            _("Correct the year. If it is right as it is, say so, and bring the text in once more."),
        )


def _readable(content: bytes, country: str) -> str:
    if len(content) > MOST:
        raise Refused(_("The text is too long for one narrative."), _("Bring in one country’s narrative at a time."))
    try:
        text = text_of(content, name="text").replace("\r\n", "\n").replace("\r", "\n")
    except Unreadable as unreadable:
        reason, way_forward = UNREADABLE[unreadable.why]
        raise Refused(reason, way_forward) from None
    headers = headers_in(text)
    if len(headers) > 1:
        raise Refused(
            _("There are %(many)s narratives in it: %(headers)s.")
            % {"many": len(headers), "headers": "; ".join(headers)},
            _("Bring them in one by one, so that no fact stands under the wrong country or year."),
        )
    if several(text):
        raise Refused(
            _("There is more than one narrative in it: “%(words)s” stands below another.")
            % {"words": several(text)[0]},
            _("Bring them in one by one, so that no fact stands under the wrong country or year."),
        )
    named = named_in_header(text)
    if named not in {None, country}:
        raise Refused(
            _("Its heading names another country (%(code)s).") % {"code": named},
            _("Choose that country, or another text."),
        )
    return text


def _facts(made: Narrative, at: datetime) -> list[Fact]:
    known = made.country if made.country in nations() else None
    found = read_narrative(made.text, name=str(made.pk), country=known, report_year=made.report)
    return [_fact(made, apart_from_the_year(each), at) for each in found]


def _fact(made: Narrative, fact: read.Fact, at: datetime) -> Fact:
    return Fact(
        narrative=made,
        measure=fact.measure,
        status=fact.status,
        value=_number(fact.value),
        unit=fact.unit,
        period=fact.period,
        year=fact.year,
        breakdown=dict(fact.breakdown),
        actor=fact.actor,
        usd=_number(fact.usd),
        qualifier=fact.qualifier or "",
        consecutive_years=fact.consecutive_years,
        derived=fact.derived,
        section=fact.section,
        quote=fact.quote,
        start=fact.start,
        end=fact.end,
        at=at,
    )


def _number(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _advice(made: Narrative, at: datetime) -> list[Recommendation]:
    kinds = (
        (Recommendation.Kind.RECOMMENDATION, recommendations(made.text)),
        (Recommendation.Kind.SHORTCOMING, shortcomings(made.text)),
    )
    return [
        _recommendation(made, kind, number, each, at)
        for kind, found in kinds
        for number, each in enumerate(found, start=1)
    ]


def _recommendation(
    made: Narrative, kind: Recommendation.Kind, number: int, advice: Advice, at: datetime
) -> Recommendation:
    return Recommendation(
        narrative=made, kind=kind, number=number, words=advice.words, start=advice.start, end=advice.end, at=at
    )
