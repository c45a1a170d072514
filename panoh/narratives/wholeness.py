"""Whether a text is one narrative and a whole one: what breaks off, begins within a sentence, lacks a section, or holds two."""

from __future__ import annotations

import re

from panoh.narratives.layout import HEADER, INTRODUCTION, begins_section, headings, paragraphs

_VERDICT = re.compile(
    r"(?:The (?:\w+ ){0,3}?[Gg]overnment of (?:the |St\. )?[A-Z][^.;:]{2,100}?"
    r" (?:does not (?:yet )?fully|did not fully|fully) (?:meets?|comply|complies)\b"
    r"|[A-Z][\w ]{3,40} (?:is|remains) a Special Case\b)"
)
"""What a narrative concludes about its country; each does so once."""
_PROFILE = re.compile(
    r"^(?:As reported over the past (?:five|six) years|[A-Z][\w'’. -]{2,50} (?:is|remains) (?:a|an|primarily a|principally a)"
    r" (?:\w+,? ){0,6}?(?:source|transit|destination|origin)\b[^.]{0,60}\bcountry\b)"
)
_SECTIONS = ("prosecution", "protection", "prevention")
# What a page of the web leaves at the end of a text copied from it: no sentence, and so none that breaks off.
_FOOT = re.compile(
    r"^(?:share|read (?:more|also|next)|related|tags?|follow|sign up|subscribe|copyright|©|photo|print|download|comments?)\b"
    r"[^.]{0,60}$|^(?:page )?\d+(?: ?(?:/|of) ?\d+)?$",
    re.I,
)


def ends_midway(text: str) -> bool:
    """Whether the text breaks off within a sentence; what stands below it on a page is no part of it."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    while len(lines) > 1 and _FOOT.match(lines[-1]):
        lines.pop()
    return lines[-1][-1] not in '.!?"”’)]'


def begins_midway(text: str) -> bool:
    return text.lstrip()[0].islower()


def lacking(text: str) -> tuple[str, ...]:
    """The sections a narrative with a header or an introduction ought to have beside those it has. An excerpt of one section
    promises no other."""
    found = {each.section for each in paragraphs(text)}
    promised = found & {"header", INTRODUCTION} and found & set(_SECTIONS)
    return tuple(each for each in _SECTIONS if each not in found) if promised else ()


def several(text: str) -> tuple[str, ...]:
    """What tells that there is more than one narrative: their header lines, one that stands below a text, or a section that
    begins again."""
    headers = headers_in(text)
    if len(headers) > 1:
        return headers
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if headers and any(len(line.split()) > 20 for line in lines[: lines.index(headers[0])]):
        return headers
    told = [(section, words) for section, words in headings(text) if section in _SECTIONS]
    again = [words for at, (section, words) in enumerate(told) if section in {each for each, _ in told[:at]}]
    return tuple(again) if len({section for section, _ in told}) > 1 and again else _begun_again(text)


def _begun_again(text: str) -> tuple[str, ...]:
    """Without a heading between them: a second conclusion about the country, a second profile of it, or a sentence that opens a
    section already opened."""
    concluded = [each.group() for each in _VERDICT.finditer(text)][1:]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    profiles = [found.group() for line in lines if (found := _PROFILE.match(line))][1:]
    opened = [(section, line) for line in lines if (section := begins_section(line))]
    back = [line for at, (section, line) in enumerate(opened) if section in {each for each, _ in opened[:at]}]
    return tuple(f"{words[:60].rstrip()}…" for words in (*concluded, *profiles, *back)[:1])


def headers_in(text: str) -> tuple[str, ...]:
    """The header lines: more than one, and there are several narratives in it."""
    return tuple(line.strip() for line in text.splitlines() if HEADER.match(line.strip()))


def is_whole(text: str) -> bool:
    return not (ends_midway(text) or begins_midway(text) or lacking(text))


def doubts(text: str) -> list[str]:
    """What may be missing from the facts of this text, or mixed in them."""
    found, more = [], several(text)
    if more:
        many = f"{len(headers_in(text))} narratives" if len(headers_in(text)) > 1 else "more than one narrative"
        found.append(f"{many} in one file ({'; '.join(more)}); split the file, facts are mixed")
    if begins_midway(text):
        found.append("the text begins in the middle of a sentence; facts before that place are missing")
    if lacking(text):
        found.append(f"no section on {' or '.join(lacking(text))}; if the text was cut, facts are missing")
    if ends_midway(text):
        found.append("the text ends in the middle of a sentence; facts after that place are missing")
    return found
