"""Telling the person what was decided (nrm-procedure T26). Until it was understood nothing runs against the person."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.chosen import require_chosen
from panoh.identification.actions.held import hold
from panoh.identification.models import Decision, Telling
from panoh.identification.queries.reviews import decision_to_tell
from panoh.identification.queries.wording import UNSAFE
from panoh.identification.rules import unsafe
from panoh.registry import access, ledger
from panoh.registry.actions import take_step
from panoh.registry.actions.clocks import on_event
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer, Purpose
from panoh.registry.queries.consents import consent_to
from panoh.registry.refusals import Conflict, Refused
from panoh.registry.wording import spoken_languages

NEGATIVE = frozenset({"preliminary_negative", "not_identified"})
"""Where the time to ask for reconsideration runs. Asked for before being told, it need not run."""


@act
def tell_decision(
    *,
    decision: Decision,
    to_whom: str,
    way: str,
    language: str,
    interpreter: str,
    outcome: str,
    paper: str,
    by: Officer,
    at: datetime,
) -> Telling:
    """Record one try. Understood: the clock for telling stops, and for a negative the time to ask for reconsideration
    starts now. Not understood or not reached: the try is kept and the clock runs on, to whomever it escalates."""
    case = decision.case
    access.require(by, access.Act.TELL_DECISION, case)
    hold(case)
    _require_chosen(case, to_whom, way, language, interpreter, outcome, paper)
    _require_untold(decision)
    how = {"to_whom": to_whom, "way": way, "language": language, "interpreter": interpreter, "paper": paper}
    _require_safe(case, how, reached=outcome != Telling.Outcome.NOT_REACHED)
    telling = Telling.objects.create(decision=decision, outcome=outcome, told_by=by, told_at=at, **how)
    if outcome == Telling.Outcome.UNDERSTOOD:
        take_step(case=case, step="tell_decision", met=frozenset({"person_informed"}), by=by, at=at)
        on_event(case=case, event="decision_told", at=at)
        if case.state in NEGATIVE:
            on_event(case=case, event="negative_told", at=at)
    ledger.write(act="tell_decision", by=by, at=at, subject=f"case:{case.pk}", outcome=outcome, way=way, paper=paper)
    return telling


def _require_chosen(case: Case, *given: str) -> None:
    lists = (Telling.ToWhom, Telling.Way, dict(spoken_languages()), Telling.Interpreter, Telling.Outcome, Telling.Paper)
    names = ("to_whom", "way", "language", "interpreter", "outcome", "paper")
    values = (each if isinstance(each, dict) else each.values for each in lists)
    require_chosen(case, **dict(zip(names, zip(given, values, strict=True), strict=True)))


def _require_untold(decision: Decision) -> None:
    if decision_to_tell(decision.case) != decision:
        raise Conflict(
            _("This decision was told already, or another one took its place."),
            _("Open the case again to see what was told, when and by whom."),
            subject=f"case:{decision.case_id}",
        )


def _require_safe(case: Case, how: dict[str, str], *, reached: bool) -> None:
    agreed = consent_to(case, Purpose.CONTACT_CHANNEL) is not None
    child = case.track == Case.Track.CHILD
    given = {key: said for key, said in how.items() if key != "language"}
    why = unsafe(child=child, way_agreed=agreed, reached=reached, **given)
    if why is not None:
        raise Refused(*UNSAFE[why], subject=f"case:{case.pk}")
