"""What is wrong with a pasted list of rates, in words that name the line."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.prevention.rules.rate_lines import MOST_LINES, Fault, LineFault, Span, read_rates

WORDS: dict[Fault, Promise] = {
    Fault.PARTS: _("Line %(n)s, “%(text)s”: write a day and a rate, or two days and a rate, with a space between."),
    Fault.DAY: _("Line %(n)s, “%(text)s”: there is no such day; write it as 2026-11-16 or 16.11.2026."),
    Fault.RATE: _("Line %(n)s, “%(text)s”: the rate is no number above nothing; write it as 10.62."),
    Fault.TOO_MANY: _("Line %(n)s and those after it are too many at once: send at most %(most)s lines."),
    Fault.NOTHING: _("No line holds a rate."),
}


def rates_in(text: str) -> tuple[Span, ...]:
    """Raises ValidationError naming the line; nothing of the list is taken then."""
    try:
        return read_rates(text)
    except LineFault as fault:
        named = {"n": fault.number, "text": fault.text[:60], "most": MOST_LINES}
        raise ValidationError(str(WORDS[fault.fault]) % named, code=fault.fault) from None
