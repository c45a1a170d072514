"""Writing down what a person needs. The only conditions are the officer's post and the person's wish (promise 2)."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions import make_sure_guardianship_knows
from panoh.instruments.referral import services
from panoh.referral.models import Need, Referral
from panoh.registry import access, ledger, vault
from panoh.registry.actions import keep_still
from panoh.registry.actions.clocks import on_event
from panoh.registry.actions.managing import who_answers
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import Conflict, Refused

ACCOMMODATION = "safe_accommodation"


@act
def record_need(
    *, case: Case, service: str, urgency: str, note: str, with_children: bool = False, by: Officer, at: datetime
) -> Need:
    """In any state and whatever the status, papers or nationality. The state of the case is not even looked at.

    Sent twice, from two tabs or by a second press, it is one need: the open one this officer wrote in the very same words,
    as long as nobody was asked about it."""
    access.require(by, access.Act.RECORD_NEED, case)
    keep_still(case.pk)
    stands = _written_before(
        Need.objects.filter(case=case, service=service, urgency=urgency, with_children=with_children, recorded_by=by),
        note,
    )
    if stands is not None:
        subject = f"case:{case.pk}"
        ledger.write(act="record_need", by=by, at=at, subject=subject, need=str(stands.pk), stood_already=True)
        return stands
    return write_need(case=case, service=service, urgency=urgency, note=note, with_children=with_children, by=by, at=at)


def _written_before(alike: QuerySet[Need], note: str) -> Need | None:
    still_open = alike.filter(met_at=None, referrals=None).order_by("recorded_at", "pk")
    return next((each for each in still_open if vault.unseal(each).get("note", "") == note), None)


def write_need(
    *, case: Case, service: str, urgency: str, note: str, with_children: bool = False, by: Officer, at: datetime
) -> Need:
    """Inside an act that asked already who may: the house somebody lives in hears that they wish to live elsewhere,
    though it is shown nothing else of the case any more."""
    keep_still(case.pk)
    if service not in {each.key for each in services()} or urgency not in Need.Urgency.values:
        raise Refused(
            _("This service or urgency is not in the catalogue."),
            _("Choose one of the list; say the rest in the note."),
            subject=f"case:{case.pk}",
        )
    need = Need(
        case=case,
        **who_answers(case.pk),
        service=service,
        urgency=urgency,
        with_children=with_children,
        recorded_by=by,
        recorded_at=at,
    )
    vault.seal(need, {"note": note})
    need.save(force_insert=True)
    let_urgent_be_known(need, by=by, at=at)
    ledger.write(act="record_need", by=by, at=at, subject=f"case:{case.pk}", need=str(need.pk), urgency=urgency)
    return need


@act
def meet_need(*, need: Need, by: Officer, at: datetime) -> None:
    """The need is met, or the person no longer wishes it: it leaves the lists of open work. Nothing is removed."""
    access.require(by, access.Act.RECORD_NEED, need.case)
    keep_still(need.case_id)
    if not close_needs(Need.objects.filter(pk=need.pk), at=at):
        raise Conflict(
            _("This need is closed already."), _("Open the case to see what stands."), subject=f"case:{need.case_id}"
        )
    need.met_at = at
    if need.service == ACCOMMODATION:
        on_event(case=need.case, event="shelter_given_or_not_wanted", at=at)
    ledger.write(act="meet_need", by=by, at=at, subject=f"case:{need.case_id}", need=str(need.pk))


def close_needs(needs: QuerySet[Need], *, at: datetime) -> int:
    """Part of an act by which they are met: those still open leave the lists, and so do the questions about them."""
    still_open = needs.filter(met_at=None)
    Referral.objects.filter(need__in=still_open.values("pk")).update(needed=False)
    return still_open.update(met_at=at)


def let_urgent_be_known(need: Need, *, by: Officer, at: datetime) -> None:
    """What cannot wait starts the clock of a shelter, and a child's guardianship authority hears of the case at once."""
    if need.urgency != Need.Urgency.NOW:
        return
    if need.service == ACCOMMODATION:
        on_event(case=need.case, event="shelter_needed_now", at=at)
    if need.case.track == Case.Track.CHILD:
        make_sure_guardianship_knows(case=need.case, by=by, at=at)
