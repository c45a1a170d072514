"""One page of questions, saved when left: its answers, and what was said and noted beside them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.screening.actions.answers import record_answers
from panoh.screening.actions.words import record_words
from panoh.screening.models import Screening
from panoh.screening.queries.reading import is_mark_of


@act
def record_page(
    *,
    screening: Screening,
    answers: Mapping[str, str],
    seen: Mapping[str, str] | None,
    texts: Mapping[str, tuple[str, str]],
    by: Officer,
    at: datetime,
) -> Screening:
    """All of the page or nothing of it. A text the officer left as it was shown is not written over a newer one."""
    held = screening
    if answers:
        held = record_answers(screening=held, answers=answers, seen=seen, by=by, at=at)
    for about, (text, shown) in texts.items():
        if not is_mark_of(shown, text) and (text or shown):
            held = record_words(screening=held, text=text, about=about, seen=shown, by=by, at=at)
    return held
