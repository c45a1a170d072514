"""Opens a narrative's text file and says plainly what is wrong with one that cannot be read, or only in part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from panoh.narratives.layout import HEADER
from panoh.narratives.pdf import text_in_pdf
from panoh.narratives.report_year import FIRST, LAST, other_year, year_told
from panoh.narratives.wholeness import doubts
from panoh.narratives.words import nations

_NAME = re.compile(r"^(?P<country>[A-Z]{3})-(?P<year>\d{4})")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|was|were|not)\b", re.I)
_FIELD = re.compile(r"\b(?:government|authorities|officials|police|courts?|traffick\w+|victims?|tier)\b", re.I)
_LONG = 20
"""Words from which on it can be told how many are the small ones."""
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
    if code is None and (code := most_named(text)):
        warnings.append(f"the country is not in the file name; {code} is named most in the text; or give --country")
    if code is None or code not in nations():
        told = code or _stated(text) or "none named"
        warnings.append(f"the country is not known ({told}); give --country with its three letters")
        code = None
    year = _year(path, text, report_year, warnings)
    warnings += doubts(text)
    return Narrative(path.stem, text, code, year, tuple(warnings))


def named_in_header(text: str) -> str | None:
    """The country of the header line, where there is one that is known."""
    header = next((found for line in text.splitlines()[:5] if (found := HEADER.match(line.strip()))), None)
    return _code(header["country"]) if header else None


def country_of(text: str) -> str | None:
    """The country in the header line, or in "the Government of ..."."""
    stated = re.search(r"[Gg]overnment of (?:the )?([A-Z][\w'’ -]+?)(?: \(|,| does| fully| is| has| made|\.)", text)
    return named_in_header(text) or (_code(stated[1]) if stated else None)


def most_named(text: str) -> str | None:
    """The country an article is about, where it names it three times and twice as often as any other."""
    often = Counter({code: _times(text, nation["names"]) for code, nation in nations().items()}).most_common(2)
    (code, times), (_, next_times) = often
    return str(code) if times > 2 and times >= 2 * next_times else None


def _times(text: str, names: Iterable[str]) -> int:
    return sum(len(re.findall(rf"\b{re.escape(name)}(?!\w)", text)) for name in names)


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
    if not _looks_english(text):
        raise Unreadable(f"{name}: does not look like English; only English narratives can be read", "not_english")
    return text


def _looks_english(text: str) -> bool:
    """A long text by how many of its words are the small ones of English, a short one by whether any is and by its letters."""
    words, small = len(text.split()), len(_ENGLISH.findall(text))
    if words >= _LONG:
        return small / words >= 0.1
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(letter < "\u0250" for letter in letters)
    return 2 * latin >= len(letters) and (words < _FEWEST_WORDS or small > 0 or _FIELD.search(text) is not None)


def _decoded(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name}: not UTF-8 text (byte {error.start}); save it as UTF-8 text", "not_text") from None


def _text(path: Path) -> str:
    try:
        return text_of(path.read_bytes(), name=str(path))
    except OSError as error:
        raise Unreadable(f"{path}: cannot be opened ({error.strerror}); check the name", "missing") from None


def _year(path: Path, text: str, given: int | None, warnings: list[str]) -> int:
    named, told = _NAME.match(path.name), year_told(text)
    year = given if given is not None else int(named["year"]) if named else None
    if year is None:
        if told is None:
            raise Unreadable(
                f"{path}: no report year in the name (such as TJK-2021.txt), and the dates do not tell it; give --year",
                "no_year",
            )
        warnings.append(
            f"the report year is not in the file name; {told} is taken from the dates in the text; or give --year"
        )
        return told
    if not FIRST <= year <= LAST:
        raise Unreadable(f"{path}: {year} is no year of a report; give --year, from {FIRST} on", "no_year")
    if other := other_year(text, year):
        warnings.append(f"the dates in the text are those of a report of {other}, not of {year}; check the year")
    return year
