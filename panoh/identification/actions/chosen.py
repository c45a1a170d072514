"""What an act takes from a list: the form and the API offer the list, and the act itself holds to it."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import Refused

Chosen = tuple[str, Collection[str]]


def require_chosen(case: Case, **chosen: Chosen) -> None:
    """Each by its name: the value and the list it must stand in."""
    for name, (value, offered) in chosen.items():
        if value not in offered:
            raise Refused(
                _("“%(value)s” is not among what can be chosen for %(name)s.") % {"value": value, "name": name},
                _("Choose one of: %(offered)s.") % {"offered": ", ".join(offered)},
                subject=f"case:{case.pk}",
            )


def require_own_voice(case: Case, who: str, *, by: Officer) -> None:
    """Nobody is the guardian of an adult; and an advocate asks as the person's representative and in no other name."""
    if who == "guardian" and case.track == Case.Track.ADULT:
        raise Refused(
            _("This person is an adult: no guardian asks for them."),
            _("Choose the person, or the representative whom they named."),
            subject=f"case:{case.pk}",
        )
    if by.role == access.Role.ADVOCATE and who != "representative":
        raise Refused(
            _("An advocate asks in the person’s name, as their representative."),
            _("Choose the representative. What a desk or the guardian asks for, they ask themselves."),
            subject=f"case:{case.pk}",
        )


def spoken_for(representative: str, *, by: Officer) -> str:
    """Who speaks for the person: as written, or the advocate who asks."""
    written = representative.strip()
    return written or (f"{by.name}, {by.desk}" if by.role == access.Role.ADVOCATE else "")
