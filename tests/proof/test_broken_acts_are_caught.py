"""The stories would notice: acts are broken on purpose, and within a few stories the promise they break is named."""

from __future__ import annotations

from importlib import import_module
from itertools import count, islice
from types import SimpleNamespace

import pytest
from django.db import connection
from django.db.models import F, Q

from panoh.identification.actions import forgetting, lodging, refusal, take_in
from panoh.identification.models import PanelSeat
from panoh.prevention.actions import hotline
from panoh.prevention.models import Spending
from panoh.referral.actions import record_need
from panoh.registry import access
from panoh.registry.models import Case, CaseStep, Consent, Officer, TrainedOnly
from panoh.registry.refusals import OutOfOrder
from panoh.statistics.queries import counting
from tests.proof import counting_once, far, helping
from tests.proof.afterwards import ALL
from tests.proof.counting_once import CountsOnce
from tests.proof.escalating import LateClocksAreSeen
from tests.proof.helping import HelpDoesNotWait
from tests.proof.promises import (
    a_child_is_not_asked_to_decline,
    a_number_to_call_is_gone_once_called,
    an_act_is_kept_for_the_trained_by_two_agencies,
    consent_withdrawn_shows_nothing,
    what_was_spent_and_seen_stays,
    who_declined_is_forgotten,
)
from tests.proof.stories import BEGAN, EVERYTHING, Broken, Promise, drawn, hold, played
from tests.proof.world import founded

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="that a promise can fail is shown once, on SQLite"),
]
ENOUGH = 120
FAR = "brings somebody far"


def caught(*promises: Promise, drawing: str = "") -> Broken:
    """Told at its whole length: to shorten it takes longer than to find it, and is seen once below. `drawing`: only in stories of
    people who came far, in which this act was drawn: a seldom one is met sooner."""
    begins = founded(at=BEGAN).records
    stories = (drawn(seed) for seed in count())
    some = (each for each in stories if not drawing or {FAR, drawing} <= {move.act for move in each})
    for moves in islice(some, ENOUGH):
        try:
            played(moves, promises or (*ALL, HelpDoesNotWait()), begins=begins)
        except Broken as broken:
            return broken
    raise AssertionError(f"{ENOUGH} stories noticed nothing")


def plant(monkeypatch, name, act):
    act.__name__ = EVERYTHING[name][0].__name__
    monkeypatch.setitem(EVERYTHING, name, (act, EVERYTHING[name][1]))


def test_help_that_waits_for_the_referral(monkeypatch):
    def planted(*, case, **given):
        if case.state == "presumed":
            raise OutOfOrder("Not before the referral.", "Lodge it first.")
        return record_need(case=case, **given)

    monkeypatch.setattr(helping, "record_need", planted)

    assert caught().promise.startswith("help_does_not_wait: no help for ")


def test_words_left_behind_after_a_refusal(monkeypatch):
    monkeypatch.setattr(forgetting, "forget_words", lambda case, **given: None)

    assert caught().promise.startswith("who_declined_is_forgotten: words about the person are left in ")


def test_a_name_left_behind_after_a_refusal(monkeypatch):
    monkeypatch.setattr(forgetting.vault, "destroy", lambda person: None)

    assert caught().promise.split(":")[0] in {"who_declined_is_forgotten", "nothing_is_lost"}


def test_an_act_without_its_line(monkeypatch):
    monkeypatch.setattr(lodging, "ledger", SimpleNamespace(write=lambda **line: None))

    assert caught().promise.startswith("every_act_has_its_line")


def test_a_withdrawal_that_leaves_the_view_open(monkeypatch):
    """Shown to nobody new, but the receiver still sees the case."""
    withdraw = EVERYTHING["withdraws consent"][0]

    def planted(*, consent, by, at):
        shown = list(consent.disclosures.filter(ended_at=None).values_list("pk", flat=True))
        withdraw(consent=consent, by=by, at=at)
        consent.disclosures.filter(pk__in=shown).update(ended_at=None, ended_because="")

    plant(monkeypatch, "withdraws consent", planted)
    monkeypatch.setattr(refusal, "end_what_rested_on_consent", _only_withdraw)

    noticed = caught(consent_withdrawn_shows_nothing, who_declined_is_forgotten, drawing="withdraws consent")
    assert noticed.promise.split(":")[0] in {"consent_withdrawn_shows_nothing", "who_declined_is_forgotten"}


def _only_withdraw(case, *, because, by, at):
    Consent.objects.filter(case=case, given=True).update(withdrawn_at=at, withdrawn_by=by)


def test_half_an_act(monkeypatch):
    """It refuses only after it has written."""

    def planted(*, case, by, at):
        Case.objects.filter(pk=case.pk).update(region="TJ-GB")
        return take_in(case=case, by=by, at=at)

    plant(monkeypatch, "takes in", planted)

    assert "refused, and yet changed: Case" in caught().promise


