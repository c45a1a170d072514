"""Reckonings for answer files from what assessment itself keeps: the report year, documents, the procedure, recommendations."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings

from panoh.assessment.models import EvidenceDocument, RecommendationStep
from panoh.assessment.queries.answers.about import About, in_all_languages, table
from panoh.assessment.queries.recommendations import newest_steps
from panoh.assessment.rules.answers.counts import Count
from panoh.instruments import countries
from panoh.instruments.kinds.source import Words
from panoh.registry.models import ProcedureText


def report_year(about: About) -> Count:
    said = Words("{report}: {first} to {last}", "{report}: с {first} по {last}", "{report}: аз {first} то {last}")
    first, last = (each.strftime("%d.%m.%Y") for each in about.days)
    return about.count("report_year", _REPORT, _PERIOD, said.fill(report=about.report, first=first, last=last))


def documents_named(about: About) -> Count:
    """Documents named as evidence for the report; where each can be found stays with the criteria."""
    rows = EvidenceDocument.objects.filter(country=own_country(), report=about.report).order_by("on", "pk")
    told = table(
        _DOCUMENTS,
        ((f"document.{each.pk}", Words(each.title), Words(each.on.strftime("%d.%m.%Y"))) for each in rows),
    )
    return about.count("documents_named", _DOCUMENTS, _PIECES, rows.count(), [told])


def procedure(about: About) -> Count:
    """The version in force that two agencies adopted; the one that came with the software was adopted by nobody."""
    adopted = ProcedureText.objects.filter(status=ProcedureText.Status.ADOPTED).order_by("-adopted_at", "-pk").first()
    if adopted is None or adopted.document_on is None:
        return about.count("procedure", _PROCEDURE, _PIECES, 0)
    said = Words(f"{adopted.document}, {adopted.document_on.strftime('%d.%m.%Y')}")
    return about.count("procedure", _PROCEDURE, _PIECES, said)


def recommendations(about: About) -> Count:
    """Those of the newest report before this one, by where the owner says each stands."""
    steps = newest_steps(own_country(), before=about.report)
    rows = [
        (key, in_all_languages(label), sum(step is not None and step.state == key for step in steps))
        for key, label in RecommendationStep.State.choices
    ]
    rows.append(("unowned", Words("nobody owns it yet", "ответственного нет", "масъул нест"), steps.count(None)))
    return about.count("recommendations", _ADVICE, _PIECES, len(steps), [table(_STANDS, rows, parts=True)])


def own_country() -> str:
    return countries.country(settings.COUNTRY).alpha3


_REPORT = Words("Report and period", "Доклад и период", "Гузориш ва давра")
_PERIOD = Words("period", "период", "давра")
_DOCUMENTS = Words("Documents named as evidence", "Документы, названные доказательством", "Ҳуҷҷатҳои далел")
_PIECES = Words("documents", "документы", "ҳуҷҷатҳо")
_PROCEDURE = Words("Procedure of referral adopted", "Принятый порядок направления", "Тартиби қабулшудаи равонкунӣ")
_ADVICE = Words("Recommendations of the last report", "Рекомендации последнего доклада", "Тавсияҳои гузориши охирин")
_STANDS = Words("Where they stand", "Состояние", "Ҳолат")

OF_ASSESSMENT: dict[str, Callable[[About], Count]] = {
    each.__name__: each for each in (report_year, documents_named, procedure, recommendations)
}
