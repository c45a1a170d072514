"""What the files are, for catalogues of data: DCAT as JSON-LD. It describes; it holds no figure."""

from __future__ import annotations

from typing import Any

from panoh.statistics.rules.sheet import Sheet

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
KINDS = {
    "sheet.csv": "text/csv",
    "sheet.hxl.csv": "text/csv",
    "sheet.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sheet.json": "application/json",
    "sheet.parquet": "application/vnd.apache.parquet",
    "sdg-16-2-2.csv": "application/vnd.sdmx.data+csv",
}
ABOUT = (
    "Counted from case records by written definitions, without names. Exact figures: a value below ten is marked as not for"
    " publication."
)


def dcat(sheet: Sheet, *, country: str, publisher: str) -> dict[str, Any]:
    """The sheet of one period as a dataset with a distribution for each form."""
    period = sheet.period
    return {
        "@context": CONTEXT,
        "@type": "dcat:Dataset",
        "dct:identifier": f"panoh-figures-{country}-{period.kind}-{period.year}",
        "dct:title": {
            "@value": f"Figures of the National Referral Mechanism, {period.first} to {period.last}",
            "@language": "en",
        },
        "dct:description": {"@value": ABOUT, "@language": "en"},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": publisher},
        "dct:spatial": country,
        "dct:accessRights": "restricted",
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@value": period.first.isoformat(), "@type": "xsd:date"},
            "dcat:endDate": {"@value": period.last.isoformat(), "@type": "xsd:date"},
        },
        "dcat:keyword": [entry.definition.id for entry in sheet.entries],
        "dct:hasVersion": [
            f"edition {frozen.number}" for frozen, _differences in sheet.frozen if frozen.period == period
        ],
        "dcat:distribution": [
            {"@type": "dcat:Distribution", "dct:title": name, "dcat:mediaType": kind} for name, kind in KINDS.items()
        ],
    }
