"""What every page knows: which installation this is, and what the signed-in post may open."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from panoh.instruments import countries
from panoh.registry.access import Act, may
from panoh.registry.models import Officer
from panoh.registry.queries.installation import is_demonstration

_DOORS = (
    ("my_work", "", None),
    ("screening:home", "screening", Act.SCREEN),
    ("identification:home", "identification", Act.SEE_CASE),
    ("referral:home", "referral", Act.RECORD_NEED),
    ("protection:home", "protection", Act.SEE_SHELTERS),
    ("protection:consular_files", "consular", Act.KEEP_CONSULAR_FILE),
    ("protection:custodies", "custody", Act.KEEP_CUSTODY),
    ("protection:returns", "returns", Act.PREPARE_RETURN),
    ("protection:transfers", "transfers", Act.APPROVE_TRANSFER),
    ("justice:home", "justice", Act.SEE_FIGURES),
    ("prevention:home", "prevention", Act.SEE_FIGURES),
    ("statistics:home", "statistics", Act.SEE_FIGURES),
    ("assessment:tiers", "assessment", Act.SEE_FIGURES),
    ("ledger", "ledger", Act.READ_LEDGER),
    ("posts", "posts", Act.MANAGE_POSTS),
)


def _here(request: HttpRequest) -> str:
    """The word of the door one came in by: the page behind it, or its stage."""
    match = request.resolver_match
    words = {address: word for address, word, _act in _DOORS}
    return words.get(match.view_name, match.app_name) if match else ""


def installation(request: HttpRequest) -> dict[str, object]:
    """`demo` marks every page of a demonstration; `doors` are the stages this post may enter."""
    officer = request.user if isinstance(request.user, Officer) else None
    return {
        "demo": is_demonstration(),
        "doors": [(address, word) for address, word, act in _DOORS if officer and (act is None or may(officer, act))],
        "here": _here(request),
        "may_find": bool(officer and may(officer, Act.SEE_CASE)),
        "country": countries.country(settings.COUNTRY),
    }
