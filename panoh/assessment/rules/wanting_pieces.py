"""Where one finding ends and the next begins, within one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from panoh.assessment.rules.wanting_words import is_wanting

_HALF = re.compile(r";\s+(?:and |but )?")
_PREDICATE = (
    r"(?:also |still |generally |often )*(?:"
    r"(?:did|does|do|has|have|had|was|were|is|are|could) (?:\w+ly )?not\b|never\b|lacked\b|failed to\b|continued to lack\b"
    r"|remained\b|remains\b|(?:was|were) (?:inadequate|insufficient|unregulated|limited|inconsistent|unaware)\b"
    r"|had (?:no|yet|chronic|limited)\b|\w+ed (?:(?:\w+ly )?fewer|no)\b|maintained an? in|made no\b|provided (?:no|limited)\b)"
)
_SUBJECT = r"(?:(?!(?:who|which|that|where|when|as|because|such|including|to|and|or|if)\b)[\w'’()/-]+ ){0,6}?"
_CUT = re.compile(
    rf"(?P<by>,\s+(?:and |but |yet )?|\s+and )(?={_SUBJECT}{_PREDICATE}|nor (?:did|has|had|was|were|does)\b)", re.I
)
_FINITE = re.compile(r"\b(?:did|does|do|has|have|had|was|were|is|are|remain\w*|lack\w*|continu\w*|\w{2,}ed)\b", re.I)
_DANGLING = re.compile(r",\s+and (?:[\w'’-]+\s*){1,4}$")
_RELATIVE = re.compile(r"\b(?:who|whom|whose|if|because|when|where|than|that|whether)\b[^,;]*$", re.I)
_ANEW = re.compile(r"(?:the government|authorities|officials|it|they|police|courts?|judges) ", re.I)
_BETWEEN = re.compile(r"\bbetween (?:(?! and )[^,;])*$", re.I)
_CONCEDES = re.compile(r"(?:although|while|despite|though|because|since|if|when|as)\b", re.I)


def halves(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What semicolons part."""
    yield from _between(text, start, end, _HALF.finditer(text, start, end))


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a new want begins: "it did not train police, lacked shelters, and did not fund them" is three. What stands before
    must be a want itself, and no half of a clause on who it is about."""
    cuts, begin = [], start
    for each in _CUT.finditer(text, start, end):
        before = text[begin : each.start()]
        if (
            is_wanting(before)
            and is_wanting(text[each.end() : end])
            and _FINITE.search(before)
            and _complete(before, each, text)
        ):
            cuts.append(each)
            begin = each.end()
    yield from _between(text, start, end, iter(cuts))


def _complete(before: str, cut: re.Match[str], text: str) -> bool:
    """Whether a clause could end here: none about whom is open, unless somebody new acts after it."""
    dangling = _DANGLING.search(before)
    if _BETWEEN.search(before) or (dangling and not _FINITE.search(dangling.group())):
        return False
    if _CONCEDES.match(before) and ("," not in before or cut["by"].strip() == ","):
        return False
    return not _RELATIVE.search(before) or bool(_ANEW.match(text, cut.end()))


def _between(text: str, start: int, end: int, cuts: Iterator[re.Match[str]]) -> Iterator[tuple[int, int]]:
    at = [(start, start), *((each.start(), each.end()) for each in cuts), (end, end)]
    for (_, first), (last, _) in pairwise(at):
        if last > first:
            yield first, last
