"""Writing down an interview at a site that names nobody, and raising a signal where somebody there needs help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from panoh.identification.actions import record_signal
from panoh.identification.models import Signal
from panoh.instruments.prevention import site_interview
from panoh.prevention.actions.visits import held, require_no_hand, subject
from panoh.prevention.models import RaisedSignal, SampledInterview, Visit
from panoh.prevention.rules.findings import NO, UNKNOWN, YES
from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer, Sex
from panoh.registry.refusals import OutOfOrder, Refused


@dataclass(frozen=True)
class InterviewGiven:
    """`agreed`: the person was told what it is and agreed. `id`: made where it is written down; sent twice it makes one."""

    role: str
    sex: str
    age: str
    agreed: bool
    answers: Mapping[str, str] = field(default_factory=dict)
    id: UUID = field(default_factory=uuid4)


@act
def record_interview(*, visit: Visit, given: InterviewGiven, by: Officer, at: datetime) -> SampledInterview:
    """By the visiting desk, after the visit was made and where nobody hears. The ledger says that one was added to the visit,
    and nothing of it: neither who asked whom nor in which order answers came can be told from both together."""
    row = held(visit, by)
    require_no_hand(by.desk, row.site)
    if row.status != Visit.Status.MADE or not row.private:
        raise OutOfOrder(
            _("People are asked at a visit that was made, and only where nobody hears."),
            _("Record the visit first. If nobody could be asked alone, plan another."),
            subject=subject(row),
        )
    _require_whole(given, row)
    made, new = SampledInterview.objects.get_or_create(
        pk=given.id,
        visit=row,
        defaults={
            "role": given.role,
            "sex": given.sex,
            "age": given.age,
            "instrument_version": site_interview().version,
            "answers": {each.key: given.answers.get(each.key, UNKNOWN) for each in site_interview().questions},
        },
    )
    ledger.write(act="record_interview", by=by, at=at, subject=subject(row), again=not new)
    return made


@act
def raise_signal(
    *, visit: Visit, words: str, child_possible: bool = False, in_danger: bool = False, by: Officer, at: datetime
) -> Signal:
    """Somebody at the site may need help: a signal like any other, followed up to an interview by the same acts. The site
    keeps how many there were."""
    row = held(visit, by)
    if row.status not in (Visit.Status.MADE, Visit.Status.REFUSED):
        raise OutOfOrder(_("Nobody was there yet."), _("Record the visit first."), subject=subject(row))
    signal = record_signal(
        source=Signal.Source.AGENCY,
        words=words,
        region=row.site.division,
        child_possible=child_possible,
        in_danger=in_danger,
        by=by,
        at=at,
    )
    RaisedSignal.objects.create(visit=row, signal=signal)
    ledger.write(act="raise_signal", by=by, at=at, subject=subject(row))
    return signal


def _require_whole(given: InterviewGiven, row: Visit) -> None:
    if not given.agreed:
        raise Refused(
            _("Who did not agree is not asked, and nothing of them is written down."),
            _("Count them with those who declined, at the visit."),
            subject=subject(row),
        )
    groups = (SampledInterview.Role, given.role), (Sex, given.sex), (SampledInterview.Age, given.age)
    if any(chosen not in kind.values for kind, chosen in groups):
        raise Refused(_("Who was asked is told by lists only."), _("Choose role, sex and age."), subject=subject(row))
    known = {each.key for each in site_interview().questions}
    wrong = sorted(key for key, said in given.answers.items() if key not in known or said not in (YES, NO, UNKNOWN))
    if wrong:
        raise Refused(
            _("These answers fit no question, or are neither yes, no nor not known: %(keys)s.")
            % {"keys": ", ".join(wrong)},
            _("Correct them."),
            subject=subject(row),
        )
    if SampledInterview.objects.filter(pk=given.id).exclude(visit=row).exists():
        raise Refused(
            _("This interview stands at another visit already."), _("Give it an id of its own."), subject=subject(row)
        )
