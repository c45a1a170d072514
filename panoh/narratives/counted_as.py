"""What a number counts where its noun alone would mislead: inspections of recruiters, calls from workers, sessions."""

from __future__ import annotations

from panoh.narratives.phrases import ABOUT
from panoh.narratives.sentence import Sentence


def of_recruiters(sentence: Sentence, at: int) -> bool:
    """Recruiters stand right behind "inspections of", before any other noun."""
    items = sentence.items
    of = next((k for k in range(at + 1, min(at + 5, len(items))) if items[k].low in ("of", "on", "at")), None)
    behind = [item.noun for item in items[of : of + 4] if item.noun] if of is not None else []
    return behind[:1] == ["recruiter"]


def phoned(sentence: Sentence, at: int) -> bool:
    """ "received calls from 1,150 migrant workers": the calls are counted by who made them."""
    before = sentence.items[max(0, at - 4) : at]
    calls = next((k for k, item in enumerate(before) if item.noun == "call"), None)
    led = [item.low for item in before[calls + 1 :]] if calls is not None else []
    return led[:1] == ["from"] and all(low in ABOUT for low in led[1:])


def of_council(sentence: Sentence, at: int) -> bool:
    """Sessions of a council, with nothing said of what they taught."""
    items = sentence.items
    behind = items[at + 1 : at + 4]
    sits = any(item.low.split()[-1] in ("sessions", "session") for item in behind)
    before = [item for k, item in enumerate(items[:at]) if sentence.clauses[k] == sentence.clauses[at]]
    taught = any(item.low in ("on", "for", "to") or item.noun == "official" for item in items[at + 2 : at + 5])
    return sits and not taught and any(item.noun == "commission" for item in before[-5:])
