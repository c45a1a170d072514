"""What a desk says of itself, so that whoever refers asks the right one first."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.provider import WHO
from panoh.referral.models import DeskNotice
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Desk, Officer
from panoh.registry.refusals import Conflict, Refused


@act
def describe_desk(
    *,
    opening: str,
    hours: str,
    languages: Collection[str],
    serves: Collection[str],
    places: int | None,
    free: int | None,
    step_free: bool | None = None,
    long_term: bool | None = None,
    guarded: bool | None = None,
    instead_of: int | None,
    by: Officer,
    at: datetime,
) -> DeskNotice:
    """The officer's own desk, and no other. `instead_of`: the notice this one was written over, None for the first."""
    access.require(by, access.Act.ANSWER_REFERRAL)
    _supersede(by.desk, instead_of, at=at)
    _check(opening, languages, serves, places, free)
    notice = DeskNotice(
        desk=by.desk,
        opening=opening,
        hours=hours,
        languages=sorted(languages),
        serves=[each for each in WHO if each in serves],
        places=places,
        free=free,
        step_free=step_free,
        long_term=long_term,
        guarded=guarded,
        said_by=by,
        said_at=at,
    )
    try:
        with transaction.atomic():
            notice.save(force_insert=True)
    except IntegrityError:
        raise _changed_meanwhile() from None
    ledger.write(act="describe_desk", by=by, at=at, subject=f"desk:{by.desk.code}", opening=opening, free=free)
    return notice


def _supersede(desk: Desk, instead_of: int | None, *, at: datetime) -> None:
    """Before any other fault: whoever is told of that one alone sends theirs again over words nobody showed them. Conditional:
    of two colleagues writing over the same notice, the second is told; of two first ones, by the database."""
    stands = DeskNotice.objects.filter(desk=desk, superseded_at=None)
    seen = not stands.exists() if instead_of is None else stands.filter(pk=instead_of).update(superseded_at=at)
    if not seen:
        raise _changed_meanwhile()


def _check(
    opening: str, languages: Collection[str], serves: Collection[str], places: int | None, free: int | None
) -> None:
    known = {language.code for language in countries.country(settings.COUNTRY).languages}
    if opening not in DeskNotice.Opening.values or set(languages) - known or set(serves) - set(WHO):
        raise Refused(
            _("An opening, a language or a group of people is not in the list."), _("Choose among those offered.")
        )
    if min(places or 0, free or 0) < 0 or (places is not None and free is not None and free > places):
        raise Refused(
            _("More places are free than there are."),
            _("Count again: how many places the desk has, and how many of them are free today."),
        )


def _changed_meanwhile() -> Conflict:
    return Conflict(
        _("A colleague changed what your desk says of itself a moment ago."),
        _("Look at what stands now, and send yours again if it is still right."),
    )
