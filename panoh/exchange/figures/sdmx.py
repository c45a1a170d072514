"""SDG indicator 16.2.2 as SDMX-CSV: detected victims by sex and form. What could point at somebody is left out and says so.

The codes of series and areas were seen in lists of others and not in the data structure itself: each row says provisional.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from panoh.statistics.rules.figures import Breakdown, Figure
from panoh.statistics.rules.values import NotAvailable, Value, people

COLUMNS = (
    "DATAFLOW",
    "FREQ",
    "REPORTING_TYPE",
    "SERIES",
    "REF_AREA",
    "SEX",
    "AGE",
    "TIME_PERIOD",
    "OBS_VALUE",
    "UNIT_MEASURE",
    "OBS_STATUS",
    "CONF_STATUS",
    "COMMENT_OBS",
)
FLOW = "IAEG-SDGs:DF_SDG_GLH(1.0)"
SERIES = {"labour": "VC_HTF_DETVFL", "sexual": "VC_HTF_DETVSX", "other": "VC_HTF_DETVOP"}
ALL = "VC_HTF_DETV"
SEX = {"female": "F", "male": "M", "other": "_O", "unknown": "_U"}
COMMENT = "codes provisional; persons formally identified, definition {definition} {version}"


def rows(figure: Figure, area: str) -> Iterator[Sequence[str]]:
    """The total, then by sex, then by form. The total hides nobody only where it is not small itself."""
    yield COLUMNS
    yield _row(figure, area, ALL, "_T", figure.value, hidden=figure.value.small)
    for dimension, at in (("sex", "sex"), ("form", "form")):
        breakdown = figure.breakdown(dimension)
        for part in breakdown.parts if breakdown else ():
            series, sex = (ALL, SEX.get(part.key, "_U")) if at == "sex" else (SERIES.get(part.key, ""), "_T")
            if series:
                yield _row(figure, area, series, sex, part.value, hidden=_tells(figure, breakdown))


def _tells(figure: Figure, breakdown: Breakdown | None) -> bool:
    """A breakdown with one small row is left out whole: with the others and the total the small one would be reckoned."""
    return figure.value.small or any(part.value.small for part in (breakdown.parts if breakdown else ()))


def _row(figure: Figure, area: str, series: str, sex: str, value: Value, *, hidden: bool) -> tuple[str, ...]:
    missing, said = (
        isinstance(value, NotAvailable),
        COMMENT.format(definition=figure.definition, version=figure.version),
    )
    number = "" if missing or hidden else str(people(value))
    status = "O" if missing else "Q" if hidden else "A"
    secret = "C" if hidden and not missing else "F"
    year = str(figure.period.year)
    return (FLOW, "A", "N", series, area, sex, "_T", year, number, "NUMBER", status, secret, said)
