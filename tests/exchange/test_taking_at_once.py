"""Two pages go on with the same list in the same moment."""

from __future__ import annotations

from datetime import date

from panoh.exchange.actions import send_list, take_list
from panoh.screening.actions import open_operation
from panoh.screening.models import ListSent, RosterEntry
from tests.cast import hire


def test_two_pages_that_go_on_at_once_take_one_part_after_the_other(at_once, now):
    zarina = hire(at=now).zarina
    flight = open_operation(kind="flight", title="DEMO 1", on=date(2026, 11, 16), by=zarina, at=now)
    people = "".join(f"Саидов Алӣ,DEMO{number}\n" for number in range(30))
    sent = send_list(operation=flight, content=f"full name,passport\n{people}".encode(), by=zarina, at=now)

    came = at_once(*[lambda: take_list(sent=sent, most=10, by=zarina, at=now)] * 2)

    assert sorted(each.done for each in came) == [10, 20]
    assert (ListSent.objects.get().added, RosterEntry.objects.count()) == (20, 20)
