"""Opens a narrative's text file and says plainly what is wrong with one that cannot be read, or only in part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from panoh.narratives.layout import HEADER
from panoh.narratives.pdf import text_in_pdf
from panoh.narratives.words import nations

_NAME = re.compile(r"^(?P<country>[A-Z]{3})-(?P<year>\d{4})")
_YEAR = re.compile(r"\b(?:in|during|for) (20\d\d)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|was|were|not)\b", re.I)
_FEWEST_WORDS = 5
"""A PDF with fewer is pictures of pages, however its stamps are set."""
_TAG = re.compile(r"<(?:html|head|body|div|p|span|table|script)\b", re.I)


class Unreadable(ValueError):
    """The file gives no narrative to read. The message says why and what to do; `why` is the same in one word."""

    def __init__(self, message: str, why: str) -> None:
        super().__init__(message)
        self.why = why


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
        told = code or _stated(text) or "none named"
        warnings.append(f"the country is not known ({told}); give --country with its three letters")
        code = None
    year = report_year or (int(named["year"]) if named else None)
    if year is None:
        year = _likely_year(text, path)
        warnings.append(
            f"the report year is not in the file name; {year} is taken from the dates in the text; or give --year"
        )
    warnings += _doubts(text)
    return Narrative(path.stem, text, code, year, tuple(warnings))


def named_in_header(text: str) -> str | None:
    """The country of the header line, where there is one that is known."""
    header = next((found for line in text.splitlines()[:5] if (found := HEADER.match(line.strip()))), None)
    return _code(header["country"]) if header else None


def country_of(text: str) -> str | None:
    """The country in the header line, or in "the Government of ..."."""
    stated = re.search(r"[Gg]overnment of (?:the )?([A-Z][\w'’ -]+?)(?: \(|,| does| fully| is| has| made|\.)", text)
    return named_in_header(text) or (_code(stated[1]) if stated else None)


def _stated(text: str) -> str | None:
    """What the header calls the country, where no list knows it."""
    return next((found["country"] for line in text.splitlines()[:5] if (found := HEADER.match(line.strip()))), None)


def _code(words: str) -> str | None:
    for code, nation in nations().items():
        if words.strip().lower() in (name.lower() for name in nation["names"]):
            return str(code)
    return None


def text_of(raw: bytes, *, name: str) -> str:
    """The text in a file's bytes, where it is one that can be read. `name` begins the message where it is not."""
    if raw.startswith(b"%PDF"):
        text = text_in_pdf(raw)
        if len(text.split()) < _FEWEST_WORDS:
            raise Unreadable(f"{name}: a PDF without text that can be taken out; save its text and read that", "pdf")
    else:
        text = _decoded(raw, name)
    if "\0" in text:
        raise Unreadable(f"{name}: not text; save it as UTF-8 text", "not_text")
    if _TAG.search(text):
        raise Unreadable(f"{name}: an HTML page; copy the text of the page into a file and read that", "html")
    if not text.strip():
        raise Unreadable(f"{name}: the file is empty", "empty")
    words = len(text.split())
    if words >= 20 and len(_ENGLISH.findall(text)) / words < 0.1:
        raise Unreadable(f"{name}: does not look like English; only English narratives can be read", "not_english")
    return text


def _decoded(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name}: not UTF-8 text (byte {error.start}); save it as UTF-8 text", "not_text") from None


def headers_in(text: str) -> tuple[str, ...]:
    """The header lines: more than one, and there are several narratives in it."""
    return tuple(line.strip() for line in text.splitlines() if HEADER.match(line.strip()))


def ends_midway(text: str) -> bool:
    """Whether the text breaks off within a sentence."""
    return text.strip()[-1] not in '.!?"”’)]'


def _text(path: Path) -> str:
    try:
        return text_of(path.read_bytes(), name=str(path))
    except OSError as error:
        raise Unreadable(f"{path}: cannot be opened ({error.strerror}); check the name", "missing") from None


def _likely_year(text: str, path: Path) -> int:
    years = [int(year) for year in _YEAR.findall(text)]
    if not years:
        raise Unreadable(
            f"{path}: no report year in the name (such as TJK-2021.txt) or the text; give --year", "no_year"
        )
    return max(set(years), key=lambda year: (years.count(year), year)) + 1


def _doubts(text: str) -> list[str]:
    found, headers = [], headers_in(text)
    if len(headers) > 1:
        found.append(f"{len(headers)} narratives in one file ({'; '.join(headers)}); split the file, facts are mixed")
    if ends_midway(text):
        found.append("the text ends in the middle of a sentence; facts after that place are missing")
    return found
