"""Lines of one act, and of all that one page opens, are added together: none is lost, none stands for what went back."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import LedgerEntry, LedgerHead
from panoh.registry.prepared import together
from panoh.registry.refusals import Refused
from panoh.registry.written import write_all
from panoh.web.middleware import readings_on_record

pytestmark = pytest.mark.django_db


class Broken(Exception):
    """What was tried within a savepoint and went back."""


@act
def three_lines(*, by, at, last=None):
    for name in ("first", "second", "third"):
        ledger.write(act=name, by=by, at=at)
    if last:
        last()


def acts_on_record() -> list[str]:
    return list(LedgerEntry.objects.order_by("seq").values_list("act", flat=True))


def opened(at) -> None:
    with ledger.reading():
        ledger.write(act="read_identity", by=None, at=at, fields=("names",))


def test_the_lines_of_an_act_are_added_in_their_order_when_it_ends(now):
    within: list[list[str]] = []

    three_lines(by=None, at=now, last=lambda: within.append(acts_on_record()))

    assert within == [[]]
    assert acts_on_record() == ["first", "second", "third"]
    assert ledger.verify() == ledger.Proof(3)


def test_an_act_within_an_act_adds_nothing_by_itself(now):
    three_lines(by=None, at=now, last=lambda: three_lines(by=None, at=now))

    assert acts_on_record() == ["first", "second", "third"] * 2
    assert ledger.verify().whole


def test_the_head_is_asked_for_and_moved_once_however_many_lines_there_are(now):
    three_lines(by=None, at=now)
    with CaptureQueriesContext(connection) as few:
        three_lines(by=None, at=now)
    with CaptureQueriesContext(connection) as more:
        three_lines(by=None, at=now, last=lambda: three_lines(by=None, at=now))

    assert len(few) == len(more)


def test_an_act_that_fails_leaves_none_of_its_lines_and_the_next_has_only_its_own(now):
    def fail():
        raise Broken

    with pytest.raises(Broken):
        three_lines(by=None, at=now, last=fail)
    assert acts_on_record() == []

    three_lines(by=None, at=now)

    assert acts_on_record() == ["first", "second", "third"]


def test_a_line_inside_a_savepoint_goes_back_with_it(now):
    def gone_back():
        ledger.write(act="tried", by=None, at=now)
        raise Broken

    def tried():
        with pytest.raises(Broken), transaction.atomic():
            gone_back()
        with transaction.atomic():
            ledger.write(act="held", by=None, at=now)

    three_lines(by=None, at=now, last=tried)

    assert sorted(acts_on_record()) == ["first", "held", "second", "third"]
    assert ledger.verify() == ledger.Proof(4)


def test_what_is_opened_within_an_act_stands_in_its_transaction(now):
    three_lines(by=None, at=now, last=lambda: opened(now))

    assert acts_on_record()[-1] == "read_identity"


def test_a_page_has_all_it_opened_on_record_before_it_leaves(now, rf):
    def page(request):
        opened(now)
        opened(now)
        assert acts_on_record() == []
        return HttpResponse()

    readings_on_record(page)(rf.get("/"))

    assert acts_on_record() == ["read_identity"] * 2
    assert ledger.verify() == ledger.Proof(2)


def test_an_act_on_a_page_does_not_wait_for_the_page(now, rf):
    def page(request):
        opened(now)
        three_lines(by=None, at=now)
        assert acts_on_record() == ["first", "second", "third"]
        return HttpResponse()

    readings_on_record(page)(rf.post("/"))

    assert acts_on_record()[-1] == "read_identity"


def test_what_was_opened_for_a_page_that_failed_is_on_record_too(now, rf):
    def page(request):
        opened(now)
        raise Broken

    with pytest.raises(Broken):
        readings_on_record(page)(rf.get("/"))

    assert acts_on_record() == ["read_identity"]


def test_no_page_leaves_whose_openings_cannot_go_on_record(now, rf, monkeypatch):
    def refuse(lines):
        raise Broken

    monkeypatch.setattr(ledger, "_add", refuse)
    with pytest.raises(Broken):
        readings_on_record(lambda request: opened(now) or HttpResponse("a name"))(rf.get("/"))


def test_an_opening_outside_of_any_page_is_on_record_at_once(now):
    opened(now)

    assert acts_on_record() == ["read_identity"]


def test_a_line_outside_of_act_page_and_transaction_is_a_slip_of_the_pen(now, monkeypatch):
    monkeypatch.setattr(transaction.get_connection(), "in_atomic_block", False)
    with pytest.raises(RuntimeError, match="inside the transaction"):
        ledger.write(act="read_identity", by=None, at=now)
    assert not LedgerHead.objects.filter(seq__gt=0).exists()


def test_what_was_asked_first_instead_of_opened_leaves_no_line_of_the_rest(now, rf):
    def page(request):
        opened(now)
        with pytest.raises(Refused), ledger.reading():
            half_opened()
        return HttpResponse()

    def half_opened():
        ledger.write(act="read_contact_rules", by=None, at=now)
        raise Refused("What do you open it for?")

    readings_on_record(page)(rf.get("/"))

    assert acts_on_record() == ["read_identity"]


def test_only_readings_wait_for_a_page(now, rf):
    def page(request):
        with ledger.reading():
            ledger.write(act="meet_abroad", by=None, at=now)
            assert acts_on_record() == ["meet_abroad"]
        return HttpResponse()

    readings_on_record(page)(rf.get("/"))

    assert acts_on_record() == ["meet_abroad"]


def test_more_lines_than_one_statement_takes_are_one_chain(now):
    @act
    def many(*, by, at):
        for number in range(2 * ledger.AT_MOST + 1):
            ledger.write(act=f"act_{number}", by=by, at=at)

    many(by=None, at=now)

    assert ledger.verify() == ledger.Proof(2 * ledger.AT_MOST + 1)


def test_what_the_database_refuses_comes_as_an_error_of_django(now):
    opened(now)
    taken = LedgerEntry(seq=1, at=now, act="twice", fields=[], detail={}, seal="")
    with pytest.raises(IntegrityError), transaction.atomic(), together():
        write_all([taken])

    opened(now)

    assert ledger.verify() == ledger.Proof(2)
