"""Which part of a whole a figure is: by the vocabulary, a nationality by its country, and in words where no list can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from panoh.instruments.kinds.source import Words
from panoh.instruments.kinds.vocabulary import Vocabulary
from panoh.narratives.words import nations

IN_WORDS = frozenset({"agency", "detail", "term", "topic"})
"""Told in words of the text, such as "2-6 years"."""
LONGEST = 500


def parts_unknown(breakdown: Iterable[tuple[str, str]], vocabulary: Vocabulary) -> Iterator[Words]:
    """What no list knows, with what it knows instead."""
    listed: dict[str, list[str]] = {}
    for each in vocabulary.parts:
        kind, _, part = each.partition(".")
        listed.setdefault(kind, []).append(part)
    for key, value in breakdown:
        if key in IN_WORDS:
            if not value.strip() or len(value) > LONGEST:
                yield _NO_WORDS.fill(key=key, most=LONGEST)
        elif key not in listed:
            yield _NO_KEY.fill(key=key[:40], known=", ".join(sorted(IN_WORDS | set(listed))))
        elif value not in listed[key] and not (key == "nationality" and value in nations()):
            known = listed[key] if key != "nationality" else [*listed[key], "TJK", "KGZ", "…"]
            yield _NO_VALUE.fill(key=key, value=value[:40], known=", ".join(known))


_NO_KEY = Words(
    "“{key}” is no part of a figure. There are: {known}.",
    "«{key}» — не часть показателя. Есть: {known}.",
    "«{key}» қисми нишондиҳанда нест. Инҳо ҳастанд: {known}.",
)
_NO_VALUE = Words(
    "“{key}={value}” stands in no list. There are: {known}.",
    "«{key}={value}» нет в списке. Есть: {known}.",
    "«{key}={value}» дар рӯйхат нест. Инҳо ҳастанд: {known}.",
)
_NO_WORDS = Words(
    "“{key}” is said in at least one and at most {most} letters.",
    "«{key}» — от одной до {most} букв.",
    "«{key}» аз як то {most} ҳарф гуфта мешавад.",
)
