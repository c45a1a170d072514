"""Why a person stands where they stand in the queue, in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.final_analysis import Outcome
from panoh.instruments.kinds.source import Verification
from panoh.instruments.library import screening_instruments
from panoh.screening.models import RosterEntry

SEEN = {
    "child": _("child, or perhaps a child"),
    "in_danger": _("in immediate danger"),
    "injured": _("injured or ill"),
    "alone": _("alone"),
    "detained": _("detained"),
    "some_sign": _("some signs in the answers"),
}
GRAVE = frozenset(("child", "in_danger"))


@dataclass(frozen=True)
class Why:
    """One reason. `finding`: what the answers on the list come to. `provisional`: not yet held against an official text."""

    text: str
    grave: bool = False
    finding: bool = False
    provisional: bool = False


def why(entry: RosterEntry) -> tuple[Why, ...]:
    """The reasons in the order they weigh; what the answers come to as the instrument words it."""
    reasons = [Why(str(SEEN[code]), grave=code in GRAVE) for code in entry.because if code in SEEN]
    found = _outcomes(entry.instrument) if entry.instrument else {}
    for outcome in (found[code] for code in entry.because if code in found):
        if outcome.presumed:
            provisional = outcome.citation.verification is Verification.PROVISIONAL
            reasons.append(
                Why(outcome.label.in_language(get_language() or "en"), finding=True, provisional=provisional)
            )
    return tuple(reasons)


@lru_cache
def _outcomes(instrument: str) -> dict[str, Outcome]:
    found = next((each for each in screening_instruments() if each.id == instrument), None)
    if found is None:  # a set an installation added once, and took away since
        return {}
    analysis = found.final_analysis
    return {outcome.code: outcome for outcome in (*analysis.adult, *analysis.child)}
