"""Publications as files: a table, a readme in plain words, and a catalogue in the words of DCAT."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from panoh.exchange.distribution import CONTEXT, distribution
from panoh.exchange.public.queries import Archive, Opened
from panoh.exchange.writing import csv_lines
from panoh.statistics.rules.publication.rows import COLUMNS, file_rows
from panoh.statistics.rules.publication.shown import HIDDEN
from panoh.statistics.rules.values import SMALL

_FILES = (
    ("figures.csv", "table", "text/csv", lambda found: table(found)),
    ("figures.json", "text", "application/json", lambda found: found.publication.text),
    ("readme.md", "readme", "text/markdown", lambda found: readme(found)),
)


def table(found: Opened) -> str:
    return "".join(csv_lines([COLUMNS, *file_rows(found.said)]))


def readme(found: Opened) -> str:
    said = found.said
    rows = [row for figure in found.figures for table in figure.tables for row in table.rows]
    totals = [figure.total for figure in found.figures]
    hidden = sum(row.hidden for row in (*totals, *rows))
    return "\n\n".join(
        [
            f"# Figures of {said.country}, {said.period.first} to {said.period.last}, edition {said.edition}",
            f"Published on {found.day}. SHA-256 of figures.json: {found.publication.digest}.",
            *([f"Corrects edition {said.corrects}, which stays in the archive."] if said.corrects else []),
            "## What it holds\n\nCounts by written definitions, each with its counting unit, from case records without names. "
            "`none` is counted and nobody; `not_available` was not counted and is never a zero; what is not known has a row "
            "of its own.",
            f"## How it is protected\n\nA count from 1 to {SMALL - 1} is `{HIDDEN}`, and others with it, so that it cannot be "
            "reckoned from a total. Every table was attacked with linear programmes that knew all that is printed here and all "
            "that was published of this period before, even which rows did not change: each hidden small count may still be any "
            f"of more than {SMALL} numbers. A correction of fewer than {SMALL} is not shown: the number published before stands, "
            "and `edition` says so. Only one way of cutting the year into periods is published. This does not protect against "
            "a reader who knows some of the persons.",
            f"## How useful it is\n\n{len(totals)} figures and {len(rows)} rows of breakdowns; {hidden} of them hidden; "
            f"{sum(len(figure.withheld) for figure in found.figures)} breakdowns withheld because they could not be made safe.",
        ]
    )


def catalogue(archive: Archive, absolute: Callable[[str], str]) -> dict[str, object]:
    return {
        "@context": CONTEXT,
        "@type": "dcat:Catalog",
        "dct:title": "Figures on trafficking in persons",
        "dcat:dataset": [_dataset(each, absolute) for each in archive.every],
    }


def _dataset(found: Opened, absolute: Callable[[str], str]) -> dict[str, object]:
    said = found.said
    return {
        "@type": "dcat:Dataset",
        "@id": absolute(reverse("public:figures", args=["en", found.publication.pk])),
        "dct:title": f"Figures on trafficking in persons, {said.period.first} to {said.period.last}",
        "dct:identifier": f"{said.country}/{said.period.kind}/{said.period.year}/{said.edition}",
        "dct:issued": found.day.isoformat(),
        "dcat:version": str(said.edition),
        "dct:spatial": said.country,
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": said.period.first.isoformat(),
            "dcat:endDate": said.period.last.isoformat(),
        },
        "dct:accessRights": "public",
        "dcat:distribution": [
            distribution(
                name,
                address=absolute(reverse(f"public:{route}", args=[found.publication.pk])),
                kind=kind,
                content=made(found).encode(),
            )
            for name, route, kind, made in _FILES
        ],
    }
