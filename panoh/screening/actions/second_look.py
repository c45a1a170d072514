"""Planning to see a person once more: on a day, for a reason, by a way that is safe and that the person agreed to."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Case, Consent, Officer
from panoh.registry.queries.cases import refuse_anonymous
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.screening.models import Screening, SecondLook
from panoh.screening.queries.second_looks import consent_to_reach, planned
from panoh.screening.rules.second_look import can_be_planned


@act
def plan_second_look(*, case: Case, on: date, why: str, way: str = "", by: Officer, at: datetime) -> SecondLook:
    """Plan a second screening. `way` is how to reach the person safely: kept sealed, and only with their consent."""
    held = _held(case, by)
    refuse_anonymous(held)
    there = planned(held)
    if there is not None:
        raise Conflict(
            _("A second look is planned in this case already."),
            _("Open it to change the day or to cancel it."),
            subject=_subject(held),
            both=there,
        )
    look = _plan(held, on=on, why=why, way=way.strip(), by=by, at=at)
    ledger.write(act="plan_second_look", by=by, at=at, subject=_subject(held), on=on.isoformat(), why=why)
    return look


@act
def change_second_look(*, look: SecondLook, on: date, why: str, way: str = "", by: Officer, at: datetime) -> SecondLook:
    """Put it to another day, or keep another way. The earlier plan stays on record; a way left empty is kept as it was."""
    held = _held(look.case, by)
    earlier = _open(look, held)
    way = way.strip() or vault.unseal(earlier).get("way", "")
    _end(earlier, SecondLook.Ended.OTHER_DAY, by=by, at=at)
    fresh = _plan(held, on=on, why=why, way=way, instead_of=earlier, by=by, at=at)
    ledger.write(act="change_second_look", by=by, at=at, subject=_subject(held), on=on.isoformat(), why=why)
    return fresh


@act
def cancel_second_look(*, look: SecondLook, because: str, by: Officer, at: datetime) -> SecondLook:
    """Take the plan back, with a reason. The person can still be screened again at any time."""
    held = _held(look.case, by)
    if because not in set(SecondLook.Ended.values) - {SecondLook.Ended.SCREENED, SecondLook.Ended.OTHER_DAY}:
        raise Refused(
            _("A second look is cancelled with a reason from the list."),
            _("Choose the reason. If the day does not suit, change the day instead."),
            subject=_subject(held),
        )
    ended = _open(look, held)
    _end(ended, because, by=by, at=at)
    ledger.write(act="cancel_second_look", by=by, at=at, subject=_subject(held), because=because)
    return ended


def looked_again(screening: Screening, *, by: Officer, at: datetime) -> None:
    """Part of finishing a screening: a talk agreed to after the plan was made is the second look it planned."""
    look = planned(screening.case) if screening.case else None
    if look is not None and screening.agreed_at is not None and screening.agreed_at > look.planned_at:
        look.seen_in = screening
        _end(look, SecondLook.Ended.SCREENED, by=by, at=at)


def not_wished(case: Case, *, by: Officer, at: datetime) -> None:
    """Part of a try to reach the person: they asked not to be contacted, so nobody goes on trying."""
    look = planned(Case.objects.select_for_update(no_key=True).get(pk=case.pk))
    if look is not None:
        _end(look, SecondLook.Ended.NOT_WISHED, by=by, at=at)


def _held(case: Case, by: Officer) -> Case:
    """The case locked, so that of two officers planning at once one plans and the other is told."""
    access.require(by, access.Act.SCREEN, case)
    return Case.objects.select_for_update(no_key=True).get(pk=case.pk)


def _open(look: SecondLook, case: Case) -> SecondLook:
    held = case.second_looks.filter(pk=look.pk, ended_at=None).first()
    if held is None:
        raise OutOfOrder(
            _("This second look was held, changed or cancelled meanwhile."),
            _("Open the case to see what is planned now."),
            subject=_subject(case),
        )
    return held


def _plan(
    case: Case, *, on: date, why: str, way: str, instead_of: SecondLook | None = None, by: Officer, at: datetime
) -> SecondLook:
    consent = _allowed(case, on=on, why=why, way=way, today=timezone.localdate(at))
    look = SecondLook(
        case=case, due_on=on, why=why, consent=consent, instead_of=instead_of, planned_at=at, planned_by=by
    )
    if way:
        vault.seal(look, {"way": way})
    look.save(force_insert=True)
    return look


def _allowed(case: Case, *, on: date, why: str, way: str, today: date) -> Consent | None:
    if not can_be_planned(on, today=today):
        raise Refused(
            _("A second look is planned for a day from today on, within a year."),
            _("Choose another day."),
            subject=_subject(case),
        )
    if why not in SecondLook.Why.values:
        raise Refused(_("Say why, from the list."), _("Choose the reason that fits best."), subject=_subject(case))
    consent = consent_to_reach(case)
    if way and consent is None:
        raise Refused(
            _("A way to reach the person is kept only with their consent, and none is in force."),
            _("Ask for consent to “a safe way of contact” in the case first, or plan without a way: the day is kept."),
            subject=_subject(case),
        )
    return consent if way else None


def _end(look: SecondLook, because: str, *, by: Officer, at: datetime) -> None:
    """Put to another day, what it corrects is kept. Over, the ways to reach the person have served and are destroyed."""
    look.ended_at, look.ended_by, look.ended_because = at, by, because
    look.save()
    if because != SecondLook.Ended.OTHER_DAY:
        SecondLook.objects.filter(case=look.case).update(sealed=None, sealed_key=None)


def _subject(case: Case) -> str:
    return f"case:{case.pk}"
