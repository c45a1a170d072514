"""Whoever may stand on a list of penalties and declined, or was erased, is named by no hit, and nobody is asked about them."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.urls import reverse

from panoh.exchange.backup.erasures import erase_again, read_erasures, write_erasures
from panoh.exchange.housekeeping import sweep
from panoh.exchange.penalties.actions import compare_penalties, send_penalties
from panoh.identification.actions import (
    ask_to_erase,
    ask_to_erase_list,
    erase_list_names,
    erase_names,
    record_refusal,
)
from panoh.justice.actions import confirm_hit, dismiss_hit, hits, record_penalty, reopen_hit
from panoh.justice.actions.penalties import PenaltyGiven
from panoh.justice.models import Penalty, PenaltyHit
from panoh.justice.queries import worklist
from panoh.justice.queries.hits import hit_page
from panoh.registry import vault
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.refusals import OutOfOrder
from panoh.screening import actions as screening
from panoh.screening.actions import accounting
from panoh.screening.models import RosterEntry
from panoh.screening.rules.roster import RosterRow
from tests.journeys import ways
from tests.proof.promises import an_emptied_line_is_named_by_nothing

pytestmark = pytest.mark.django_db
NAME, BORN = "Kanareyeva Muhabbat", "1990-04-02"
ANOTHER_NAME = "Somebody Invented"
ROWS = (
    RosterRow(row=1, name=NAME, birth_date=BORN, born_from=1990, born_to=1990),
    RosterRow(row=2, name=ANOTHER_NAME, birth_date="1981-01-01", born_from=1981, born_to=1981),
)
ASKED = "A list may name this person: look whether it is the same"


def hit_by(cast, at, name: str = NAME, born: str = BORN) -> PenaltyHit:
    """She is found on a list of removals of the migration authority."""
    day = (at + timedelta(days=5)).date()
    content = f"name,date of birth,removal date\n{name},{born},{day}\n"
    sent = send_penalties(content=content.encode(), kind="removal", authority="migration", by=cast.behruz, at=at)
    while sent.state != "taken":
        sent = compare_penalties(sent=sent, by=cast.behruz, at=at)
    return PenaltyHit.objects.get(list=sent)


def erase(case: Case, cast, now) -> None:
    Case.objects.filter(pk=case.pk).update(state="closed", state_since=now - timedelta(days=6 * 366))
    case.refresh_from_db()
    asked = ask_to_erase(case=case, because="period_over", by=cast.officers["firuza"], at=now)
    erase_names(asked=asked, by=cast.nigina, at=now)


def decline(entry: RosterEntry, cast, now) -> None:
    begun = screening.begin_screening(
        in_danger=False, language="tg", track="adult", roster_entry=entry, by=cast.zarina, at=now
    )
    screening.decline(screening=begun, sex="female", nationality="TJ", reason="not_now", by=cast.zarina, at=now)


def waits(officer, now) -> bool:
    return ASKED in {each.what for each in worklist(officer, now=now).items}


def gone(hit: PenaltyHit, cast, now) -> bool:
    """Nothing of it is kept, shown or waited for."""
    hit.refresh_from_db()
    shown = [hit_page(each, hit.pk, at=now) for each in (cast.zarina, cast.nigina)]
    assert (hit.state, hit.decided_at, hit.decided_by_id is None) == ("unnamed", now, False)
    assert not any(waits(each, now) for each in (cast.zarina, cast.nigina))
    return (hit.sealed, hit.sealed_key) == (None, None) and not any(
        each.listed or each.known or each.penalty for each in shown
    )


@pytest.fixture
def flight(cast, now):
    return ways.came_by_flight(ROWS, by=cast.zarina, at=now)


@pytest.fixture
def entry(flight) -> RosterEntry:
    return flight.roster.get(row=1)


@pytest.fixture
def hit(entry, cast, now) -> PenaltyHit:
    found = hit_by(cast, now)
    assert (found.roster_entry_id, found.case_id, waits(cast.zarina, now)) == (entry.pk, None, True)
    return found


def test_a_hit_of_a_line_goes_with_the_case_that_came_of_the_line(entry, hit, cast, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now, entry=entry).case
    assert vault.unseal(hit)["person"]["name"] == NAME

    erase(case, cast, now)

    assert gone(hit, cast, now)


def test_a_hit_said_to_be_somebody_else_goes_too_and_is_not_taken_back(entry, hit, cast, now):
    dismiss_hit(hit=hit, by=cast.zarina, at=now)

    erase(ways.interviewed(ways.WOMAN, by=cast.zarina, at=now, entry=entry).case, cast, now)

    hit.refresh_from_db()
    assert (hit.state, hit.sealed, hit.sealed_key) == ("other", None, None)
    with pytest.raises(OutOfOrder):
        reopen_hit(hit=hit, by=cast.zarina, at=now)


@pytest.mark.parametrize("how", ["interview", "roster", "joined", "case"])
def test_an_adult_who_declines_leaves_no_name_in_a_hit_and_nobody_is_asked_about_them(how, flight, hit, cast, now):
    entry, other = flight.roster.order_by("row")
    if how == "interview":
        decline(entry, cast, now)
    elif how == "roster":
        screening.set_roster_status(entry=entry, status="declined", by=cast.zarina, at=now)
    elif how == "joined":
        screening.join_lines(kept=other, other=entry, by=cast.zarina, at=now)
        decline(other, cast, now)
    else:
        case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now, entry=entry).case
        record_refusal(case=case, reason="not_told", by=cast.zarina, at=now)

    assert gone(hit, cast, now)


def test_an_open_hit_of_a_case_ends_with_a_refusal(cast, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    hit = hit_by(cast, now)
    assert hit.case_id == case.pk

    record_refusal(case=case, reason="not_told", by=cast.zarina, at=now)

    assert gone(hit, cast, now)


def test_a_try_to_see_them_again_that_they_refuse_leaves_no_name_in_a_hit(entry, hit, cast, now):
    RosterEntry.objects.filter(pk=entry.pk).update(again_on=now.date())

    screening.record_attempt(entry=entry, outcome="refused", by=cast.zarina, at=now)

    assert gone(hit, cast, now)


@pytest.mark.parametrize("act", [confirm_hit, dismiss_hit, reopen_hit])
def test_an_ended_hit_takes_no_answer_and_says_why(act, entry, hit, cast, now):
    decline(entry, cast, now)

    with pytest.raises(OutOfOrder, match="Nothing names this person any more"):
        act(hit=hit, by=cast.zarina, at=now)


def test_the_key_of_where_somebody_was_held_goes_when_they_decline(entry, cast, now):
    given = PenaltyGiven(kind="detention", on=now.date(), authority="police", place="Isolator No. 1, Dushanbe")
    made = record_penalty(entry=entry, given=given, by=cast.zarina, at=now)
    assert Penalty.objects.get(pk=made.pk).held_key

    decline(entry, cast, now)

    assert Penalty.objects.get(pk=made.pk).held_key == ""


def test_what_leads_to_another_case_or_line_stays(flight, hit, cast, now):
    theirs = hit_by(cast, now, ANOTHER_NAME, "1981-01-01")
    case = ways.interviewed(ways.ANOTHER, by=cast.zarina, at=now).case

    decline(flight.roster.get(row=1), cast, now)

    theirs.refresh_from_db()
    assert (theirs.state, vault.unseal(theirs)["person"]["name"]) == ("proposed", ANOTHER_NAME)
    assert vault.unseal(Case.objects.get(pk=case.pk).person)


def test_a_list_erased_a_year_after_its_operation_takes_hits_that_were_dismissed_with_it(flight, hit, cast, now):
    dismiss_hit(hit=hit, by=cast.zarina, at=now)
    ways.closed(flight, by=cast.zarina, at=now)
    later = now + timedelta(days=2 * 366)

    asked = ask_to_erase_list(operation=flight, by=cast.officers["firuza"], at=later)
    erase_list_names(asked=asked, by=cast.nigina, at=later)

    hit.refresh_from_db()
    assert (hit.state, hit.sealed) == ("other", None)


@pytest.mark.parametrize("how", ["erased", "declined"])
def test_a_copy_put_back_names_nobody_in_a_hit(how, entry, hit, cast, now, tmp_path):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now, entry=entry).case if how == "erased" else None
    entry.refresh_from_db()

    copied, file = transaction.savepoint(), tmp_path / "erasures.json"
    erase(case, cast, now) if case else decline(entry, cast, now)
    write_erasures(file, at=now)
    transaction.savepoint_rollback(copied)
    found = read_erasures(file)
    hit.refresh_from_db()
    assert (hit.state, vault.unseal(hit)["person"]["name"]) == ("proposed", NAME), "the copy holds the name"
    erase_again(found, at=now)

    assert gone(hit, cast, now)
    assert str(hit.pk) in found.records["PenaltyHit"]


def test_on_the_page_and_through_the_api_nobody_is_named_and_nothing_is_asked(entry, hit, cast, now, client):
    client.force_login(cast.zarina)
    page, path = reverse("justice:hit", args=[hit.pk]), f"/api/justice/hits/{hit.pk}"
    assert NAME in client.get(page).content.decode()

    decline(entry, cast, now)

    shown = client.get(page).content.decode()
    assert "nobody is to be compared any more" in shown
    assert "<button" not in shown.split("<main", 1)[1].split("</main", 1)[0]
    assert not [each for each in (NAME, "1990") if each in shown]
    answer = client.get(path).json()
    assert (answer["state"], answer["listed"], answer["penalty"]) == ("unnamed", None, {})
    refused = client.post(f"{path}/confirm")
    assert (refused.status_code, "Nothing names this person" in refused.content.decode()) == (422, True)


def as_left_by_an_earlier_release(entry: RosterEntry) -> None:
    """The line was emptied, and nothing that leads to it."""
    RosterEntry.objects.filter(pk=entry.pk).update(sealed=None, sealed_key=None, status="declined", row=0)


def test_what_an_earlier_release_left_in_a_hit_is_emptied_by_the_house_once(flight, entry, hit, cast, now):
    theirs = hit_by(cast, now, ANOTHER_NAME, "1981-01-01")
    as_left_by_an_earlier_release(entry)

    assert [sweep(at=now).emptied, sweep(at=now).emptied] == [1, 0]

    hit.refresh_from_db()
    assert (hit.state, hit.decided_at, hit.sealed, hit.sealed_key) == ("unnamed", now, None, None)
    [line] = LedgerEntry.objects.filter(act="forget_of_emptied_lines")
    assert (line.officer_id, line.subject, line.detail) == (None, "", {"hits": 1, "penalties": 0})
    theirs.refresh_from_db()
    assert (theirs.state, vault.unseal(theirs)["person"]["name"]) == ("proposed", ANOTHER_NAME)


def test_one_said_to_be_somebody_else_or_waiting_with_nothing_to_compare_is_emptied_too(entry, hit, cast, now):
    dismiss_hit(hit=hit, by=cast.zarina, at=now)
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    waiting = hit_by(cast, now)
    PenaltyHit.objects.filter(pk=waiting.pk).update(sealed=None, sealed_key=None)
    as_left_by_an_earlier_release(entry)

    assert sweep(at=now).emptied == 2

    hit.refresh_from_db()
    waiting.refresh_from_db()
    assert (hit.state, hit.sealed, hit.sealed_key) == ("other", None, None)
    assert (waiting.case_id, waiting.state) == (case.pk, "unnamed")


def test_where_somebody_was_held_is_left_to_nobody_by_it_and_stays_where_a_line_names_them(flight, cast, now):
    hers, other = flight.roster.order_by("row")
    given = PenaltyGiven(kind="detention", on=now.date(), authority="police", place="Isolator No. 1, Dushanbe")
    made = [record_penalty(entry=each, given=given, by=cast.zarina, at=now) for each in (hers, other)]
    as_left_by_an_earlier_release(hers)

    sweep(at=now)

    assert [bool(Penalty.objects.get(pk=each.pk).held_key) for each in made] == [False, True]


def test_the_promise_sees_a_name_left_in_whatever_leads_to_a_line(entry, hit, cast, now, monkeypatch):
    monkeypatch.setattr(accounting, "forget_what_leads_back", lambda lines, **given: None)
    decline(entry, cast, now)
    told = SimpleNamespace(after=SimpleNamespace(of=lambda model: model.objects.values()))

    with pytest.raises(AssertionError, match="PenaltyHit names whose line was emptied"):
        an_emptied_line_is_named_by_nothing(told)
    PenaltyHit.objects.update(sealed=None, sealed_key=None)
    with pytest.raises(AssertionError, match="PenaltyHit waits for nobody"):
        an_emptied_line_is_named_by_nothing(told)


def test_who_declines_after_they_were_found_and_before_a_hit_is_written_is_in_none(cast, now, monkeypatch):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    find = hits.candidates

    def found_and_then_gone(rows):
        found = find(rows)
        record_refusal(case=case, reason="not_told", by=cast.zarina, at=now)
        return found

    monkeypatch.setattr(hits, "candidates", found_and_then_gone)
    with pytest.raises(PenaltyHit.DoesNotExist):
        hit_by(cast, now)
