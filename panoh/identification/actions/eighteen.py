"""A child becomes an adult while the procedure runs: asked anew, and without an answer paused, never closed (T17, T17b)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.course import keep_note
from panoh.identification.actions.held import hold
from panoh.identification.queries.clocks import is_running
from panoh.registry import access, ledger, vault
from panoh.registry.actions import put_on_track, record_consent, take_step
from panoh.registry.actions.clocks import on_event
from panoh.registry.actions.consent import speaks_for_themselves
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer, Purpose
from panoh.registry.refusals import Refused
from panoh.registry.rules.age import is_child


@act
def ask_anew_at_eighteen(*, case: Case, agreed: bool, language: str, risk: str, by: Officer, at: datetime) -> Case:
    """Agreed: the case goes on as an adult's, where it stood; what happened before stays what was done to a child.
    No answer, or a no to think over: the case is paused, help goes on, and somebody asks again."""
    access.require(by, access.Act.FOLLOW_PERSON, case)
    hold(case)
    _require_eighteen(case, on=timezone.localdate(at))
    if agreed:
        put_on_track(case=case, track=Case.Track.ADULT, by=by, at=at)
        speaks_for_themselves(case, by=by, at=at)
        record_consent(case=case, purpose=Purpose.REFERRAL, given=True, language=language, explained=True, by=by, at=at)
        take_step(case=case, step="confirm_at_eighteen", met=frozenset({"adult_consent_renewed"}), by=by, at=at)
    else:
        met = frozenset({"risk_noted"}) if risk.strip() else frozenset()
        take_step(case=case, step="pause_at_eighteen", met=met, by=by, at=at)
        keep_note(case, "pause_at_eighteen", risk, by=by, at=at)
    if is_running(case, "turning_eighteen"):
        on_event(case=case, event="asked_anew", at=at)
    ledger.write(act="ask_anew_at_eighteen", by=by, at=at, subject=f"case:{case.pk}", agreed=agreed)
    return case


def _require_eighteen(case: Case, *, on: date) -> None:
    """By every reading of the papers: doubt still counts as a child."""
    person = case.person
    try:
        exact = date.fromisoformat(vault.unseal(person).get("birth_date", ""))
    except ValueError:
        exact = None
    child = is_child(
        on=on, born_from=person.born_from, born_to=person.born_to, birth_date=exact, in_doubt=person.age_in_doubt
    )
    if case.track != Case.Track.CHILD or child:
        raise Refused(
            _("Only somebody who was a child in this case and is surely eighteen now is asked anew."),
            _("If the age on record is wrong, correct it first; doubt counts as a child."),
            subject=f"case:{case.pk}",
        )
