"""What a court said: kept as it said it, flagged where the register says otherwise, and taken back with its stage."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from panoh.justice import actions
from panoh.justice.models import Sentence
from panoh.justice.queries.cases import standing
from panoh.justice.queries.sentences import mark_of_sentences
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, Refused
from tests.justice.conftest import NAME

TODAY = date(2026, 11, 16)


def test_a_sentence_outside_the_range_is_kept_and_flagged(cast, criminal, accused, now):
    him = accused(criminal("sentenced"))
    said = {"defendant": him, "on": date(2026, 9, 1), "article": "130.1", "by": cast.jamshed, "at": now}

    low = actions.pronounce_sentence(convicted=True, custodial_months=12, after="", **said)
    right = actions.pronounce_sentence(convicted=True, custodial_months=96, after=mark_of_sentences(him), **said)

    assert low.flags == ["below"]
    assert right.flags == []
    low.refresh_from_db()
    assert low.replaced_at is not None
    assert Sentence.objects.filter(replaced_at=None).count() == 1
    other = {**said, "article": "335 part 2", "after": mark_of_sentences(him)}
    assert actions.pronounce_sentence(convicted=True, custodial_months=130, **other).flags == [
        "since_not_known", "not_charged", "above",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "given",
    [
        {"convicted": False, "custodial_months": 5},
        {"convicted": True, "fine": Decimal(10)},
        {"convicted": True, "custodial_months": 0},
        {"convicted": True, "custodial_months": 70, "on": date(2026, 7, 31)},
        {"convicted": True, "custodial_months": 70, "on": date(2026, 11, 17)},
    ],
)
def test_a_sentence_that_cannot_be_is_refused(cast, criminal, accused, now, given):
    him = accused(criminal("sentenced"))

    with pytest.raises(Refused):
        actions.pronounce_sentence(
            **{"defendant": him, "on": TODAY, "article": "130.1", "after": "", "by": cast.jamshed, "at": now, **given}
        )


def test_a_stage_taken_back_takes_its_sentences_back_and_what_they_replaced_stands_again(cast, criminal, accused, now):
    case = criminal("sentenced")
    him, judged = accused(case), {"article": "130.1", "convicted": True, "by": cast.jamshed}
    september = date(2026, 9, 2)
    first = actions.pronounce_sentence(defendant=him, on=september, custodial_months=70, after="", at=now, **judged)
    later = now + timedelta(days=1)
    on_appeal = date(2026, 11, 10)
    appeal = actions.record_stage(criminal_case=case, stage="appealed", on=on_appeal, by=cast.jamshed, at=later)
    said = {**judged, "after": mark_of_sentences(him)}
    second = actions.pronounce_sentence(defendant=him, on=on_appeal, custodial_months=60, at=later, **said)

    actions.take_back_stage(stage=appeal, by=cast.jamshed, at=later)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.replaced_at, second.replaced_at) == (None, later)
    assert LedgerEntry.objects.last().detail["sentences"] == 1
    for _ in ("sentenced", "tried"):
        actions.take_back_stage(stage=standing(case)[-1], by=cast.jamshed, at=later)
    assert not Sentence.objects.filter(replaced_at=None).exists()


@pytest.mark.parametrize(("currency", "flagged"), [("TJS", False), ("RUB", True)])
def test_a_fine_in_other_money_is_kept_and_flagged_and_not_held_against_somoni(
    cast, criminal, accused, now, currency, flagged
):
    him = accused(criminal("sentenced"))

    said = actions.pronounce_sentence(
        defendant=him,
        on=TODAY,
        article="130.1",
        convicted=True,
        fine=Decimal(1),
        currency=currency,
        after="",
        by=cast.jamshed,
        at=now,
    )

    assert (said.fine, said.currency) == (Decimal(1), currency)
    assert ("other_currency" in said.flags) == flagged
    assert bool({"below", "above", "range_not_seen", "index_not_known"} & set(said.flags)) != flagged


@pytest.fixture
def judged(cast, criminal, accused, now):
    """A defendant, and what a colleague writes of him: 84 months."""
    him = accused(criminal("sentenced"))
    said = {"on": TODAY, "article": "130.1", "convicted": True, "custodial_months": 84}
    return him, lambda: actions.pronounce_sentence(defendant=him, **said, after="", by=cast.manuchehr, at=now)


MINE = {"on": "2026-11-10", "article": "130.1", "convicted": "yes", "custodial_months": "97"}


def test_an_older_page_of_a_sentence_is_refused_with_both_versions_and_nothing_typed_is_lost(cast, judged, client):
    him, colleague = judged
    client.force_login(cast.jamshed)
    page = reverse("justice:sentence", args=[him.pk])
    assert client.get(page).context["form"]["after"].value() == ""
    theirs = colleague()

    stale = client.post(page, MINE)

    assert stale.status_code == 409
    assert all(each in stale.content.decode() for each in ("prison 84 months", 'value="97"', "since you opened it"))
    assert NAME not in stale.content.decode()
    assert list(Sentence.objects.filter(replaced_at=None)) == [theirs]
    again = client.post(page, {**MINE, "after": stale.context["form"]["after"].value()})
    assert again.status_code == 302
    assert Sentence.objects.get(replaced_at=None).custodial_months == 97
    assert client.post(page, MINE).status_code == 409, "a form sent twice"


def test_so_is_an_older_call_of_a_sentence_also_under_another_article(cast, judged, client):
    him, colleague = judged
    client.force_login(cast.jamshed)
    path = f"/api/justice/defendants/{him.pk}/sentences"
    mine = {**MINE, "convicted": True, "article": "335 part 2", "custodial_months": 97}
    colleague()

    def send(**more: str):
        return client.post(path, mine | more, content_type="application/json")

    assert (send().status_code, send().json()["code"]) == (409, "conflict")
    whole = client.get(f"/api/justice/criminal-cases/{him.criminal_case_id}").json()
    assert send(after=whole["defendants"][0]["mark"]).status_code == 201


def test_a_sentence_that_fell_with_its_stage_was_not_seen_by_the_page_before(cast, criminal, accused, now):
    case = criminal("sentenced")
    him = accused(case)
    said = {"defendant": him, "article": "130.1", "convicted": True, "on": TODAY, "by": cast.jamshed, "at": now}
    actions.pronounce_sentence(**said, custodial_months=84, after="")
    seen = mark_of_sentences(him)
    actions.take_back_stage(stage=standing(case)[-1], by=cast.jamshed, at=now)
    actions.record_stage(criminal_case=case, stage="sentenced", on=TODAY, by=cast.jamshed, at=now)

    with pytest.raises(Conflict):
        actions.pronounce_sentence(**said, custodial_months=90, after=seen)
