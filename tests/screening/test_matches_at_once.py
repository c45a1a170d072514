"""Two officers decide about the same pair in the same moment."""

from __future__ import annotations

from datetime import date

from panoh.registry.actions import PersonGiven, register_person
from panoh.screening.actions import decide_match, import_roster, open_operation
from panoh.screening.models import RosterMatch
from panoh.screening.rules.roster import RosterRow
from tests.cast import hire


def test_two_officers_deciding_at_once_leave_one_decision(at_once, now):
    nigina = hire(at=now).nigina
    flight = open_operation(kind="flight", title="DEMO 1", on=date(2026, 11, 16), by=nigina, at=now)
    given = PersonGiven(names=(("Саидов Алӣ", ""),), birth_date="1990-05-31", born_from=1990, born_to=1990)
    register_person(given=given, by=nigina, at=now)
    row = RosterRow(2, "Ali Saidov", birth_date="1990-05-31", born_from=1990, born_to=1990)
    import_roster(operation=flight, rows=[row], by=nigina, at=now)
    match = RosterMatch.objects.get()

    def decide(state):
        return lambda: decide_match(match=match, state=state, seen="proposed", by=nigina, at=now)

    came = at_once(decide("same"), decide("other"))

    assert sorted(type(each).__name__ for each in came) == ["Conflict", "RosterMatch"]
    assert RosterMatch.objects.get().decided_by == nigina
