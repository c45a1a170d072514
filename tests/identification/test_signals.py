"""A signal without identity is kept, joined only by a person, and becomes somebody's case when they are met."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from panoh.desk.work import my_work
from panoh.identification import actions
from panoh.identification.models import Signal
from panoh.identification.queries import open_signals, signal_for, signal_page, worklist
from panoh.registry.models import Case, LedgerEntry, Person
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SAID = "Two girls work at night in the bakery behind the station and sleep there."


def signal(*, by, at, **given):
    return actions.record_signal(**{"source": "hotline", "words": SAID, **given}, by=by, at=at)


def test_it_opens_no_case_and_its_words_are_sealed(cast, now):
    kept = signal(by=cast.zarina, at=now)

    assert SAID.encode() not in bytes(kept.sealed)
    assert (Case.objects.count(), Person.objects.count()) == (0, 0)
    assert LedgerEntry.objects.last().act == "record_signal"
    page = signal_page(kept, cast.zarina, at=now + 2 * DAY)
    assert (page.words, page.late) == (SAID, True)
    assert LedgerEntry.objects.last().act == "read_signal"


def test_an_empty_one_is_refused_with_a_way_forward(cast, now):
    with pytest.raises(Refused) as told:
        signal(words=" ", by=cast.zarina, at=now)

    assert "no name is needed" in told.value.way_forward
    assert LedgerEntry.objects.last().act == "record_signal.refused"


def test_danger_and_children_come_first_then_the_oldest(cast, now):
    old, child = signal(by=cast.zarina, at=now), signal(child_possible=True, by=cast.zarina, at=now + DAY)
    danger, new = signal(in_danger=True, by=cast.zarina, at=now + DAY), signal(by=cast.zarina, at=now + DAY)

    assert list(open_signals(cast.nigina)) == [danger, child, old, new]


def test_the_same_words_twice_stay_two_until_an_officer_joins_them_and_it_can_be_undone(cast, now):
    first, second = signal(by=cast.zarina, at=now), signal(by=cast.nigina, at=now)
    assert len(open_signals(cast.nigina)) == 2

    actions.join_signals(signal=second, same_as=first, by=cast.nigina, at=now)
    assert list(open_signals(cast.nigina)) == [first]
    assert LedgerEntry.objects.last().act == "join_signals"
    with pytest.raises(Conflict, match="already"):
        actions.join_signals(signal=first, same_as=second, by=cast.nigina, at=now)
    actions.join_signals(signal=second, same_as=None, by=cast.nigina, at=now)

    assert len(open_signals(cast.nigina)) == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        Signal.objects.filter(pk=first.pk).update(same_as=first)


def test_met_it_is_the_presumed_person_s_with_all_that_are_joined_to_it(woman, cast, now):
    kept, twin = signal(by=cast.zarina, at=now), signal(by=cast.zarina, at=now)
    actions.join_signals(signal=twin, same_as=kept, by=cast.zarina, at=now)

    actions.meet_signal(signal=kept, case=woman, by=cast.zarina, at=now)

    assert set(Signal.objects.values_list("case", "met_at")) == {(woman.pk, now)}
    assert list(open_signals(cast.nigina)) == []
    assert LedgerEntry.objects.last().act == "meet_signal"
    with pytest.raises(Conflict, match="a moment ago"):
        actions.meet_signal(signal=kept, case=woman, by=cast.nigina, at=now)


def test_nobody_who_is_not_presumed_yet_is_put_to_it(woman, cast, now):
    kept = signal(by=cast.zarina, at=now)
    Case.objects.update(state="screened_negative")
    woman.refresh_from_db()

    with pytest.raises(OutOfOrder) as told:
        actions.meet_signal(signal=kept, case=woman, by=cast.zarina, at=now)

    assert "Finish the interview" in told.value.way_forward


def test_what_was_said_is_forgotten_with_the_person(woman, cast, now):
    kept = signal(by=cast.zarina, at=now)
    actions.meet_signal(signal=kept, case=woman, by=cast.zarina, at=now)

    actions.record_refusal(case=woman, reason="not_told", by=cast.zarina, at=now)

    assert Signal.objects.get().sealed is None
    assert signal_page(Signal.objects.get(), cast.zarina, at=now).words == ""


def test_it_shows_to_its_desk_and_the_intake_desk_and_to_nobody_else(cast, now):
    kept = signal(region="TJ-KT", by=cast.zarina, at=now)

    for officer in (cast.davlat, cast.rustam, cast.shahlo, cast.jamshed, cast.safar):
        with pytest.raises(NotPermitted):
            signal(by=officer, at=now)
        with pytest.raises(NotPermitted):
            signal_for(officer, kept.pk)
    assert signal_for(cast.nigina, kept.pk) == signal_for(cast.zarina, kept.pk) == kept


def test_by_page_and_api(woman, cast, client):
    client.force_login(cast.zarina)
    empty = client.post("/identification/signals/", {"source": "tip", "words": "", "in_danger": "on"})
    assert (empty.status_code, "checked" in empty.content.decode()) == (422, True)
    assert client.post("/identification/signals/", {"source": "tip", "words": SAID}).status_code == 302
    kept = Signal.objects.get()
    address = f"/identification/signals/{kept.pk}/"
    assert SAID in client.get(address).content.decode()
    wrong = client.post(f"{address}met/", {"reference": "nowhere"})
    assert (wrong.status_code, 'value="nowhere"' in wrong.content.decode()) == (422, True)

    other = client.post("/api/identification/signals", {"source": "hotline", "words": SAID}, "application/json").json()
    joined = client.post(
        f"/api/identification/signals/{other['id']}/same", {"same_as": str(kept.pk)}, "application/json"
    )
    assert joined.json()["same_as"] == str(kept.pk)
    read = client.get(f"/api/identification/signals/{kept.pk}").json()
    assert read["words"] == SAID
    assert client.post(f"{address}met/", {"reference": woman.reference.lower()}).status_code == 302
    assert client.get("/api/identification/signals").json() == []


def asked_of(officer, at):
    return [each for each in worklist(officer, now=at).items if "/signals/" in each.address]


def test_danger_now_stands_before_everything_on_the_list_of_who_answers_it(woman, cast, now):
    late = now + 30 * DAY
    old, told = signal(in_danger=True, by=cast.zarina, at=now), signal(in_danger=True, by=cast.zarina, at=late)
    child = signal(in_danger=True, child_possible=True, by=cast.zarina, at=late - DAY)

    at = late + timedelta(hours=2)
    for officer in (cast.nigina, cast.zarina):
        lines = my_work(officer, now=at).mine
        assert [each.reference for each in lines[:3]] == [child.reference, told.reference, old.reference]
        assert lines[3:]
        assert "Danger now" in lines[1].what
        assert (lines[1].due_at, lines[1].overdue(at)) == (late, True)
    assert "a child may be among them" in lines[0].why
    assert not asked_of(cast.davlat, at)


def test_a_signal_is_due_within_a_day_until_somebody_is_met(woman, cast, now):
    kept, twin = signal(by=cast.zarina, at=now), signal(by=cast.zarina, at=now)
    actions.join_signals(signal=twin, same_as=kept, by=cast.zarina, at=now)

    (line,) = asked_of(cast.nigina, now)
    assert (line.reference, line.due_at, line.escalated) == (kept.reference, now + DAY, False)
    assert asked_of(cast.nigina, now + 2 * DAY)[0].escalated
    actions.meet_signal(signal=kept, case=woman, by=cast.zarina, at=now)

    assert asked_of(cast.nigina, now) == []


def test_it_is_work_of_those_who_meet_people_there_and_of_no_other_desk(cast, now):
    kept = signal(by=cast.zarina, at=now)
    elsewhere = signal(region="TJ-GB", by=cast.nigina, at=now)

    assert {each.reference for each in asked_of(cast.nigina, now)} == {kept.reference, elsewhere.reference}
    assert [each.reference for each in asked_of(cast.zarina, now)] == [kept.reference]
    for other in (cast.shahlo, cast.davlat, cast.rustam):
        assert asked_of(other, now) == []
