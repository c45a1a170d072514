"""What an act takes from a list: the form and the API offer the list, and the act itself holds to it."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case
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


def require_own_voice(case: Case, who: str) -> None:
    """Nobody is the guardian of an adult, and no one speaks for them but whom they named."""
    if who == "guardian" and case.track == Case.Track.ADULT:
        raise Refused(
            _("This person is an adult: no guardian asks for them."),
            _("Choose the person, or the representative whom they named."),
            subject=f"case:{case.pk}",
        )
