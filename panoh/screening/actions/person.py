"""Who the person is and which set of questions fits: written down only after agreement."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import library
from panoh.instruments.kinds.screening import Population, ScreeningInstrument
from panoh.registry import ledger
from panoh.registry.actions import PersonGiven, correct_person, put_on_track
from panoh.registry.actions.consent import speaks_for_themselves
from panoh.registry.acts import act
from panoh.registry.models import Case, Consent, Officer, Purpose
from panoh.registry.queries.consents import agreed_in
from panoh.registry.refusals import Conflict, Refused
from panoh.screening.actions.held import held_agreed, subject
from panoh.screening.actions.taught import require_taught
from panoh.screening.models import Screening
from panoh.screening.queries.reading import mark_of


@act
def describe_person(*, screening: Screening, given: PersonGiven, seen: str = "", by: Officer, at: datetime) -> Case:
    """Write down what the person and the papers say; all of it may be missing. Age decides the way through the house.

    `seen` is the mark of the record the officer had on the page: if a colleague changed it meanwhile, nothing is saved.
    """
    held = held_agreed(screening, by)
    case = _case(held)
    Case.objects.select_for_update(no_key=True).get(
        pk=case.pk
    )  # before the person, whose lines come first in the ledger
    if seen and seen != mark_of(case.person):
        raise Conflict(
            _("A colleague changed these particulars while you were writing."),
            _("Compare both below, put right what is needed and save again."),
            subject=subject(held),
        )
    track = _track(held, given, on=timezone.localdate(at))
    correct_person(person=case.person, given=given, by=by, at=at)
    put_on_track(case=case, track=track, by=by, at=at)
    speaks_for_themselves(case, by=by, at=at)
    if held.track != track:
        held.track = track
        held.save(update_fields=["track"])
    ledger.write(act="describe_person", by=by, at=at, subject=subject(held))
    return case


@act
def choose_instrument(*, screening: Screening, instrument: str, by: Officer, at: datetime) -> Screening:
    """Take a set of questions. Once there is an answer it stays; the other set is a further screening."""
    held = held_agreed(screening, by)
    chosen = _chosen(instrument, held)
    require_taught(chosen, held.track, by=by, at=at, subject=subject(held))
    if held.instrument != chosen.id:
        if held.answers.exists():
            raise Conflict(
                _("Questions of another set have been answered here already."),
                _("Finish this one, then go on with the other set: both count."),
                subject=subject(held),
            )
        held.instrument, held.instrument_version = chosen.id, chosen.version
        held.save(update_fields=["instrument", "instrument_version"])
    ledger.write(act="choose_instrument", by=by, at=at, subject=subject(held), instrument=chosen.id)
    return held


@act
def screen_also(*, screening: Screening, instrument: str, by: Officer, at: datetime) -> Screening:
    """Go on with another set of questions in the same talk: the agreement and the conditions are the same."""
    held = held_agreed(screening, by)
    chosen = _chosen(instrument, held)
    require_taught(chosen, held.track, by=by, at=at, subject=subject(held))
    also = Screening.objects.create(
        case=held.case,
        roster_entry=held.roster_entry,
        instrument=chosen.id,
        instrument_version=chosen.version,
        track=held.track,
        language=held.language,
        interpreter=held.interpreter,
        conditions=held.conditions,
        explained_version=held.explained_version,
        explained_language=held.explained_language,
        child_wish=held.child_wish,
        private_place=held.private_place,
        in_danger=held.in_danger,
        agreed_at=held.agreed_at,
        desk=by.desk,
        started_by=by,
        started_at=at,
    )
    ledger.write(act="begin_screening", by=by, at=at, subject=subject(also), after=str(held.pk), instrument=chosen.id)
    return also


def _case(held: Screening) -> Case:
    if held.case is None:
        raise ValueError("an agreed screening has a case")
    return held.case


def _chosen(instrument: str, held: Screening) -> ScreeningInstrument:
    try:
        chosen = library.screening_instrument(instrument)
    except KeyError:
        raise Refused(
            _("There is no set of questions “%(id)s”.") % {"id": instrument},
            _("Choose one of the sets on the page."),
            subject=subject(held),
        ) from None
    if held.track == Case.Track.CHILD and chosen.population is Population.ADULT:
        raise Refused(
            _("This set is for adults, and the person is or may be a child."),
            _("Choose the set for children; doubt about age counts as a child."),
            subject=subject(held),
        )
    return chosen


def _track(held: Screening, given: PersonGiven, *, on: date) -> str:
    """Once seen as a child, the person stays on the child's way until a birth date without doubt says otherwise."""
    computed = given.track(on)
    if computed == Case.Track.CHILD or held.track == Case.Track.ADULT:
        return computed
    if given.born_to is None:
        return Case.Track.CHILD
    agreed = agreed_in(_case(held)).to((Purpose.INTERVIEW,))
    if all(each.giver != Consent.Giver.SELF for each in agreed):
        raise Refused(
            _("By this birth date the person is an adult, and did not agree to the interview."),
            _("Ask for agreement as with every adult, or leave the age in doubt."),
            subject=subject(held),
        )
    return computed
