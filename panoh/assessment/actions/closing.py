"""What was handed to a post is done when it is shown: by a document that counts, an accepted fact, or an approved answer."""

from __future__ import annotations

from panoh.assessment.models import HandedGap
from panoh.assessment.queries.criteria import handed_and_shown


def close_what_is_shown(country: str, measure: str = "") -> None:
    """After whatever may have shown something, of one measure where a fact says it. What is shown no more later has to be
    handed out again."""
    HandedGap.objects.filter(pk__in=handed_and_shown(country, measure)).update(open=False)
