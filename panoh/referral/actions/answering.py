"""The desk's answer. A yes shows it who the person is; a no closes the case to it at once and says why."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.referral import answer_period
from panoh.referral.actions.no import end_with_no
from panoh.referral.models import Referral, Response
from panoh.referral.rules.agreement import SEEN_WHEN_ACCEPTED
from panoh.registry import access, ledger, vault
from panoh.registry.actions import disclose, end_disclosure, keep_still
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.registry.rules.clocks import due


@act
def answer(
    *, referral: Referral, accepted: bool, decline_reason: str, words: str, by: Officer, at: datetime
) -> Response:
    """Accept or decline for the desk that was asked. A decline carries a reason, so that another desk can be found."""
    _check(referral, accepted, decline_reason, words, by)
    keep_still(referral.need.case_id)
    # Locked: of two colleagues answering at once one answers, and the other is told.
    waiting = (
        Referral.objects.select_for_update(no_key=True, of=("self",)).select_related("need__case").get(pk=referral.pk)
    )
    if waiting.standing != Referral.Status.SENT:
        raise Conflict(
            _("This referral was answered or taken back a moment ago."),
            _("Go back to your work to see what waits now."),
            subject=f"case:{waiting.need.case_id}",
        )
    response = Response(
        referral=waiting, accepted=accepted, decline_reason="" if accepted else decline_reason, by=by, at=at
    )
    vault.seal(response, {"words": words})
    response.save(force_insert=True)
    if accepted:
        _accept(waiting, by=by, at=at)
    else:
        end_with_no(waiting, Referral.Status.DECLINED, because="declined", by=by, at=at)
    ledger.write(
        act="answer_referral",
        by=by,
        at=at,
        subject=f"case:{waiting.need.case_id}",
        referral=str(waiting.pk),
        accepted=accepted,
        reason=response.decline_reason,
    )
    return response


def _check(referral: Referral, accepted: bool, decline_reason: str, words: str, by: Officer) -> None:
    access.require(by, access.Act.ANSWER_REFERRAL)
    if referral.to_desk_id != by.desk.pk:
        raise NotPermitted(
            _("This was asked of another desk."),
            _("Only the desk that was asked answers."),
            subject=f"referral:{referral.pk}",
        )
    if not accepted and decline_reason not in Response.Decline.values:
        raise Refused(
            _("A decline needs its reason."),
            _("Choose the reason, so that the sender can find another desk."),
            subject=f"referral:{referral.pk}",
        )
    if not accepted and decline_reason == Response.Decline.OTHER and not words.strip():
        raise Refused(
            _("Another reason needs words."),
            _("Write it in a few words to the sender, so that they can find another desk."),
            subject=f"referral:{referral.pk}",
        )


def _accept(referral: Referral, *, by: Officer, at: datetime) -> None:
    """What was shown for answering ends, and the case opens with the fields a receiver needs. Both stay on record."""
    asked = referral.disclosure
    referral.disclosure = disclose(
        case=referral.need.case,
        to_desk=referral.to_desk,
        purpose=asked.purpose,
        fields=SEEN_WHEN_ACCEPTED,
        consent=asked.consent,
        until=asked.until_at,
        by=by,
        at=at,
    )
    referral.status = Referral.Status.ACCEPTED
    referral.report_due = due(at, answer_period(referral.need.urgency).report, countries.calendar(settings.COUNTRY))
    referral.save(update_fields=["disclosure", "status", "report_due"])
    end_disclosure(disclosure=asked, because="accepted", by=by, at=at)
