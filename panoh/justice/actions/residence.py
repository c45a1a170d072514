"""Asking in a foreign victim's name that they may stay, and that a permit goes on while proceedings run and a year after.

No help waits for it: nothing here is read by a stage that helps, and nothing of it moves a case.
"""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.chosen import require_chosen, require_own_voice, spoken_for
from panoh.instruments import countries
from panoh.justice.models import PermitRequest, ResidencePermit
from panoh.justice.queries.proceedings import proceedings_of
from panoh.justice.queries.residence import ASK, deciding_desks, residence_of_the_country
from panoh.justice.rules.residence import goes_on_until, may_go_on
from panoh.justice.rules.stages import Fault
from panoh.referral.rules.agreement import purposes_for
from panoh.registry import access, ledger, vault
from panoh.registry.actions import disclose, end_disclosure, keep_still
from panoh.registry.actions.clocks import on_event
from panoh.registry.acts import act
from panoh.registry.models import FOR_A_PERMIT, Case, Desk, Disclosure, Officer
from panoh.registry.queries.consents import consent_to
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.registry.rules.clocks import due
from panoh.registry.wording import spoken

State = PermitRequest.RequestState
CLOCK, ASKED, DECIDED = "residence_permit", "permit_asked_for", "permit_decided"
SEEN_TO_DECIDE = ("names", "birth_date", "documents", FOR_A_PERMIT)
"""What a permit is made out in, and that it is for that alone. How the person is reached stays with those who help."""


@act
def ask_permit(
    *,
    case: Case,
    ground: str,
    to_desk: Desk,
    made_by: str,
    words: str = "",
    representative: str = "",
    by: Officer,
    at: datetime,
) -> PermitRequest:
    """On one ground; on the other at another time. The deciding desk sees who it is, if the person agreed (CETS 197 art. 14)."""
    access.require(by, ASK, case)
    require_chosen(case, ground=(ground, [each.key for each in residence_of_the_country().grounds]))
    said = {"words": words.strip(), "representative": spoken_for(representative, by=by)}
    made = _asked(case, ground, to_desk, made_by, said, by=by, at=at)
    ledger.write(act="ask_permit", by=by, at=at, subject=f"case:{case.pk}", ground=ground, to_desk=to_desk.code)
    return made


@act
def ask_extension(
    *,
    permit: ResidencePermit,
    to_desk: Desk,
    made_by: str,
    words: str = "",
    representative: str = "",
    by: Officer,
    at: datetime,
) -> PermitRequest:
    """The last day is computed from the proceedings; which they are is told to nobody, and stands nowhere but in justice."""
    case = permit.request.case
    access.require(by, ASK, case)
    keep_still(case.pk)
    _refuse_ended(permit, case)
    until = extended_until(permit, today=timezone.localdate(at))
    refuse(may_go_on(until, permit_until=permit.until_on), case)
    assert until is not None
    said = {"words": words.strip(), "representative": spoken_for(representative, by=by)}
    made = _asked(case, permit.request.ground, to_desk, made_by, said, extends=(permit, until), by=by, at=at)
    ledger.write(
        act="ask_extension", by=by, at=at, subject=f"case:{case.pk}", permit=str(permit.pk), to_desk=to_desk.code
    )
    return made


@act
def take_back_request(*, request: PermitRequest, by: Officer, at: datetime) -> PermitRequest:
    """The person does not want it any more, or it is asked of another desk. It closes nothing else."""
    access.require(by, ASK, request.case)
    keep_still(request.case_id)
    if not PermitRequest.objects.filter(pk=request.pk, state=State.OPEN).update(state=State.TAKEN_BACK):
        raise already_decided(request)
    on_event(case=request.case, event=DECIDED, at=at)
    end_disclosure(disclosure=request.disclosure, because="permit_taken_back", by=by, at=at)
    ledger.write(act="take_back_request", by=by, at=at, subject=f"case:{request.case_id}", request=str(request.pk))
    request.refresh_from_db()
    return request