def test_a_clock_that_closes(monkeypatch):
    def planted(*, case, by, at):
        late = case.clocks.filter(stopped_at=None, due_at__lt=at).exists()
        taken = take_in(case=case, by=by, at=at)
        if late:
            Case.objects.filter(pk=case.pk).update(state="closed")
        return taken

    plant(monkeypatch, "takes in", planted)

    assert caught().promise == "a_clock_only_reminds: a case came to closed without a step"


def test_a_child_who_is_declined(monkeypatch):
    def planted(*, case, by, at, **given):
        Case.objects.filter(pk=case.pk).update(state="declined_anonymous")
        CaseStep.objects.create(case=case, step="record_refusal", to_state="declined_anonymous", at=at, by=by)

    plant(monkeypatch, "records a refusal", planted)

    assert caught(a_child_is_not_asked_to_decline).promise.endswith("a child went to declined_anonymous")


def test_an_investigator_who_sees_a_case(monkeypatch):
    monkeypatch.setitem(access.TABLE[access.Act.SEE_CASE], access.Role.INVESTIGATOR, access.Scope.ALL)

    assert caught().promise == "who_may_not_see_a_case_reads_nothing: investigator sees other cases"


def test_a_panel_of_one_agency(monkeypatch):
    conclude = far.actions.conclude_panel

    def planted(*, panel, **given):
        seats = PanelSeat.objects.filter(panel=panel)
        decision = conclude(panel=panel, **given)
        seats.update(agency=seats.order_by("pk").values("agency")[:1])
        return decision

    monkeypatch.setattr(far.actions, "conclude_panel", planted)

    assert caught().promise == "the_panel_decides_formally: a panel of one agency"


def test_a_missed_clock_that_nobody_is_told_of(monkeypatch):
    monkeypatch.setattr(import_module("panoh.identification.queries.worklist"), "missed_by", lambda *args, **more: None)

    assert caught(LateClocksAreSeen()).promise.startswith("late_clocks_are_seen: ")


def test_sharing_that_goes_on_after_its_end(monkeypatch):
    monkeypatch.setattr(access, "shown_now", lambda: Q(ended_at=None))

    assert caught().promise.startswith("who_may_not_see_a_case_reads_nothing: ")


def test_a_number_that_is_kept_after_the_call(monkeypatch):
    monkeypatch.setattr(hotline.vault, "destroy", lambda row: None)

    assert caught(a_number_to_call_is_gone_once_called).promise.endswith("the number is kept")


def test_a_spending_that_is_rewritten(monkeypatch):
    take_back = EVERYTHING["takes spending back"][0]

    def planted(*, spending, **given):
        Spending.objects.filter(pk=spending.pk).update(amount=1)
        return take_back(spending=spending, **given)

    plant(monkeypatch, "takes spending back", planted)

    assert caught(what_was_spent_and_seen_stays).promise.endswith("another amount")


def test_an_act_kept_for_the_trained_by_one_agency(monkeypatch):
    def planted(*, proposal, by, at):
        same = Officer.objects.filter(post__desk__agency=proposal.proposed_by.desk.agency)
        colleague = same.exclude(pk=proposal.proposed_by_id).first()
        TrainedOnly.objects.filter(pk=proposal.pk).update(adopted_by=colleague, adopted_at=at)

    plant(monkeypatch, "adopts what is kept", planted)

    assert caught(an_act_is_kept_for_the_trained_by_two_agencies).promise.endswith("one agency kept it alone")


def test_figures_that_count_somebody_twice(monkeypatch):
    monkeypatch.setattr(counting, "counted_as", F)

    assert caught(CountsOnce()).promise.startswith("records_of_one_person_count_once: ")


def test_an_undoing_that_leaves_them_one(monkeypatch):
    monkeypatch.setattr(counting_once, "undo_same_person", lambda **given: None)

    assert caught(CountsOnce()).promise.endswith("undone, and yet counted otherwise than before")


def test_a_failure_that_is_no_refusal_is_told_as_a_short_story(monkeypatch):
    def planted(**given):
        raise ZeroDivisionError("at the desk")

    plant(monkeypatch, "lodges the referral", planted)
    seed = next(seed for seed in range(ENOUGH) if _fails(seed))
    with pytest.raises(Broken) as broken:
        hold(seed, ())
    told = broken.value

    assert "at the desk" in told.promise
    assert told.told[-1].startswith("Replay: PANOH_STORY=")
    assert len(told.told) <= 5


def _fails(seed):
    founded(at=BEGAN)
    try:
        played(drawn(seed), ())
    except Broken:
        return True
    return False
