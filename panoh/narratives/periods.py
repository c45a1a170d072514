"""Finds when: calendar years, the reporting period, the one before, and years that date a law and not a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from panoh.narratives.tokens import Token

REPORTING, PREVIOUS, UNSPECIFIED = "reporting_period", "previous_reporting_period", "unspecified"
MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_LAWS = frozenset({"act", "law", "code", "ordinance", "decree", "protocol", "convention", ")"})
_MADE = frozenset({"developed", "enacted", "adopted", "established", "amended", "introduced", "created", "passed"})
_MADE |= {
    "published",
    "drafted",
    "signed",
    "ratified",
    "approved",
    "launched",
    "finalized",
    "issued",
    "updated",
    "founded",
}
_TEXTS = frozenset(
    {"act", "amendments", "amendment", "bill", "body", "center", "code", "committee", "council", "decree"}
)
_TEXTS |= {"guidelines", "law", "laws", "legislation", "mechanism", "memorandum", "nap", "order", "plan", "policy"}
_TEXTS |= {"procedures", "program", "protocol", "protocols", "regulation", "regulations", "sops", "strategy", "unit"}
_FISCAL = re.compile(r"^(?:19|20)\d\d[-–](?:19|20)\d\d$")
_DATING = (
    frozenset(
        [
            "in",
            "during",
            "for",
            "of",
            "throughout",
            "from",
            "to",
            "between",
            "and",
            "or",
            "year",
            "early",
            "late",
            "mid",
            "over",
            "both",
            ",",
            "through",
            "until",
            "fiscal",
        ]
    )
    | MONTHS
)
_IGNORED_AFTER = frozenset({"since", "by", "until", "before", "after", "in the"})
_PAST = ("previous", "prior", "preceding", "last")
_WHENS = ("timeframe", "cycle")  # "during the previous timeframe"
_PHRASES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("the", "previous", "reporting", "period"), PREVIOUS),
    *(((*the, past, when), PREVIOUS) for past in _PAST for when in _WHENS for the in (("the",), ())),
    (("the", "previous", "year"), PREVIOUS),
    (("the", "previous", "reporting", "year"), PREVIOUS),
    (("the", "previous", "reporting", "cycle"), PREVIOUS),
    (("the", "prior", "reporting", "year"), PREVIOUS),
    (("previous", "reporting", "year"), PREVIOUS),
    (("last", "reporting", "year"), PREVIOUS),
    (("the", "preceding", "year"), PREVIOUS),
    (("the", "preceding", "reporting", "period"), PREVIOUS),
    (("the", "last", "reporting", "year"), PREVIOUS),
    (("the", "prior", "year"), PREVIOUS),
    (("the", "prior", "reporting", "period"), PREVIOUS),
    (("the", "year", "before"), PREVIOUS),
    (("previous", "reporting", "period"), PREVIOUS),
    (("previous", "year"), PREVIOUS),
    (("prior", "year"), PREVIOUS),
    (("last", "year"), PREVIOUS),
    (("the", "last", "reporting", "period"), PREVIOUS),
    (("the", "preceding", "period"), PREVIOUS),
    (("the", "previous", "period"), PREVIOUS),
    (("the", "prior", "period"), PREVIOUS),
    (("the", "year", "prior"), PREVIOUS),
    (("the", "year", "earlier"), PREVIOUS),
    (("a", "year", "earlier"), PREVIOUS),
    (("a", "year", "before"), PREVIOUS),
    (("the", "previous", "rating", "period"), PREVIOUS),
    (("last", "reporting", "period"), PREVIOUS),
    (("preceding", "year"), PREVIOUS),
    (("preceding", "reporting", "period"), PREVIOUS),
    (("reporting", "period"), REPORTING),
    (("reporting", "year"), REPORTING),
    (("during", "the", "year"), REPORTING),
    (("this", "year"), REPORTING),
    (("the", "current", "year"), REPORTING),
)

_FIRST = frozenset(phrase[0] for phrase, _ in _PHRASES)


@dataclass(frozen=True)
class Period:
    """One or more years over the tokens first..last, or a named period; `since` only bounds a statement."""

    name: str
    years: tuple[int, ...]
    first: int
    last: int
    since: bool = False


def periods(tokens: Sequence[Token], report_year: int) -> tuple[Period, ...]:
    found: list[Period] = []
    i = 0
    while i < len(tokens):
        period = _phrase(tokens, i, report_year) or _calendar(tokens, i, report_year)
        if period is not None:
            found.append(period)
            i = period.last
        else:
            i += 1
    return tuple(found)


def resolved(name: str, report_year: int) -> int | None:
    """The calendar year a period stands for in the report of this year."""
    if name == UNSPECIFIED:
        return None
    return {REPORTING: report_year - 1, PREVIOUS: report_year - 2}.get(name) or int(name)


def _phrase(tokens: Sequence[Token], i: int, report_year: int) -> Period | None:
    if tokens[i].low not in _FIRST:
        return None
    if i and tokens[i - 1].low in ("a", "an") and tokens[i].low in ("previous", "prior", "preceding"):
        return None  # "identified in a previous reporting period" does not date what is told now
    named = 2 if i + 2 < len(tokens) and tokens[i + 1].low in ("previous", "prior", "last") else 0
    skip = named if named and tokens[i + named].text[:1].isupper() else 0  # "the previous Nepali fiscal year"
    words = tuple(token.low for k, token in enumerate(tokens[i : i + 5]) if not skip or k != skip)
    words = tuple(word for word in words if word != "fiscal")[:4]
    for phrase, name in _PHRASES:
        if words[: len(phrase)] == phrase:
            if name == REPORTING and i and tokens[i - 1].low in ("previous", "prior", "preceding"):
                return None
            last = i + len(phrase) + bool(skip)
            last += any(token.low == "fiscal" for token in tokens[i : last + 1])
            return Period(name, (resolved(name, report_year) or 0,), i, last)
    return None


def _calendar(tokens: Sequence[Token], i: int, report_year: int) -> Period | None:
    if _FISCAL.match(tokens[i].text) and i and _fiscal(tokens, i):
        return Period(tokens[i].text[:4], (int(tokens[i].text[:4]),), i, i + 1)
    if not _YEAR.match(tokens[i].text) or not _dates_a_figure(tokens, i):
        return None
    year = int(tokens[i].text)
    before = [token.low for token in tokens[max(0, i - 3) : i]]
    since = "since" in [token.low for token in tokens[max(0, i - 6) : i]] or (
        bool(before) and (before[-1] in _IGNORED_AFTER or before[-2:-1] == ["since"])
    )
    since = since or _dates_a_text(tokens, i)
    if year > report_year:
        return None
    end = _end_of_span(tokens, i)
    if end is not None and (told := _calendar(tokens, end, report_year)) is not None:
        return replace(told, first=i)
    if year == report_year and (set(before) & (MONTHS | {"early", "quarter", "months"})):
        return Period(REPORTING, (report_year - 1,), i, i + 1, since)
    years, last = _listed_years(tokens, i)
    return Period(str(year), years, i, last, since)


def _listed_years(tokens: Sequence[Token], i: int) -> tuple[tuple[int, ...], int]:
    """ "in 2016 or 2017", "in 2015, 2016, and 2017": all the years of the list, and where it ends."""
    years, last, joined = [int(tokens[i].text)], i + 1, False
    k = last
    while not joined and k + 1 < len(tokens) and tokens[k].low in (",", "and", "or"):
        k += tokens[k].low == "," and tokens[k + 1].low in ("and", "or")
        joined = tokens[k].low in ("and", "or")
        if k + 1 >= len(tokens) or not _YEAR.match(tokens[k + 1].text):
            break
        years.append(int(tokens[k + 1].text))
        last = k = k + 2
    return (tuple(years), last) if joined and last > i + 1 else ((years[0],), i + 1)


def _end_of_span(tokens: Sequence[Token], i: int) -> int | None:
    """ "between May 2016 and June 2017", "from 2015 to 2017": the place of the last year, of which the figure is."""
    opened = i - 2 if tokens[i - 1].low in MONTHS else i - 1
    if opened < 0 or tokens[opened].low not in ("between", "from"):
        return None
    end = i + 2 + (i + 2 < len(tokens) and tokens[i + 2].low in MONTHS)
    joined = end < len(tokens) and tokens[i + 1].low in ("and", "to", "through", "until")
    return end if joined and _YEAR.match(tokens[end].text) and tokens[end].text > tokens[i].text else None


def _fiscal(tokens: Sequence[Token], i: int) -> bool:
    """ "fiscal year 2015-2016", "the 2015-2016 fiscal year"; "the 2015-2019 plan" dates nothing."""
    after = [token.low for token in tokens[i + 1 : i + 3]]
    return tokens[i - 1].low in ("year", "for", "fiscal") or after[:1] == ["fiscal"] or after[1:] == ["fiscal"]


def _dates_a_text(tokens: Sequence[Token], i: int) -> bool:
    """ "the protocol, developed in 2016, provided", "a law enacted in March 2016": when the text or body came to be."""
    k = i - 1
    while k > 0 and tokens[k].low in MONTHS:
        k -= 1
    if k < 2 or tokens[k].low != "in" or tokens[k - 1].low not in _MADE:
        return False
    return tokens[k - 2].low in (",", "(", "and", "originally", "first") or tokens[k - 2].low in _TEXTS


def _dates_a_figure(tokens: Sequence[Token], i: int) -> bool:
    """ "in 2017" dates a figure; "the 2017 harvest" and "the 2008 law" do not."""
    before = tokens[i - 1].low if i else ""
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    if after in ("budget", "state", "national", "annual"):
        return True
    if before in ("the", "a", "its", "'s", "year", "'") and before != "year":
        return False
    if before == "of" and i > 1 and (tokens[i - 2].text.isupper() or tokens[i - 2].low in _LAWS):
        return False
    if before == "and" and i > 1 and not _YEAR.match(tokens[i - 2].text) and tokens[i - 2].low not in MONTHS:
        return True
    return before in _DATING or before in ("since", "by", "before", "after", "(", "") or after in (")", ",", ".", ";")
