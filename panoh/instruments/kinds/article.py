"""Reads the number of an article the way it is written in reports and case files, and brings it to one key.

130.1, 130-1, 130(1) and 130¹ are one article, and so is 1301 where a superscript was lost in copying; a part may stand
before it, as in “ч. 2 ст. 130¹”. The text decides only as far as it can: what could be two articles of the code book is
left unclear, and says which.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass


class ArticleUnclear(ValueError):
    """The text could mean more than one article, or none. `candidates` holds those it could mean."""

    def __init__(self, text: str, candidates: tuple[str, ...]) -> None:
        self.text, self.candidates = text, candidates
        meant = " or ".join(candidates) or "no article we know how to read"
        super().__init__(f"{text!r} could mean {meant}; write it as 130.1, with part 2 as “130.1 part 2”")


@dataclass(frozen=True)
class ArticleRead:
    """An article brought to its key, with the part of it if one was named."""

    article: str
    part: str = ""


_LEAD = re.compile(r"^(?:art(?:icle)?s?\.?|ст(?:атья|атьи|\.)?\.?|м(?:оддаи|одда|\.)\.?)\s*", re.IGNORECASE)
_PART = re.compile(r"[\s,]*(?:part|p\.|para(?:graph)?\.?|ч(?:асть|асти)?\.?|қисми|қ\.)\s*(\d{1,2})\s*$", re.IGNORECASE)
_PART_FIRST = re.compile(
    r"^(?:part|para(?:graph)?\.?|ч(?:асть|асти)?\.?|қисми|қ\.)\s*(\d{1,2})\s*(?:of\s+|,\s*)?(?=[^\W\d])", re.IGNORECASE
)
_SPLIT = re.compile(r"^(\d{1,3})\s*(?:[.\-–‐‑/^_]|prim\.?|прим\.?)\s*(\d{1,2})\.?$", re.IGNORECASE)
_BRACKET = re.compile(r"^(\d{1,4}(?:[.\-]\d{1,2})?)\s*\((\d{1,2})\)$")
_DIGITS = re.compile(r"^\d{1,5}$")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_OTHER_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


def read_article(text: str, known: Collection[str], *, with_parts: Collection[str] = ()) -> ArticleRead:
    """The article meant by `text`. `known`: the article keys of the code book; `with_parts`: those divided in parts.

    130(1) is article 130.1 where the book has it, part 1 of article 130 where it does not, and unclear where the book
    has 130.1 and also divides 130. 1301 is 130.1 only where the book has 130.1 and neither 1301 nor another split.
    """
    rest, part = _without_words(text)
    superscript = re.match(r"^(\d{1,3})([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})$", rest)
    if superscript:
        return ArticleRead(f"{superscript[1]}.{superscript[2].translate(_SUPERSCRIPT)}", part)
    if split := _SPLIT.match(rest):
        return ArticleRead(f"{split[1]}.{split[2]}", part)
    if bracket := _BRACKET.match(rest):
        return _bracketed(text, bracket[1].replace("-", "."), bracket[2], part, known, with_parts)
    if _DIGITS.match(rest):
        return ArticleRead(_run_together(text, rest, known), part)
    raise ArticleUnclear(text, ())


def article_key(text: str, known: Collection[str], *, with_parts: Collection[str] = ()) -> str:
    """The key of the article meant by `text`: one for 130.1, 130-1, 130(1) and 1301, given a book that has 130.1."""
    return read_article(text, known, with_parts=with_parts).article


def _without_words(text: str) -> tuple[str, str]:
    rest = text.strip().translate(_OTHER_DIGITS)
    first = _PART_FIRST.match(rest)
    rest = _LEAD.sub("", rest[first.end() :] if first else rest)
    part = _PART.search(rest)
    if part and first:
        raise ArticleUnclear(text, ())
    if part:
        return rest[: part.start()].strip(), part[1]
    return rest, first[1] if first else ""


def _bracketed(
    text: str, article: str, number: str, part: str, known: Collection[str], with_parts: Collection[str]
) -> ArticleRead:
    joined = f"{article}.{number}"
    if "." in article and not part:
        return ArticleRead(article, number)
    if part:
        return ArticleRead(joined, part)
    if joined in known and article in with_parts:
        raise ArticleUnclear(text, (joined, f"{article} part {number}"))
    return ArticleRead(joined) if joined in known else ArticleRead(article, number)


def _run_together(text: str, digits: str, known: Collection[str]) -> str:
    splits = tuple(f"{digits[:at]}.{digits[at:]}" for at in range(1, len(digits)))
    candidates = tuple(key for key in (digits, *splits) if key in known)
    if len(candidates) > 1:
        raise ArticleUnclear(text, candidates)
    if candidates:
        return candidates[0]
    if len(digits) > 3:
        raise ArticleUnclear(text, ())
    return digits
