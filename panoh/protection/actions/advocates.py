"""An independent advocate: named by the person, answered by the desk, told what is decided, ended by the person at any time.

For a child the advocate stands beside the guardian and never in their place: no consent of theirs counts as the guardian's.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.chosen import require_chosen
from panoh.instruments import countries
from panoh.instruments.referral import answer_period
from panoh.protection.models import Advocate
from panoh.protection.queries.advocates import TIES, consent_to_advocate, standing, ties_of
from panoh.protection.rules.advocates import SEEN_TO_ANSWER, SHARED
from panoh.registry import access, ledger
from panoh.registry.actions import disclose, end_disclosure, keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Consent, Desk, Officer, Purpose, shown_now
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.registry.rules.clocks import due

Ended = Advocate.Ended


@act
def name_advocate(
    *,
    case: Case,
    desk: Desk,
    wished: bool,
    shares: Collection[str],
    until: date | None = None,
    by: Officer,
    at: datetime,
) -> Advocate:
    """Ask one desk for the person. It sees reference, track and region until it answers, and then what the person shares.

    An adult's yes to this purpose is what it rests on; for a child it is their wish, beside the guardian.
    """
    access.require(by, access.Act.NAME_ADVOCATE, case)
    keep_still(case.pk)
    consent = _wished(case, wished, shares)
    _require_independent(desk, case)
    _close_what_no_longer_stands(case, at=at)
    shown = disclose(
        case=case,
        to_desk=desk,
        purpose=Purpose.ADVOCATE,
        fields=SEEN_TO_ANSWER,
        consent=consent,
        to_answer=True,
        until=until,
        by=by,
        at=at,
    )
    answer_due = due(at, answer_period("soon"), countries.calendar(settings.COUNTRY))
    asked = {"case": case, "desk": desk, "disclosure": shown, "shares": sorted(set(shares)), "answer_due": answer_due}
    try:
        with transaction.atomic():
            named = Advocate.objects.create(**asked, named_by=by, named_at=at)
    except IntegrityError:
        raise Conflict(
            _("Somebody was named as this person’s advocate already."),
            _("If the person wants another one, end that first, by their wish."),
            subject=f"case:{case.pk}",
        ) from None
    ledger.write(act="name_advocate", by=by, at=at, subject=f"case:{case.pk}", to_desk=desk.code, shares=named.shares)
    return named


@act
def answer_as_advocate(
    *, advocate: Advocate, accepted: bool, decline_reason: str = "", by: Officer, at: datetime
) -> Advocate:
    """Yes opens what the person shares; no says why, so that another one can be named. Independence is looked at anew."""
    access.require(by, access.Act.ANSWER_REFERRAL)
    _require_own(advocate, by)
    case = advocate.case
    if not accepted:
        require_chosen(case, decline_reason=(decline_reason, Advocate.Decline.values))
    keep_still(case.pk)
    waiting = Advocate.objects.filter(shown_now("disclosure__"), pk=advocate.pk, accepted=None, ended_at=None).first()
    if waiting is None:
        raise Conflict(
            _("This was answered, or taken back by the person, a moment ago."),
            _("Go back to your work to see what waits now."),
            subject=f"case:{case.pk}",
        )
    if accepted:
        _require_independent(advocate.desk, case)
    _accept(waiting, by=by, at=at) if accepted else _decline(waiting, decline_reason, by=by, at=at)
    ledger.write(
        act="answer_as_advocate",
        by=by,
        at=at,
        subject=f"case:{case.pk}",
        accepted=accepted,
        reason=waiting.decline_reason,
    )
    return waiting


@act
def end_advocate(*, advocate: Advocate, because: str, by: Officer, at: datetime) -> Advocate:
    """By the person's wish, said to whoever works with them, at any time and without a reason; or by the advocate. What the
    desk was shown closes at once."""
    case = advocate.case
    own = by.desk.pk == advocate.desk_id and access.may(by, access.Act.ANSWER_REFERRAL)
    if not own:
        access.require(by, access.Act.NAME_ADVOCATE, case)
    require_chosen(case, because=(because, (Ended.LEAVES,) if own else (Ended.WISH, Ended.NOT_INDEPENDENT)))
    keep_still(case.pk)
    still = Advocate.objects.filter(pk=advocate.pk, ended_at=None)
    if not still.update(ended_at=at, ended_by=by, ended_because=because):
        raise Conflict(
            _("This advocate does not stand by the person any more."),
            _("Open the case again to see who does."),
            subject=f"case:{case.pk}",
        )
    advocate.refresh_from_db()
    why = "advocate_left" if own else "advocate_ended"
    end_disclosure(disclosure=advocate.disclosure, because=why, by=by, at=at)
    ledger.write(act="end_advocate", by=by, at=at, subject=f"case:{case.pk}", because=because)
    return advocate


@act
def note_decisions(*, advocate: Advocate, by: Officer, at: datetime) -> Advocate:
    """The advocate has seen what was decided; the line leaves their work until something new takes effect."""
    access.require(by, access.Act.ANSWER_REFERRAL)
    _require_own(advocate, by)
    keep_still(advocate.case_id)
    stands = standing(advocate.case)
    if stands is None or stands.pk != advocate.pk or not stands.accepted:
        raise OutOfOrder(
            _("Your desk does not stand by this person now."),
            _("Go back to your work to see what waits now."),
            subject=f"case:{advocate.case_id}",
        )
    stands.decisions_seen_at = at
    stands.save(update_fields=["decisions_seen_at"])
    ledger.write(act="note_decisions", by=by, at=at, subject=f"case:{advocate.case_id}")
    return stands


def _wished(case: Case, wished: bool, shares: Collection[str]) -> Consent | None:
    subject = f"case:{case.pk}"
    for field in shares:
        require_chosen(case, shares=(field, SHARED))
    consent = consent_to_advocate(case)
    if not wished or (consent is None and case.track == Case.Track.ADULT):
        raise Refused(
            _("An advocate is the person’s own choice, and this choice is not on record."),
            _(
                "Explain who an advocate is and what they would see; record the consent, and name whom the person chooses."
            ),
            subject=subject,
        )
    return consent if case.track == Case.Track.ADULT else None


def _require_independent(desk: Desk, case: Case) -> None:
    found = ties_of(desk, case)
    if found:
        raise Refused(
            _("%(desk)s cannot be the advocate here: it %(why)s.")
            % {"desk": desk, "why": ", ".join(str(TIES[tie]) for tie in found)},
            _("Choose a desk that neither helps, shelters nor decides in this case."),
            subject=f"case:{case.pk}",
        )


def _close_what_no_longer_stands(case: Case, *, at: datetime) -> None:
    """A consent was withdrawn, or the time is over: whoever was named before is named no longer."""
    stands = Advocate.objects.filter(shown_now("disclosure__"), case=case).values("pk")
    gone = Advocate.objects.filter(case=case, ended_at=None).exclude(pk__in=stands)
    gone.update(ended_at=at, ended_because=Ended.CLOSED)


def _require_own(advocate: Advocate, by: Officer) -> None:
    if advocate.desk_id != by.desk.pk:
        raise NotPermitted(
            _("Another desk was named."), _("Only the desk that was named answers."), subject=f"case:{advocate.case_id}"
        )


def _accept(waiting: Advocate, *, by: Officer, at: datetime) -> None:
    asked = waiting.disclosure
    waiting.disclosure = disclose(
        case=waiting.case,
        to_desk=waiting.desk,
        purpose=Purpose.ADVOCATE,
        fields=tuple(waiting.shares),
        consent=asked.consent,
        until=asked.until_at,
        by=by,
        at=at,
    )
    waiting.accepted, waiting.answered_by, waiting.answered_at, waiting.decisions_seen_at = (
        True,
        by,
        at,
        waiting.named_at,
    )
    waiting.save(update_fields=["disclosure", "accepted", "answered_by", "answered_at", "decisions_seen_at"])
    end_disclosure(disclosure=asked, because="accepted", by=by, at=at)


def _decline(waiting: Advocate, reason: str, *, by: Officer, at: datetime) -> None:
    waiting.accepted, waiting.decline_reason = False, reason
    waiting.answered_by = waiting.ended_by = by
    waiting.answered_at = waiting.ended_at = at
    waiting.ended_because = Ended.LEAVES
    waiting.save()
    end_disclosure(disclosure=waiting.disclosure, because="declined", by=by, at=at)