@act
def end_permit(*, permit: ResidencePermit, because: str, on: date, by: Officer, at: datetime) -> ResidencePermit:
    """It is needed no more: nobody is reminded of its end. Only whoever asks in the person's name says so."""
    case = permit.request.case
    access.require(by, ASK, case)
    require_chosen(case, because=(because, ResidencePermit.NotNeeded.values))
    keep_still(case.pk)
    _refuse_ended(permit, case)
    if not permit.from_on <= on <= timezone.localdate(at):
        raise Refused(
            _("The day lies before the permit began, or ahead."), _("Correct the day."), subject=f"case:{case.pk}"
        )
    ResidencePermit.objects.filter(pk=permit.pk).update(ended_on=on, ended_because=because, ended_by=by)
    permit.refresh_from_db()
    ledger.write(act="end_permit", by=by, at=at, subject=f"case:{case.pk}", permit=str(permit.pk), because=because)
    return permit


def extended_until(permit: ResidencePermit, *, today: date) -> date | None:
    """The last day that follows from the proceedings now; None where none follows, or not for this ground."""
    rule = residence_of_the_country()
    if not rule.ground(permit.request.ground).goes_on_with_proceedings:
        return None
    return goes_on_until(proceedings_of(permit.request.case), months=rule.extension_months, today=today)


def refuse(fault: Fault | None, case: Case) -> None:
    if fault is not None:
        raise OutOfOrder(spoken(fault.reason), spoken(fault.way_forward), subject=f"case:{case.pk}")


def already_decided(request: PermitRequest) -> Conflict:
    return Conflict(
        _("This request waits for no decision any more."),
        _("Open the case again to see what came of it."),
        subject=f"case:{request.case_id}",
    )


def decide_by(case: Case, at: datetime) -> datetime:
    return due(at, procedure_of(case).clock(CLOCK), countries.calendar(settings.COUNTRY))


def _asked(
    case: Case,
    ground: str,
    to_desk: Desk,
    made_by: str,
    said: dict[str, str],
    *,
    extends: tuple[ResidencePermit, date] | None = None,
    by: Officer,
    at: datetime,
) -> PermitRequest:
    require_chosen(case, made_by=(made_by, PermitRequest.AskedBy.values))
    require_own_voice(case, made_by, by=by)
    keep_still(case.pk)
    _require_it_can_be_asked(case, to_desk)
    permit, until = extends or (None, None)
    made = PermitRequest(
        case=case,
        ground=ground,
        extends=permit,
        reckoned_until=until,
        made_by=made_by,
        to_desk=to_desk,
        disclosure=_shown(case, to_desk, by=by, at=at),
        asked_at=at,
        asked_by=by,
        decide_by=decide_by(case, at),
    )
    vault.seal(made, said)
    made.save(force_insert=True)
    on_event(case=case, event=ASKED, at=at)
    return made


def _shown(case: Case, to_desk: Desk, *, by: Officer, at: datetime) -> Disclosure:
    purposes = purposes_for(to_desk.agency.kind)
    consent = None if case.track == Case.Track.CHILD else consent_to(case, *purposes, desk=to_desk)
    purpose = consent.purpose if consent else purposes[0]
    return disclose(case=case, to_desk=to_desk, purpose=purpose, fields=SEEN_TO_DECIDE, consent=consent, by=by, at=at)


def _require_it_can_be_asked(case: Case, to_desk: Desk) -> None:
    about = f"case:{case.pk}"
    if not deciding_desks().filter(pk=to_desk.pk).exists():
        raise Refused(_("This desk decides on no residence permit."), _("Choose one of the list."), subject=about)
    if case.person.nationality == countries.country(settings.COUNTRY).alpha2:
        raise Refused(
            _("A citizen stays without a permit."),
            _("If the nationality on record is wrong, have it corrected first."),
            subject=about,
        )
    if PermitRequest.objects.filter(case=case, state=State.OPEN).exists():
        raise Conflict(
            _("A request is waiting for its decision in this case."),
            _("Wait for it, or take it back; the other ground can be asked for afterwards."),
            subject=about,
        )


def _refuse_ended(permit: ResidencePermit, case: Case) -> None:
    if ResidencePermit.objects.filter(pk=permit.pk, ended_on__isnull=False).exists():
        raise Conflict(
            _("It was said that this permit is needed no more."),
            _("Ask for a new one if the person wants to stay."),
            subject=f"case:{case.pk}",
        )
    if permit.extensions.filter(state=State.GRANTED).exists():
        raise Conflict(
            _("This permit goes on already by another."),
            _("Open the case and look at the newest permit."),
            subject=f"case:{case.pk}",
        )
