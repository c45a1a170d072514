"""What a person is told before an interview, language by language: what it is, their choice, who will see it.

A language without a text here is explained by word of mouth or through the interpreter, and that is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from panoh.instruments import library
from panoh.instruments.kinds.source import Citation, citations
from panoh.instruments.reader import TextError, read

PARTS = ("what_this_is", "what_it_is_not", "your_choice", "help", "who_sees", "limits")


@dataclass(frozen=True)
class Told:
    """The text in one language, paragraph by paragraph. `draft` until a native reader has checked it."""

    language: str
    draft: bool
    adult: tuple[str, ...]
    child: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """One version of the text in every language there is."""

    version: str
    texts: tuple[Told, ...]
    sources: tuple[Citation, ...]

    def in_language(self, code: str) -> Told | None:
        """The text in exactly this language; nothing is guessed from a neighbouring one."""
        return next((text for text in self.texts if text.language == code), None)


@lru_cache
def explanation() -> Explanation:
    """The text in force. Raises TextError where a language stands twice or a source is not on the shelf."""
    return read_explanation(Path(__file__).parent / "interview.yaml")


def read_explanation(path: Path) -> Explanation:
    value = read(path, schema="explanation")
    texts = tuple(
        Told(
            language=each["language"],
            draft=not each["checked_by_native_reader"],
            adult=tuple(each["adult"][part] for part in PARTS),
            child=tuple(each["child"][part] for part in PARTS),
        )
        for each in value["texts"]
    )
    codes = [text.language for text in texts]
    for code in codes:
        if codes.count(code) > 1:
            raise TextError(f"{path.name}: the language {code!r} stands twice; keep one")
    built = Explanation(value["version"], texts, citations(value["sources"]))
    for citation in built.sources:
        if citation.source not in library.sources():
            raise TextError(f"{path.name}: the source {citation.source!r} is not in sources.yaml")
    return built
