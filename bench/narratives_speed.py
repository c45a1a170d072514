"""How long the visible narratives take to read, beside a plain regular expression and, where installed, spaCy."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from panoh.narratives.reading import read_narrative
from panoh.narratives.sources import Narrative, open_narrative

BASELINE = re.compile(r"(?<=[.!?])\s+|\b\d[\d,.]*\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.I)


def main(folder: Path | None = None) -> int:
    folder = folder or _shared()
    narratives = [open_narrative(path) for path in sorted(folder.glob("*.txt"))]
    if not narratives:
        print("no narratives beside the repository (shared/data/narratives); left out")
        return 0
    letters = sum(len(narrative.text) for narrative in narratives)
    started = time.perf_counter()
    _read(narratives[0])
    first = time.perf_counter() - started
    measured = {
        "plain regular expression": _seconds(lambda n: list(BASELINE.finditer(n.text)), narratives),
        "narrative reader": _seconds(_read, narratives),
    }
    if find_spec("spacy") is None:
        print("spaCy is not installed: its tokenising and sentence splitting are left out of the table")
    else:
        measured["spaCy, tokens and sentences"] = _seconds(_spacy(), narratives)
    print(f"{len(narratives)} narratives, {letters:,} letters; lexicon and first narrative {first:.2f} s")
    print(f"{'what':32}{'seconds':>10}{'ms each':>10}{'× regex':>10}")
    for what, seconds in measured.items():
        ratio = seconds / measured["plain regular expression"]
        print(f"{what:32}{seconds:>10.3f}{seconds / len(narratives) * 1e3:>10.2f}{ratio:>10.1f}")
    return 0


def _shared() -> Path:
    """The shared narratives, wherever above this file they lie."""
    places = [folder / "shared" / "data" / "narratives" for folder in Path(__file__).parents]
    return next((place for place in places if place.is_dir()), places[0])


def _read(narrative: Narrative) -> object:
    return read_narrative(
        narrative.text, name=narrative.name, country=narrative.country, report_year=narrative.report_year
    )


def _spacy() -> Callable[[Narrative], object]:
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return lambda narrative: list(pipeline(narrative.text).sents)


def _seconds(act: Callable[[Narrative], object], narratives: list[Narrative]) -> float:
    started = time.perf_counter()
    for narrative in narratives:
        act(narrative)
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
