"""The end of a stay: by the person's wish at once, against it or for a child only with a second officer's signature."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions import make_sure_guardianship_knows
from panoh.protection.actions.stays import check_own
from panoh.protection.models import Absence, Departure, Stay
from panoh.protection.rules.leaving import MayNotEnd, may_end
from panoh.registry import access, ledger, vault
from panoh.registry.actions import disclose
from panoh.registry.actions.cases import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer, Purpose
from panoh.registry.queries.consents import consent_to
from panoh.registry.refusals import Conflict, Refused
from panoh.registry.wording import spoken

Because = Departure.Because
SEEN_TO_FOLLOW_UP = ("names", "contact")


@act
def end_stay(
    *, stay: Stay, because: str, where_to: str, wished: bool, words: str = "", by: Officer, at: datetime
) -> Departure:
    """The person leaves, as they may at any time. What needs two officers waits for the second, and the stay goes on."""
    access.require(by, access.Act.GIVE_PLACE)
    held = _held(stay, by)
    second = _check(held, because, where_to, wished, words, at)
    departure = Departure(
        stay=held,
        because=because,
        where_to=where_to,
        wished=wished,
        needs_second=second,
        asked_by=by,
        asked_at=at,
        decided_by=None if second else by,
        decided_at=None if second else at,
    )
    _keep(departure, words)
    if not second:
        close(held, by=by, at=at)
        stay_in_touch(departure, by=by, at=at)
    _write("end_stay", departure, by=by, at=at)
    return departure


@act
def sign_departure(*, departure: Departure, by: Officer, at: datetime) -> Departure:
    """The second officer, never the one who asked: from this moment the place is free."""
    access.require(by, access.Act.GIVE_PLACE)
    held = _waiting(departure, by)
    if held.asked_by_id == by.pk:
        raise Refused(
            _("You asked for this yourself; it takes a colleague to sign."),
            _("Ask a colleague of the house to look at it. The person stays until then."),
            subject=f"case:{held.stay.case_id}",
        )
    held.decided_by, held.decided_at = by, at
    held.save(update_fields=["decided_by", "decided_at"])
    close(held.stay, by=by, at=at)
    stay_in_touch(held, by=by, at=at)
    if held.because == Because.NOT_BACK and held.stay.case.track == Case.Track.CHILD:
        make_sure_guardianship_knows(case=held.stay.case, by=by, at=at)
    _write("sign_departure", held, by=by, at=at)
    return held


@act
def refuse_departure(*, departure: Departure, by: Officer, at: datetime) -> Departure:
    """Not signed, or taken back: the person stays. It stays on record that it was asked."""
    access.require(by, access.Act.GIVE_PLACE)
    held = _waiting(departure, by)
    held.decided_by, held.decided_at, held.refused = by, at, True
    held.save(update_fields=["decided_by", "decided_at", "refused"])
    _write("refuse_departure", held, by=by, at=at)
    return held


def stay_in_touch(departure: Departure, *, by: Officer, at: datetime) -> None:
    """Whoever agreed to be asked after is shown to the house until the last of those contacts, and no one else is.

    What the house saw to give a place ends by itself long before a year is over.
    """
    consent = consent_to(departure.stay.case, Purpose.FOLLOW_UP, desk=departure.stay.place.shelter.desk)
    if consent is not None:
        disclose(
            case=departure.stay.case,
            to_desk=departure.stay.place.shelter.desk,
            purpose=Purpose.FOLLOW_UP,
            fields=SEEN_TO_FOLLOW_UP,
            consent=consent,
            by=by,
            at=at,
        )


def close(stay: Stay, *, by: Officer, at: datetime) -> None:
    """Free the bed by a conditional update: of two officers at once one ends the stay."""
    if not Stay.objects.filter(pk=stay.pk, until_at=None).update(until_at=at, ended_by=by):
        raise _ended(stay)
    Absence.objects.filter(stay=stay, back_at=None).update(back_at=at)
    stay.refresh_from_db()


def _held(stay: Stay, by: Officer) -> Stay:
    """Locked after the case, so that of two officers at once each sees what the other did."""
    keep_still(stay.case_id)
    held = Stay.objects.select_for_update(no_key=True, of=("self",)).select_related("place__shelter", "case")
    found = held.get(pk=stay.pk)
    check_own(found.place, by)
    if found.until_at is not None:
        raise _ended(found)
    return found


def _ended(stay: Stay) -> Conflict:
    return Conflict(
        _("This stay has ended already."), _("Open the shelter's page again."), subject=f"case:{stay.case_id}"
    )


def _check(stay: Stay, because: str, where_to: str, wished: bool, words: str, at: datetime) -> bool:
    subject = f"case:{stay.case_id}"
    if because not in Because.values or because == Because.MOVED or where_to not in Departure.WhereTo.values:
        raise Refused(_("A stay ends with a reason from the list."), _("Choose the reason."), subject=subject)
    out = stay.absences.filter(back_at=None).first()
    answer = may_end(
        because=because,
        where_to=where_to,
        wished=wished,
        track=stay.case.track,
        out_for=at - out.out_at if out else None,
    )
    if isinstance(answer, MayNotEnd):
        raise Refused(spoken(answer.reason), spoken(answer.way_forward), subject=subject)
    if not wished and not words.strip():
        raise Refused(
            _("Ending a stay against the person's wish needs written reasons."),
            _("Write what happened, what was tried before, and where the person can go."),
            subject=subject,
        )
    return answer.second


def _keep(departure: Departure, words: str) -> None:
    vault.seal(departure, {"words": words.strip()})
    try:
        with transaction.atomic():
            departure.save(force_insert=True)
    except IntegrityError:
        raise Conflict(
            _("The end of this stay waits for a colleague's signature already."),
            _("Open it from the list of residents to sign it or to take it back."),
            subject=f"case:{departure.stay.case_id}",
        ) from None


def _waiting(departure: Departure, by: Officer) -> Departure:
    """The stay's row is locked, as where its end is asked for."""
    stay = _held(departure.stay, by)
    held = Departure.objects.filter(pk=departure.pk, decided_at=None).first()
    if held is None:
        raise Conflict(
            _("A colleague has decided this already."),
            _("Open the list of residents to see how."),
            subject=f"case:{stay.case_id}",
        )
    held.stay = stay
    return held


def _write(name: str, departure: Departure, *, by: Officer, at: datetime) -> None:
    ledger.write(
        act=name,
        by=by,
        at=at,
        subject=f"case:{departure.stay.case_id}",
        place=departure.stay.place_id,
        because=departure.because,
        wished=departure.wished,
        waits=departure.decided_at is None,
    )
