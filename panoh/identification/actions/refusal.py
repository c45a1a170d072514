"""An adult declines the referral: an anonymous record stays, and nothing else (promise 4; nrm-procedure T05)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.forgetting import forget_person, lines_held
from panoh.identification.actions.held import hold
from panoh.identification.models import Refusal
from panoh.registry import access, ledger
from panoh.registry.actions import take_step, withdraw_all_but
from panoh.registry.acts import act
from panoh.registry.models import Case, DeclineReason, Disclosure, Officer, Purpose
from panoh.registry.refusals import Refused
from panoh.screening.models import RosterEntry


@act
def record_refusal(*, case: Case, reason: str, hotline_given: bool = True, by: Officer, at: datetime) -> Case:
    """Take the step, then forget who it was. Sex, nationality and a reason from the list stay.

    `hotline_given` is the officer's own statement. Services the person agreed to stay open: they rest on consents
    of their own. Taking part later needs a new record and a new consent.
    """
    access.require(by, access.Act.LODGE, case)
    hold(case)
    lines = lines_held(case)
    if reason not in DeclineReason.values:
        raise Refused(_("This is not one of the reasons."), _("Choose one from the list."), subject=f"case:{case.pk}")
    met = frozenset({"refusal_recorded"}) if hotline_given else frozenset()
    take_step(case=case, step="record_refusal", met=met, by=by, at=at)
    Refusal.objects.create(case=case, reason=reason, recorded_by=by, recorded_at=at)
    end_what_rested_on_consent(case, because="person_declined", by=by, at=at)
    forget_person(case, lines, by=by, at=at)
    RosterEntry.objects.filter(pk__in=lines).update(status=RosterEntry.Status.DECLINED)
    ledger.write(act="record_refusal", by=by, at=at, subject=f"case:{case.pk}", reason=reason)
    return case


def end_what_rested_on_consent(case: Case, *, because: str, by: Officer, at: datetime) -> None:
    """All consents but those to services are withdrawn, and what was shown because of them is closed."""
    withdraw_all_but(case, kept=Purpose.SERVICE, by=by, at=at)
    others = Disclosure.objects.filter(case=case, ended_at=None).exclude(purpose=Purpose.SERVICE)
    others.update(ended_at=at, ended_because=because)
