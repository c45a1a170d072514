"""Cases opened in an emergency: what is open to an officer, what their desk has not seen yet, what waits for a review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.instruments.registry import reading_watch
from panoh.registry import access, ledger, vault
from panoh.registry.beside import Beside
from panoh.registry.models import Case, EmergencyOpening, Officer, not_shut, open_now
from panoh.registry.refusals import NotPermitted


@dataclass(frozen=True)
class EmergencyNote:
    """What the page of a case says of emergencies: the viewer's own that is open, and those their desk has not seen."""

    own: EmergencyOpening | None
    unseen: tuple[EmergencyOpening, ...]


def emergency_note(viewer: Officer, case: Case) -> EmergencyNote | None:
    found = _TO_SAY.of(case, viewer=viewer)
    responsible = case.desk_id == viewer.desk.pk or case.manager_id == viewer.pk
    own = next((each for each in found if each.officer_id == viewer.pk and each.opens_now), None)
    unseen = (
        tuple(each for each in found if each.officer_id != viewer.pk and not each.noticed_at) if responsible else ()
    )
    return EmergencyNote(own, unseen) if own or unseen else None


def to_notice(viewer: Officer) -> QuerySet[EmergencyOpening]:
    """Openings of the cases the viewer's desk or the viewer is responsible for, which nobody there has seen."""
    ours = Q(case__desk=viewer.desk) | Q(case__manager=viewer)
    return _with_records().filter(ours, noticed_at=None).exclude(officer=viewer).order_by("opened_at", "pk")


def to_review(viewer: Officer) -> QuerySet[EmergencyOpening]:
    """Every opening no data-protection officer has looked into."""
    access.require(viewer, access.Act.READ_LEDGER)
    return _with_records().filter(reviewed_at=None).order_by("opened_at", "pk")


def review_by(opening: EmergencyOpening) -> datetime:
    """By when a data-protection officer has looked into it; then it comes to another post as well."""
    return opening.opened_at + review_within()


def review_within() -> timedelta:
    return timedelta(days=reading_watch().review_within_days)


def late_reviews(now: datetime) -> QuerySet[EmergencyOpening]:
    """Of anybody, whoever asks: counted, or narrowed to whom it comes."""
    return EmergencyOpening.objects.filter(reviewed_at=None, opened_at__lt=now - review_within())


def opening_for(viewer: Officer, opening_id: UUID) -> EmergencyOpening:
    """One opening its officer, the responsible desk or whoever reads the ledger may act on; NotPermitted for others."""
    theirs = Q(officer=viewer) | Q(case__desk=viewer.desk) | Q(case__manager=viewer)
    mine = Q() if access.may(viewer, access.Act.READ_LEDGER) else theirs & not_shut(viewer)
    found = _with_records().filter(mine, pk=opening_id).first()
    if found is None:
        raise NotPermitted(
            _("There is no such emergency, or it is not yours to see."),
            _("Go back to your work and try again from there."),
        )
    return found


def words_of(opening: EmergencyOpening, *, viewer: Officer, at: datetime) -> dict[str, str]:
    """Why it was opened, and what was found: for whoever reviews it. The reading is on record."""
    access.require(viewer, access.Act.READ_LEDGER)
    with ledger.reading():
        subject = f"case:{opening.case_id}"
        ledger.write(act="read_emergency", by=viewer, at=at, subject=subject, fields=("because",), purpose="review")
        return {key: str(value) for key, value in vault.unseal(opening).items()}


def _with_records() -> QuerySet[EmergencyOpening]:
    return EmergencyOpening.objects.select_related("case__desk__agency", "officer__post__desk__agency")


_TO_SAY = Beside(
    lambda of, viewer: EmergencyOpening.objects.select_related("officer__post__desk__agency").filter(
        Q(open_now(), officer=viewer) | Q(noticed_at=None), case=of
    )
)
