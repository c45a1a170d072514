"""Where a narrative speaks of what the government did: its header, its headed sections, and what is out of scope."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

INTRODUCTION = "introduction"
EFFORTS = "efforts"  # a special case tells all that was done under one heading
OUT_OF_SCOPE = frozenset({"recommendations", "profile", "header"})

_HEADINGS = (
    ("recommendations", re.compile(r"^(?:prioritized |priority )?recommendations(?: for .+)?:?$", re.I)),
    ("prosecution", re.compile(r"^(?:prosecution|law enforcement)(?: efforts)?:?$", re.I)),
    ("protection", re.compile(r"^(?:victim )?protection(?: efforts)?:?$", re.I)),
    ("prevention", re.compile(r"^prevention(?: efforts)?:?$", re.I)),
    (EFFORTS, re.compile(r"^government efforts:?$", re.I)),
    ("profile", re.compile(r"^(?:trafficking profile|scope and magnitude):?$", re.I)),
)
HEADER = re.compile(
    r"^(?P<country>[A-ZÀ-Þ][^:()\n]{2,60}?)\s*(?::|\()\s*(?P<tier>Tier\s+(?:1|2\s+Watch\s*List|2|3)|Special\s+Case)\)?\.?$",
    re.I,
)
# Texts taken out of a PDF sometimes lose the line a heading stood on.
_GLUED = re.compile(
    r"(?<=[.)”\"])\s*(?P<section>RECOMMENDATIONS|PROSECUTION|PROTECTION|PREVENTION|TRAFFICKING PROFILE)"
    r"(?: FOR [A-Z .,'’&-]+?)?\s*(?=[A-Z][a-z]|A )"
)
_SECTIONS = {
    "RECOMMENDATIONS": "recommendations",
    "PROSECUTION": "prosecution",
    "PROTECTION": "protection",
    "PREVENTION": "prevention",
    "TRAFFICKING PROFILE": "profile",
}
_LEAD = (
    r"^The (?:government|Government of [A-Z][^.]{2,40}?|central government)(?: has)? (?:\w+ )?"
    r"(?:maintained|increased|decreased|made|sustained|continued|demonstrated|improved|strengthened|undertook)"
)
_LEADS = (
    (
        "prosecution",
        re.compile(_LEAD + r"[^.;]{0,40}\b(?:law enforcement|prosecution|efforts to prosecute)\b[^.]{0,30}\."),
    ),
    ("protection", re.compile(_LEAD + r"[^.;]{0,40}\b(?:protection efforts|efforts to (?:identify and )?protect)\b")),
    ("prevention", re.compile(_LEAD + r"[^.;]{0,40}\b(?:prevention efforts|efforts to prevent)\b")),
)
# Older reports advise within a line: "Recommendations for Moldova: Continue to ..."
_ADVICE = re.compile(r"^(?:prioritized )?recommendations(?: for [^:]{2,50})?:", re.I)
_PROFILE = re.compile(
    r"^(?:As reported over the past|.{3,60}? is (?:a|an|primarily a|principally a)"
    r" (?:\w+, ){0,3}(?:and )?(?:source|transit|destination|country of origin|origin))",
)


@dataclass(frozen=True)
class Paragraph:
    start: int
    end: int
    section: str


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs with the section each stands in; headings themselves are left out."""
    section = INTRODUCTION
    for line in re.finditer(r"[^\n]+", text):
        words = line.group().strip()
        if not words or words == "[...]":
            continue
        heading = _heading(words)
        if heading is not None:
            section = heading
            continue
        section = _led_in(words, section)
        start = line.start()
        for glued in _GLUED.finditer(text, line.start(), line.end()):
            yield Paragraph(start, glued.start(), _kind(text[start : glued.start()].strip(), section))
            section, start = _SECTIONS[glued["section"]], glued.end()
        yield Paragraph(start, line.end(), _kind(text[start : line.end()].strip(), section))


def headings(text: str) -> Iterator[tuple[str, str]]:
    """The sections that have a line of their own for their heading, each with its words."""
    for line in text.splitlines():
        section = _heading(line.strip())
        if section is not None:
            yield section, line.strip()


def begins_section(words: str) -> str | None:
    """The section a paragraph opens by its first sentence, as each does once."""
    return next((name for name, shape in _LEADS if shape.match(words)), None)


def _heading(words: str) -> str | None:
    return next((name for name, shape in _HEADINGS if len(words) < 80 and shape.match(words)), None)


def _led_in(words: str, section: str) -> str:
    """A text cut out of a report can have lost its headings; the first sentence of a section says which it is."""
    if section in (INTRODUCTION, "profile"):
        return begins_section(words) or section
    return section


def _kind(words: str, section: str) -> str:
    if HEADER.match(words):
        return "header"
    if _ADVICE.match(words):
        return "recommendations"
    if section == INTRODUCTION and (_PROFILE.match(words) or "•" in words):
        return "profile"
    return section
