"""Opens a narrative's text file and says plainly what is wrong with one that cannot be read, or only in part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from panoh.narratives.layout import HEADER
from panoh.narratives.words import nations

_NAME = re.compile(r"^(?P<country>[A-Z]{3})-(?P<year>\d{4})")
_YEAR = re.compile(r"\b(?:in|during|for) (20\d\d)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|was|were|not)\b", re.I)
_TAG = re.compile(r"<(?:html|head|body|div|p|span|table|script)\b", re.I)


class Unreadable(ValueError):
    """The file gives no narrative to read. The message says why and what to do."""


@dataclass(frozen=True)
class Narrative:
    """A text ready to read; `warnings` say what may be missing from its facts."""

    name: str
    text: str
    country: str | None
    report_year: int
    warnings: tuple[str, ...] = ()


def open_narrative(path: Path, country: str | None = None, report_year: int | None = None) -> Narrative:
    """The narrative in this file; country and year come from the arguments, the file name, or the text."""
    text = _text(path)
    named = _NAME.match(path.name)
    warnings: list[str] = []
    code = country or (named["country"] if named else None) or country_of(text)
    if code is None or code not in nations():
        warnings.append(f"the country is not known ({code or 'none named'}); give --country with its three letters")
        code = None
    year = report_year or (int(named["year"]) if named else None)
    if year is None:
        year = _likely_year(text, path)
        warnings.append(
            f"the report year is not in the file name; {year} is taken from the dates in the text; or give --year"
        )
    warnings += _doubts(text)
    return Narrative(path.stem, text, code, year, tuple(warnings))


def country_of(text: str) -> str | None:
    """The country in the header line, or in "the Government of ..."."""
    header = next((found for line in text.splitlines()[:5] if (found := HEADER.match(line.strip()))), None)
    stated = re.search(r"[Gg]overnment of (?:the )?([A-Z][\w'’ -]+?)(?: \(|,| does| fully| is| has| made|\.)", text)
    for words in (header["country"] if header else "", stated[1] if stated else ""):
        for code, nation in nations().items():
            if words.strip().lower() in (name.lower() for name in nation["names"]):
                return code
    return None


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path}: cannot be opened ({error.strerror}); check the name") from None
    if raw.startswith(b"%PDF"):
        raise Unreadable(f"{path}: a PDF; save its text as UTF-8 and read that file")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path}: not UTF-8 text (byte {error.start}); save it as UTF-8 text") from None
    if _TAG.search(text):
        raise Unreadable(f"{path}: an HTML page; copy the text of the page into a file and read that")
    if not text.strip():
        raise Unreadable(f"{path}: the file is empty")
    words = len(text.split())
    if words >= 20 and len(_ENGLISH.findall(text)) / words < 0.1:
        raise Unreadable(f"{path}: does not look like English; only English narratives can be read")
    return text


def _likely_year(text: str, path: Path) -> int:
    years = [int(year) for year in _YEAR.findall(text)]
    if not years:
        raise Unreadable(f"{path}: no report year in the name (such as TJK-2021.txt) or the text; give --year")
    return max(set(years), key=lambda year: (years.count(year), year)) + 1


def _doubts(text: str) -> list[str]:
    found = []
    headers = [line for line in text.splitlines() if HEADER.match(line.strip())]
    if len(headers) > 1:
        named = "; ".join(header.strip() for header in headers)
        found.append(f"{len(headers)} narratives in one file ({named}); split the file, facts are mixed")
    if text.strip()[-1] not in '.!?"”’)]':
        found.append("the text ends in the middle of a sentence; facts after that place are missing")
    return found
