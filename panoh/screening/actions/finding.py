"""Finishing an interview: what the answers come to. A finding opens doors and closes none."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.screening import Form
from panoh.registry import access, ledger
from panoh.registry.actions import take_step
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import OutOfOrder
from panoh.screening.actions.held import held_agreed, subject
from panoh.screening.actions.second_look import looked_again
from panoh.screening.models import Finding, RosterEntry, Screening
from panoh.screening.queries.finding import assess_screening
from panoh.screening.queries.screenings import instrument_of, screening_for
from panoh.screening.queries.two_steps import full_due_of
from panoh.screening.rules import Assessment
from panoh.screening.rules.conditions import INDEPENDENT
from panoh.screening.rules.two_steps import is_first

CONDITIONS = frozenset({"private_place", "independent_interpreter"})
ON_JUDGEMENT = "ON_JUDGEMENT"
STEP_FROM = {"signal": "screen", "screened_negative": "screen_again"}


@act
def finish(*, screening: Screening, on_judgement: bool = False, by: Officer, at: datetime) -> Finding:
    """Assess and record the finding; move the case to presumed, or to screened, from where the procedure allows it.

    `on_judgement`: the officer presumes whatever the score says. Further along, a finding is recorded and moves
    nothing: no case is closed or put back by it. A first step moves no case by itself, either way.
    """
    held = held_agreed(screening, by)
    latest = held.findings.order_by("-pk").first()
    if held.outcome == Screening.Outcome.FINISHED and latest and (latest.on_judgement or not on_judgement):
        return latest
    assessment = _assessed(held, on_judgement=on_judgement)
    lines = _lines_held(held)
    finding = _record(held, assessment, on_judgement=on_judgement, by=by, at=at)
    _move(held, finding, by=by, at=at)
    held.outcome, held.finished_at = Screening.Outcome.FINISHED, at
    held.save(update_fields=["outcome", "finished_at"])
    held.pauses.filter(resumed_at=None).update(resumed_at=at, resumed_by=by)
    _place_on_lists(held, lines)
    looked_again(held, by=by, at=at)
    ledger.write(
        act="finish",
        by=by,
        at=at,
        subject=subject(held),
        outcome=finding.outcome,
        presumed=finding.presumed,
        on_judgement=on_judgement,
    )
    return finding


@act
def print_finding(*, screening: Screening, by: Officer, at: datetime) -> Screening:
    """The finding is put on paper for a case file; the paper says who took it out and when, and so does the ledger."""
    screening_for(by, screening.pk, access.Act.READ_SCREENING)
    if not screening.findings.exists():
        raise OutOfOrder(_("This interview has no finding yet."), _("Go on with the questions, then finish."))
    ledger.write(act="print_finding", by=by, at=at, subject=subject(screening), purpose="case_file")
    return screening


def _lines_held(held: Screening) -> list[UUID]:
    """The list the person came with, and any that still waits for their full interview: locked before the case is moved,
    in the order every act has (the line, the case, the ledger), so that two at once never wait for each other in a ring."""
    lines = Q(pk=held.roster_entry_id) | Q(case=_case(held), status=RosterEntry.Status.SECOND)
    locked = RosterEntry.objects.select_for_update(no_key=True).filter(lines).order_by("pk")
    return list(locked.values_list("pk", flat=True))


def _place_on_lists(held: Screening, lines: list[UUID]) -> None:
    """They say where the person stands now."""
    case = _case(held)
    due = full_due_of(case) is not None
    status = RosterEntry.Status.SECOND if due else RosterEntry.Status.SCREENED
    no_more = {"claimed_by": None, "claimed_until": None, "again_on": None, "moved_to": "", "said_by": ""}
    RosterEntry.objects.filter(pk__in=lines).update(status=status, case=case, **no_more)


def _assessed(held: Screening, *, on_judgement: bool) -> Assessment | None:
    if on_judgement or held.answers.filter(replaced_at=None).exists():
        return assess_screening(held)
    raise OutOfOrder(
        _("No question has been answered yet, so there is nothing to assess."),
        _("Ask some of the questions first, or presume on your own judgement. Help can be given now in any case."),
        subject=subject(held),
    )


def _record(held: Screening, found: Assessment | None, *, on_judgement: bool, by: Officer, at: datetime) -> Finding:
    return Finding.objects.create(
        screening=held,
        outcome=found.outcome if found else ON_JUDGEMENT,
        presumed=on_judgement or (found is not None and found.presumed),
        on_judgement=on_judgement,
        provisional=found is not None and found.provisional,
        positive=list(found.positive) if found else [],
        instrument_version=found.version if found else "",
        at=at,
        by=by,
    )


def _move(held: Screening, finding: Finding, *, by: Officer, at: datetime) -> None:
    case, instrument = _case(held), instrument_of(held)
    if is_first(instrument) and not finding.presumed:
        return
    if finding.presumed and instrument and instrument.form is not Form.ANY and case.state in {*STEP_FROM, "presumed"}:
        Case.objects.filter(pk=case.pk).update(form=instrument.form.value)
    if case.state in STEP_FROM:
        to = "presumed" if finding.presumed else "screened_negative"
        take_step(case=case, step=STEP_FROM[case.state], to=to, met=_met(held), by=by, at=at)


def _case(held: Screening) -> Case:
    if held.case is None:
        raise ValueError("an agreed screening has a case")
    return held.case


def _met(held: Screening) -> frozenset[str]:
    """What the officer told about the talk; without it the procedure refuses and says what is missing."""
    alone = held.language and not held.interpreter
    independent = held.conditions.get("interpreter") in INDEPENDENT
    told = {"private_place": held.private_place, "independent_interpreter": alone or independent}
    return frozenset(key for key in CONDITIONS if told[key])
