"""The person pauses, is out of contact, comes back or leaves the mechanism (nrm-procedure T15, T16, T21, T23, T24).

None of these is a finding: a pause closes nothing, leaving takes no service away, and whoever comes back is protected at once.
"""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.held import hold
from panoh.identification.actions.refusal import end_what_rested_on_consent
from panoh.identification.models import CaseNote, Decision, Panel
from panoh.registry import access, ledger, vault
from panoh.registry.actions import take_step
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import OutOfOrder, Refused
from panoh.screening.models import SecondLook

ATTEMPTS = 3
"""How often contact is tried by the agreed way before a case is paused for it (nrm-procedure T15)."""
MOST_ATTEMPTS = 99
"""More is a slip of the hand, not a number of times somebody was looked for. Panoh's own."""


@act
def pause_case(*, case: Case, asked_by_person: bool, attempts: int, risk: str, by: Officer, at: datetime) -> Case:
    """Deadlines stand still, help stays open, and somebody looks for the person again."""
    _begin(case, by)
    if not 0 <= attempts <= MOST_ATTEMPTS:
        raise Refused(
            _("Contact was hardly tried so often."),
            _("Write how often it was tried, from 0 to %(most)s.") % {"most": MOST_ATTEMPTS},
            subject=f"case:{case.pk}",
        )
    met = {"pause_grounds"} if asked_by_person or attempts >= ATTEMPTS else set()
    met |= {"risk_noted"} if risk.strip() else set()
    take_step(case=case, step="pause", met=frozenset(met), by=by, at=at)
    keep_note(case, "pause", risk, by=by, at=at)
    ledger.write(act="pause_case", by=by, at=at, subject=f"case:{case.pk}", asked=asked_by_person, attempts=attempts)
    return case


@act
def resume_case(*, case: Case, words: str = "", by: Officer, at: datetime) -> Case:
    """The person is in contact again: the case goes on where it stood, and deadlines run on, not anew."""
    _begin(case, by)
    take_step(case=case, step="resume", met=frozenset({"contact_again"}), by=by, at=at)
    keep_note(case, "resume", words, by=by, at=at)
    ledger.write(act="resume_case", by=by, at=at, subject=f"case:{case.pk}", state=case.state)
    return case


@act
def record_withdrawal(*, case: Case, effect_explained: bool, words: str, by: Officer, at: datetime) -> Case:
    """An adult leaves. What rested on consent ends, but services; an open panel and an unsigned proposal end undecided."""
    _begin(case, by)
    met = frozenset({"effect_explained"}) if effect_explained else frozenset()
    take_step(case=case, step="withdraw", met=met, by=by, at=at)
    end_what_rested_on_consent(case, because="withdrawn", by=by, at=at)
    Panel.objects.filter(case=case, decision=None, ended_at=None).update(ended_at=at)
    case.decisions.filter(status=Decision.Status.PROPOSED).update(status=Decision.Status.ENDED)
    ended = {"ended_at": at, "ended_by": by, "ended_because": SecondLook.Ended.NOT_WISHED}
    case.second_looks.filter(ended_at=None).update(**ended)
    keep_note(case, "withdraw", words, by=by, at=at)
    ledger.write(act="record_withdrawal", by=by, at=at, subject=f"case:{case.pk}")
    return case


@act
def come_back(*, case: Case, words: str = "", by: Officer, at: datetime) -> Case:
    """Somebody who left is there again, or a closed case is taken up again: presumed and protected at once. A referral
    needs a new consent. Who declined left no name, and theirs is a new interview."""
    _begin(case, by)
    if case.is_anonymous:
        raise OutOfOrder(
            _("This record has no name and keeps none: nobody can be put to it again."),
            _("Begin a new interview. The person is protected from the first sign on."),
            subject=f"case:{case.pk}",
        )
    step = "take_up_again" if case.state == "closed" else "come_back"
    take_step(case=case, step=step, by=by, at=at)
    keep_note(case, step, words, by=by, at=at)
    ledger.write(act="come_back", by=by, at=at, subject=f"case:{case.pk}", step=step)
    return case


def keep_note(case: Case, step: str, words: str, *, by: Officer, at: datetime) -> None:
    """Only where something was written."""
    if words.strip():
        note = CaseNote(case=case, step=step, written_by=by, written_at=at)
        vault.seal(note, {"words": words.strip()})
        note.save(force_insert=True)


def _begin(case: Case, by: Officer) -> None:
    access.require(by, access.Act.FOLLOW_PERSON, case)
    hold(case)
