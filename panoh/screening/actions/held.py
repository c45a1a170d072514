"""A screening held for one change: locked, still open, and open to this officer."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import OutOfOrder, Refused
from panoh.screening.models import Screening
from panoh.screening.queries.screenings import screening_for


def held(screening: Screening, by: Officer) -> Screening:
    """The screening as it is now, locked until the act is over, so that two officers change it one after the other."""
    Screening.objects.select_for_update(no_key=True).filter(pk=screening.pk).first()
    return screening_for(by, screening.pk, access.Act.SCREEN)


def held_open(screening: Screening, by: Officer) -> Screening:
    """Held, and not declined by the person."""
    now = held(screening, by)
    if now.outcome == Screening.Outcome.DECLINED:
        raise OutOfOrder(
            _("The person declined this screening; nothing can be added to it."),
            _("If the person wants to talk after all, begin a new screening."),
            subject=subject(now),
        )
    return now


def held_agreed(screening: Screening, by: Officer) -> Screening:
    """Held, and the person was asked and agreed: only now may anything personal be written down."""
    now = held_open(screening, by)
    if now.agreed_at is None:
        raise Refused(
            _("Nothing personal is written down before the person was asked."),
            _("Explain what this is and ask for agreement first."),
            subject=subject(now),
        )
    return now


def subject(screening: Screening) -> str:
    """How the ledger names a screening."""
    return f"screening:{screening.pk}"


def child_on_record(held: Screening) -> bool:
    """Whether the case the talk belongs to, or that of the line, is a child's."""
    of_line = held.roster_entry.case if held.roster_entry else None
    return any(case is not None and case.track == Case.Track.CHILD for case in (held.case, of_line))
