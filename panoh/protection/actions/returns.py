"""Planning a return with the person, changing the plan, and calling it off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.protection.actions.abroad import end_transfers
from panoh.protection.models import Return
from panoh.protection.queries.returns import CLOCK, abroad, mark_of_return
from panoh.registry import access, ledger, vault
from panoh.registry.actions import end_disclosure
from panoh.registry.actions.cases import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.overtaken import unless_overtaken
from panoh.registry.refusals import Conflict, Refused


@dataclass(frozen=True)
class ReturnGiven:
    """Where to and how. `unmarked`: no paper a carrier sees says what happened. `remedies`: claims that stay open."""

    to_country: str
    planned_on: date
    where: str
    to_region: str = ""
    reintegration: str = ""
    remedies: str = ""
    document: str = Return.Document.ASKED
    fit: bool | None = None
    escort: str = Return.Escort.TO_ARRANGE
    unmarked: bool = False


@act
def plan_return(*, case: Case, given: ReturnGiven, by: Officer, at: datetime) -> Return:
    """A plan moves nothing: the person departs only once nothing lacks, and may change their mind until then."""
    access.require(by, access.Act.PREPARE_RETURN, case)
    keep_still(case.pk)
    _check(given, case, at)
    made = Return(case=case, desk=by.desk, planned_at=at, planned_by=by, settled_at=at, **_open(given))
    vault.seal(made, _words(given))
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise Conflict(
            _("A return is under way for this person already."),
            _("Open it and change it there, or call it off first."),
            subject=f"case:{case.pk}",
        ) from None
    ledger.write(act="plan_return", by=by, at=at, subject=f"case:{case.pk}", to=given.to_country)
    return made


@act
def change_return(*, of_return: Return, given: ReturnGiven, after: str, by: Officer, at: datetime) -> Return:
    """What is known now. Another place is another return: its risks, the wish and the receiver are asked anew.
    `after`: the mark of the return as it was seen, here and in each of its conditions."""
    held = held_return(of_return, by, after=after)
    _check(given, held.case, at)
    told = vault.unseal(held)
    if (held.to_country, held.to_region, told.get("where", "")) != (
        given.to_country,
        given.to_region,
        given.where.strip(),
    ):
        _begin_anew(held, by=by, at=at)
    for name, value in _open(given).items():
        setattr(held, name, value)
    vault.seal(held, {**told, **_words(given)})
    held.save()
    ledger.write(act="change_return", by=by, at=at, subject=f"case:{held.case_id}", to=given.to_country)
    return held


@act
def call_off_return(*, of_return: Return, because: str, by: Officer, at: datetime) -> Return:
    """It does not take place. The receiver sees nothing of the person any more; help goes on as it was."""
    held = held_return(of_return, by)
    if because not in Return.CalledOff.values:
        raise Refused(
            _("A return is called off with a reason from the list."),
            _("Choose the reason."),
            subject=f"case:{held.case_id}",
        )
    end_return(held, because, by=by, at=at)
    ledger.write(act="call_off_return", by=by, at=at, subject=f"case:{held.case_id}", because=because)
    return held


def held_return(of_return: Return, by: Officer, *, after: str | None = None) -> Return:
    """The return with its case held still, before the departure and not called off. `after`: where the act puts its words in
    the place of others, what was seen there."""
    access.require(by, access.Act.PREPARE_RETURN, of_return.case)
    keep_still(of_return.case_id)
    rows = Return.objects.select_for_update(no_key=True, of=("self",))
    held = rows.select_related("case__person", "receiver_desk__agency", "disclosure").get(pk=of_return.pk)
    if held.ended_at is not None or held.departed_at is not None:
        raise Conflict(
            _("This return has ended, or the person departed already."),
            _("Open the case to see how it stands; another return can be planned."),
            subject=f"case:{held.case_id}",
        )
    if after is not None:
        unless_overtaken(after, mark_of_return(held), subject=f"case:{held.case_id}")
    return held


def end_return(held: Return, because: str, *, by: Officer, at: datetime) -> None:
    """Part of an act: the receiver's view closes, the clock of the risks stops, and nothing else changes."""
    take_back(held, by=by, at=at)
    end_transfers(held, at=at)
    stop_risk_clock(held.case, at=at)
    held.ended_at, held.ended_by, held.ended_because = at, by, because
    held.save(update_fields=["ended_at", "ended_by", "ended_because"])


def stop_risk_clock(case: Case, *, at: datetime) -> None:
    case.clocks.filter(clock=CLOCK, stopped_at=None).update(stopped_at=at)


def take_back(held: Return, *, by: Officer, at: datetime) -> None:
    shown = held.disclosure
    if shown is not None and shown.ended_at is None:
        end_disclosure(disclosure=shown, because="referral_withdrawn", by=by, at=at)


def _begin_anew(held: Return, *, by: Officer, at: datetime) -> None:
    take_back(held, by=by, at=at)
    end_transfers(held, at=at)
    stop_risk_clock(held.case, at=at)
    held.risks.filter(replaced_at=None).update(replaced_at=at)
    held.settled_at = at
    held.receiver_desk = held.consent = held.disclosure = held.receiver_named_at = None
    held.fields = []


def _check(given: ReturnGiven, case: Case, at: datetime) -> None:
    regions = {each.code for each in countries.divisions(settings.COUNTRY)}
    known = given.document in Return.Document.values and given.escort in Return.Escort.values
    if len(given.to_country) != 2 or not given.to_country.isalpha() or not known or not given.where.strip():
        reason = _("A plan says to which country, where exactly, and how the person travels.")
    elif abroad(given.to_country) == (given.to_region in regions):
        reason = _("Within the country a return leads to one of its regions; abroad to none of them.")
    elif given.planned_on < timezone.localdate(at):
        reason = _("The planned day has passed already.")
    else:
        return
    raise Refused(
        reason, _("Fill in the place, choose from the lists, and a day from today on."), subject=f"case:{case.pk}"
    )


def _open(given: ReturnGiven) -> dict[str, object]:
    names = ("to_country", "to_region", "planned_on", "document", "fit", "escort", "unmarked")
    return {name: getattr(given, name) for name in names}


def _words(given: ReturnGiven) -> dict[str, str]:
    return {name: getattr(given, name).strip() for name in ("where", "reintegration", "remedies")}
