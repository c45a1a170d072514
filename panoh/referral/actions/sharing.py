"""Until when a desk sees what it was shown: sooner by the person's word, longer only when the person is asked again."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.referral.models import Referral
from panoh.referral.queries.sharing import consent_given_anew
from panoh.registry import access, ledger
from panoh.registry.actions import disclose, end_disclosure, keep_still
from panoh.registry.actions.consent import no_such_end
from panoh.registry.acts import act
from panoh.registry.models import Case, Disclosure, Officer
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.registry.rules.sharing import NoSuchEnd, shortened

UNDER_WAY = (Referral.Status.SENT, Referral.Status.ACCEPTED)


@act
def shorten_sharing(*, referral: Referral, until: date, by: Officer, at: datetime) -> Referral:
    """The person wishes the desk to see it for less long. The end moves nearer, never further."""
    held = _held(referral, by)
    shown = held.disclosure
    if held.standing not in UNDER_WAY or shown.until_at is None:
        raise OutOfOrder(
            _("The desk sees nothing of it any more."),
            _("Open the need to see what stands."),
            subject=f"case:{held.need.case_id}",
        )
    zone = countries.calendar(settings.COUNTRY).zone
    end = shortened(timezone.localtime(shown.until_at, zone), at=at, wished=until)
    if isinstance(end, NoSuchEnd):
        raise no_such_end(end, subject=f"case:{held.need.case_id}")
    Disclosure.objects.filter(pk=shown.pk).update(until_at=end)
    shown.until_at = end
    ledger.write(
        act="shorten_sharing",
        by=by,
        at=at,
        subject=f"case:{held.need.case_id}",
        referral=str(held.pk),
        until=until.isoformat(),
    )
    return held


@act
def share_again(*, referral: Referral, until: date | None = None, by: Officer, at: datetime) -> Referral:
    """The person was asked again and agrees: the desk that helps goes on seeing the same fields, for a new time.

    A child is not asked for consent: what lets the desk see it is still the duty to protect.
    """
    held = _held(referral, by)
    shown, case = held.disclosure, held.need.case
    if held.standing not in {Referral.Status.ACCEPTED, Referral.Status.OVER} or held.status != Referral.Status.ACCEPTED:
        raise Conflict(
            _("This desk is not helping any more."),
            _("Ask it again as for a new referral."),
            subject=f"case:{case.pk}",
        )
    consent = consent_given_anew(held)
    if case.track == Case.Track.ADULT and consent is None:
        raise Refused(
            _("The person was not asked again since this was shown."),
            _("Ask the person, record the answer, and go on from there. Until then the end stays as it is."),
            subject=f"case:{case.pk}",
        )
    if shown.ended_at is None:
        end_disclosure(disclosure=shown, because="shown_anew", by=by, at=at)
    held.disclosure = disclose(
        case=case,
        to_desk=held.to_desk,
        purpose=consent.purpose if consent else shown.purpose,
        fields=tuple(shown.fields),
        consent=consent,
        until=until,
        by=by,
        at=at,
    )
    held.save(update_fields=["disclosure"])
    ledger.write(act="share_again", by=by, at=at, subject=f"case:{case.pk}", referral=str(held.pk))
    return held


def _held(referral: Referral, by: Officer) -> Referral:
    """Locked, so that of two officers who move the same end the second sees what the first did."""
    access.require(by, access.Act.REFER, referral.need.case)
    keep_still(referral.need.case_id)
    rows = Referral.objects.select_for_update(no_key=True, of=("self",)).select_related("need__case", "to_desk__agency")
    held = rows.get(pk=referral.pk)
    held.disclosure = Disclosure.objects.select_for_update(no_key=True).get(pk=held.disclosure_id)
    return held
