"""A signal that leads nowhere is closed with a reason, by two where it tells of danger or of a child, and taken up again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from panoh.identification import actions
from panoh.identification.models import Signal, SignalClosing
from panoh.identification.queries import closed_signals, open_signals, signal_page, worklist
from panoh.registry.models import Agency, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.statistics.queries.times import unmet_at, waiting
from tests.identification.test_signals import SAID, signal

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
URGENT = pytest.mark.parametrize("tells", [{"in_danger": True}, {"child_possible": True}])


def closed(kept, *, by, at, because="nobody", **more):
    return actions.close_signal(signal=kept, because=because, **more, by=by, at=at)


def lines(officer, at):
    return [each for each in worklist(officer, now=at).items if "/signals/" in each.address]


def open_now(at):
    return next(each.value for each in waiting(at, since=at.date()) if each.key == "signals")


def test_closed_it_is_on_no_list_and_late_nowhere_and_what_was_said_is_kept(cast, now):
    kept = signal(by=cast.zarina, at=now)

    made = closed(kept, by=cast.zarina, at=now + DAY)

    line = LedgerEntry.objects.last()
    assert (line.act, line.subject, line.detail["because"]) == ("close_signal", f"signal:{kept.pk}", "nobody")
    assert (made.closed_at, made.waits) == (now + DAY, False)
    assert lines(cast.nigina, now + 9 * DAY) == []
    assert list(open_signals(cast.nigina)) == []
    assert list(closed_signals(cast.zarina)) == [kept]
    page = signal_page(Signal.objects.get(), cast.nigina, at=now + 9 * DAY)
    assert (page.words, page.late, page.is_followed) == (SAID, False, False)


def test_of_what_waited_on_a_day_before_the_figures_still_know(cast, now):
    kept = signal(by=cast.zarina, at=now)
    closed(kept, by=cast.zarina, at=now + 2 * DAY)
    actions.take_up_signal(signal=kept, because="more", by=cast.nigina, at=now + 4 * DAY)

    first, closed_then, again = (open_now(now + DAY * n) for n in (1, 3, 5))
    assert first == again != closed_then


def test_of_doubles_too_the_figures_know_what_waited_before_they_were_closed(woman, cast, now):
    first, twin, met = (signal(by=cast.zarina, at=now) for _ in range(3))
    actions.meet_signal(signal=met, case=woman, by=cast.zarina, at=now + 2 * DAY)
    closed(twin, because="twin", same_as=first, by=cast.zarina, at=now + 4 * DAY)
    late = signal(by=cast.zarina, at=now)
    closed(late, because="twin", same_as=met, by=cast.zarina, at=now + 4 * DAY)

    assert set(unmet_at(now + 3 * DAY)) == {first, twin, late}
    assert set(unmet_at(now + 5 * DAY)) == {first}
    actions.meet_signal(signal=first, case=woman, by=cast.zarina, at=now + 6 * DAY)
    assert set(unmet_at(now + 5 * DAY)) == {first}
    assert set(unmet_at(now + 7 * DAY)) == set()


@URGENT
def test_danger_or_a_child_is_closed_by_two(cast, now, tells):
    kept = signal(by=cast.zarina, at=now, **tells)

    asked = closed(kept, by=cast.zarina, at=now)

    assert asked.waits
    assert list(open_signals(cast.nigina)) == [kept]
    assert [each.what[:17] for each in lines(cast.zarina, now)].count("A colleague asks ") == 0
    found = {each.what: each for each in lines(cast.nigina, now + 2 * DAY)}
    assert len(found) == 2, "it is still to be followed up, and there is an answer to give"
    told = next(each for what, each in found.items() if what.startswith("A colleague asks to close"))
    assert (told.reference, told.due_at, told.escalated) == (kept.reference, now + DAY, True)
    with pytest.raises(NotPermitted, match="closed by two"):
        actions.agree_to_close_signal(closing=asked, by=cast.zarina, at=now)
    with pytest.raises(Conflict, match="a colleague asked"):
        closed(kept, by=cast.nigina, at=now)

    actions.agree_to_close_signal(closing=asked, by=cast.nigina, at=now + DAY)

    assert LedgerEntry.objects.last().act == "agree_to_close_signal"
    assert Signal.objects.get().closed_at == now + DAY
    assert lines(cast.nigina, now + 2 * DAY) == lines(cast.zarina, now + 2 * DAY) == []


@URGENT
def test_the_database_itself_refuses_one_hand_where_two_are_needed(cast, now, tells):
    asked = closed(signal(by=cast.zarina, at=now, **tells), by=cast.zarina, at=now)

    for change in ({"closed_at": now}, {"closed_at": now, "agreed_by": cast.zarina}):
        with pytest.raises(IntegrityError), transaction.atomic():
            SignalClosing.objects.filter(pk=asked.pk).update(**change)


def test_what_is_joined_to_it_counts_too(cast, now):
    kept = signal(by=cast.zarina, at=now)
    child = signal(by=cast.zarina, at=now)
    actions.join_signals(signal=child, same_as=kept, by=cast.zarina, at=now)
    Signal.objects.filter(pk=child.pk).update(child_possible=True)

    assert closed(kept, by=cast.zarina, at=now).waits


def test_a_colleague_keeps_it_open_and_it_can_be_asked_again(cast, now):
    kept = signal(in_danger=True, by=cast.zarina, at=now)
    asked = closed(kept, by=cast.zarina, at=now)

    actions.keep_signal_open(closing=asked, by=cast.nigina, at=now)

    assert LedgerEntry.objects.last().act == "keep_signal_open"
    assert len(lines(cast.nigina, now)) == 1
    with pytest.raises(Conflict, match="answered already"):
        actions.agree_to_close_signal(closing=asked, by=cast.nigina, at=now)
    assert closed(kept, because="too_little", by=cast.zarina, at=now).waits


def test_more_comes_and_it_is_taken_up_again_by_one(cast, now):
    kept = signal(by=cast.zarina, at=now)
    with pytest.raises(OutOfOrder, match="is open"):
        actions.take_up_signal(signal=kept, because="more", by=cast.zarina, at=now)
    closed(kept, by=cast.zarina, at=now)

    for because in ("met", "", "why not"):
        with pytest.raises(Refused, match="not one of the reasons"):
            actions.take_up_signal(signal=kept, because=because, by=cast.nigina, at=now)
    actions.take_up_signal(signal=kept, because="more", by=cast.nigina, at=now + DAY)

    assert LedgerEntry.objects.last().act == "take_up_signal"
    assert [each.reference for each in lines(cast.zarina, now)] == [kept.reference]
    assert not closed(kept, because="no_signs", by=cast.zarina, at=now).waits
    assert SignalClosing.objects.count() == 2


def test_a_double_goes_with_the_other_signal_and_to_its_person(woman, cast, now):
    first, twin = (signal(in_danger=True, by=cast.zarina, at=now) for _ in range(2))
    asked = closed(twin, because="twin", same_as=first, by=cast.zarina, at=now)
    assert Signal.objects.get(pk=twin.pk).same_as is None, "until another officer agrees"

    actions.agree_to_close_signal(closing=asked, by=cast.nigina, at=now)

    assert Signal.objects.get(pk=twin.pk).same_as == first
    actions.meet_signal(signal=first, case=woman, by=cast.zarina, at=now)
    assert set(Signal.objects.values_list("case", "closed_at")) == {(woman.pk, None)}
    assert SignalClosing.objects.get().taken_up_because == "met"


@URGENT
def test_nothing_urgent_is_closed_as_a_double_of_what_is_less_so(cast, now, tells):
    plain, urgent = signal(by=cast.zarina, at=now), signal(**tells, by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder, match="tells of danger") as told:
        closed(urgent, because="twin", same_as=plain, by=cast.zarina, at=now)

    assert "Close the other one as a double of this" in told.value.way_forward
    assert set(open_signals(cast.nigina)) == {plain, urgent}
    closed(plain, because="twin", same_as=urgent, by=cast.zarina, at=now)
    assert list(open_signals(cast.nigina)) == [urgent]


def test_nothing_is_closed_as_a_double_of_what_nobody_follows_any_more(cast, now):
    first, twin = (signal(in_danger=True, by=cast.zarina, at=now) for _ in range(2))
    asked = closed(twin, because="twin", same_as=first, by=cast.zarina, at=now)
    other = closed(first, by=cast.zarina, at=now)
    actions.agree_to_close_signal(closing=other, by=cast.nigina, at=now)
    plain = signal(by=cast.zarina, at=now)

    for refused in (
        lambda: actions.agree_to_close_signal(closing=asked, by=cast.nigina, at=now),
        lambda: closed(plain, because="twin", same_as=first, by=cast.zarina, at=now),
    ):
        with pytest.raises(OutOfOrder, match="other signal is closed") as told:
            refused()
        assert "Take the other one up again" in told.value.way_forward
    assert list(open_signals(cast.nigina)) == [twin, plain]


def test_a_double_of_one_whose_person_was_met_is_that_person_s_at_once(woman, cast, now):
    first, twin, danger = (signal(in_danger=urgent, by=cast.zarina, at=now) for urgent in (False, False, True))
    actions.meet_signal(signal=first, case=woman, by=cast.zarina, at=now)

    closed(twin, because="twin", same_as=first, by=cast.zarina, at=now + DAY)
    asked = closed(danger, because="twin", same_as=twin, by=cast.zarina, at=now + DAY)
    assert list(open_signals(cast.nigina)) == [danger]
    actions.agree_to_close_signal(closing=asked, by=cast.nigina, at=now + DAY)

    theirs = Signal.objects.exclude(pk=first.pk).values_list("case", "same_as", "met_at", "closed_at")
    assert set(theirs) == {(woman.pk, first.pk, now + DAY, None)}
    assert set(SignalClosing.objects.values_list("taken_up_because", flat=True)) == {"met"}
    assert list(closed_signals(cast.nigina)) == []


def test_a_double_taken_up_again_stands_alone(cast, now):
    first, twin = signal(by=cast.zarina, at=now), signal(by=cast.zarina, at=now)
    closed(twin, because="twin", same_as=first, by=cast.zarina, at=now)

    actions.take_up_signal(signal=twin, because="mistake", by=cast.zarina, at=now)

    assert set(open_signals(cast.nigina)) == {first, twin}


def test_somebody_of_whom_a_closed_signal_spoke_is_met_all_the_same(woman, cast, now):
    kept = signal(by=cast.zarina, at=now)
    closed(kept, by=cast.zarina, at=now)

    actions.meet_signal(signal=kept, case=woman, by=cast.zarina, at=now + DAY)

    assert (Signal.objects.get().case, Signal.objects.get().closed_at) == (woman, None)
    assert SignalClosing.objects.get().taken_up_because == "met"
    with pytest.raises(OutOfOrder, match="needs no closing"):
        closed(Signal.objects.get(), by=cast.zarina, at=now)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"because": "tired"}, "not one of the reasons"),
        ({"because": "twin"}, "names the other signal"),
        ({"because": "elsewhere"}, "says to which"),
    ],
)
def test_a_reason_is_whole_or_nothing_is_closed(cast, now, given, told):
    kept = signal(by=cast.zarina, at=now)

    with pytest.raises(Refused, match=told) as refused:
        closed(kept, **given, by=cast.zarina, at=now)

    assert refused.value.way_forward
    assert LedgerEntry.objects.last().act == "close_signal.refused"
    assert not SignalClosing.objects.exists()


def test_it_is_handed_to_an_agency_that_is_named(cast, now):
    agency = Agency.objects.get(code="local_authorities")

    made = closed(signal(by=cast.zarina, at=now), because="elsewhere", handed_to=agency, by=cast.zarina, at=now)

    assert made.handed_to == agency
    with pytest.raises(Refused, match="says to which"):
        closed(signal(by=cast.zarina, at=now), handed_to=agency, by=cast.zarina, at=now)


def test_nobody_drops_by_joining_what_waits(cast, now):
    plain, danger = signal(by=cast.zarina, at=now), signal(in_danger=True, by=cast.zarina, at=now)
    with pytest.raises(OutOfOrder, match="tells of danger") as told:
        actions.join_signals(signal=danger, same_as=plain, by=cast.zarina, at=now)
    assert "Join the other one to this" in told.value.way_forward

    closed(plain, by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder, match="not followed up any more"):
        actions.join_signals(signal=danger, same_as=plain, by=cast.zarina, at=now)
    with pytest.raises(OutOfOrder, match="is closed"):
        actions.join_signals(signal=plain, same_as=danger, by=cast.zarina, at=now)


def test_who_does_not_answer_signals_closes_none(cast, now):
    kept = signal(in_danger=True, by=cast.zarina, at=now)
    asked = closed(kept, by=cast.zarina, at=now)

    for officer in (cast.davlat, cast.rustam, cast.shahlo, cast.safar):
        for do in (
            lambda by: closed(kept, by=by, at=now),
            lambda by: actions.agree_to_close_signal(closing=asked, by=by, at=now),
            lambda by: actions.keep_signal_open(closing=asked, by=by, at=now),
            lambda by: actions.take_up_signal(signal=kept, because="more", by=by, at=now),
        ):
            with pytest.raises(NotPermitted):
                do(officer)
    assert SignalClosing.objects.get().waits


def test_by_page(cast, client, now):
    kept, other = (signal(child_possible=True, by=cast.zarina, at=now) for _ in range(2))
    address = f"/identification/signals/{kept.pk}/"
    client.force_login(cast.zarina)
    page = client.get(address).content.decode()
    assert "It leads nowhere: close it" in page
    assert "(where it is handed to another agency)" in page
    wrong = client.post(f"{address}close/", {"because": "twin", "same_as": "nowhere"})
    assert (wrong.status_code, 'value="nowhere"' in wrong.content.decode()) == (422, True)
    typed = {"because": "twin", "same_as": other.reference.lower()}
    assert client.post(f"{address}close/", typed).status_code == 302
    asked = SignalClosing.objects.get()
    assert "closed by two" in client.get(address).content.decode()
    own = client.post(f"{address}closing/", {"closing": asked.pk, "agree": "yes"})
    assert (own.status_code, "Another officer reads the signal" in own.content.decode()) == (403, True)

    client.force_login(cast.nigina)
    assert "I agree: close it" in client.get(address).content.decode()
    assert client.post(f"{address}closing/", {"closing": asked.pk, "agree": "yes"}).status_code == 302
    again = client.post(f"{address}closing/", {"closing": asked.pk, "agree": "no"})
    assert (again.status_code, "answered already" in again.content.decode()) == (409, True)
    assert client.post(f"{address}closing/", {"closing": "9" * 40, "agree": "no"}).status_code in {409, 422}
    assert kept.reference in client.get("/identification/signals/").content.decode()
    assert "nobody looks for these people now" in client.get(address).content.decode()
    assert client.post(f"{address}take-up/", {}).status_code == 422
    assert client.post(f"{address}take-up/", {"because": "seen"}).status_code == 302
    page = client.get(address).content.decode()
    assert "took it up again" in page
    assert "the people were seen again" in page


def test_a_conflict_is_told_on_the_page_of_the_signal(cast, client, now):
    first, twin = signal(by=cast.zarina, at=now), signal(by=cast.zarina, at=now)
    actions.join_signals(signal=twin, same_as=first, by=cast.zarina, at=now)
    client.force_login(cast.zarina)

    answer = client.post(f"/identification/signals/{first.pk}/same/", {"same_as": str(twin.pk)})

    assert (answer.status_code, "joined to this one already" in answer.content.decode()) == (409, True)


def test_by_api(cast, client, now):
    kept = signal(in_danger=True, by=cast.zarina, at=now)
    path = f"/api/identification/signals/{kept.pk}"
    client.force_login(cast.zarina)
    sent = {"because": "elsewhere", "handed_to": "local_authorities"}
    assert client.post(f"{path}/closings", {**sent, "handed_to": "nowhere"}, "application/json").status_code == 404
    made = client.post(f"{path}/closings", sent, "application/json").json()
    assert (made["waits"], made["handed_to"]) == (True, "local_authorities")
    answer = {"closing": made["id"], "agree": True}
    assert client.post(f"{path}/closings/answer", answer, "application/json").status_code == 403

    client.force_login(cast.nigina)
    assert client.post(f"{path}/closings/answer", answer, "application/json").json()["closed_at"]

    assert client.get("/api/identification/signals").json() == []
    assert [each["id"] for each in client.get("/api/identification/signals?closed=true").json()] == [str(kept.pk)]
    assert [each["because"] for each in client.get(path).json()["closings"]] == ["elsewhere"]
    up = client.post(f"{path}/taken-up", {"because": "more"}, "application/json").json()
    assert up["closed_at"] is None
