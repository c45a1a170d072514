"""A place that goes to somebody whose turn it is not: for a reason, on record, and seen by whoever keeps the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.protection.models import OutOfTurn, Place
from panoh.protection.queries.turns import ahead_of
from panoh.registry import ledger, vault
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import Refused


@dataclass(frozen=True)
class TurnReason:
    """Why somebody goes before others. It is kept only where others are ahead."""

    because: str
    words: str = ""


class NotTheirTurn(Refused):
    """Others wait longer for such a place, and no reason was given."""

    code = "not_their_turn"


def keep_the_turn(case: Case, place: Place, reason: TurnReason | None, *, by: Officer, at: datetime) -> None:
    """Inside the act that offers or gives the place, with the house's row locked: the list stands still meanwhile."""
    ahead = ahead_of(case, place, by=by, at=at)
    if not ahead:
        return
    said = _checked(case, reason, ahead)
    kept = OutOfTurn(case=case, place=place, because=said.because, ahead=ahead, by=by, at=at)
    vault.seal(kept, {"words": said.words.strip()})
    kept.save(force_insert=True)
    ledger.write(
        act="out_of_turn", by=by, at=at, subject=f"case:{case.pk}", place=place.pk, because=said.because, ahead=ahead
    )


def _checked(case: Case, reason: TurnReason | None, ahead: int) -> TurnReason:
    subject = f"case:{case.pk}"
    if reason is None or not reason.because:
        raise NotTheirTurn(
            _("Others on the waiting list are ahead, and this place would suit them: %(n)s.") % {"n": ahead},
            _("Offer it to whoever is first, or say why this person goes before. The reason is kept and seen."),
            subject=subject,
        )
    if reason.because not in OutOfTurn.Ground.values:
        raise Refused(
            _("This is no reason to leave the order of the list."), _("Choose one of the list."), subject=subject
        )
    if reason.because == OutOfTurn.Ground.OTHER and not reason.words.strip():
        raise Refused(
            _("Another reason needs words."), _("Write why this person goes before the others."), subject=subject
        )
    return reason
