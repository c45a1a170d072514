"""What a court said: kept as it said it, flagged where the register says otherwise, and taken back with its stage."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from panoh.justice import actions
from panoh.justice.models import Sentence
from panoh.justice.queries.cases import standing
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Refused

TODAY = date(2026, 11, 16)


def test_a_sentence_outside_the_range_is_kept_and_flagged(cast, criminal, accused, now):
    him = accused(criminal("sentenced"))
    said = {"defendant": him, "on": date(2026, 9, 1), "article": "130.1", "by": cast.jamshed, "at": now}

    low = actions.pronounce_sentence(convicted=True, custodial_months=12, **said)
    right = actions.pronounce_sentence(convicted=True, custodial_months=96, **said)

    assert low.flags == ["below"]
    assert right.flags == []
    low.refresh_from_db()
    assert low.replaced_at is not None
    assert Sentence.objects.filter(replaced_at=None).count() == 1
    other = {**said, "article": "335 part 2"}
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
            **{"defendant": him, "on": TODAY, "article": "130.1", "by": cast.jamshed, "at": now, **given}
        )


def test_a_stage_taken_back_takes_its_sentences_back_and_what_they_replaced_stands_again(cast, criminal, accused, now):
    case = criminal("sentenced")
    him, judged = accused(case), {"article": "130.1", "convicted": True, "by": cast.jamshed}
    first = actions.pronounce_sentence(defendant=him, on=date(2026, 9, 2), custodial_months=70, at=now, **judged)
    later = now + timedelta(days=1)
    on_appeal = date(2026, 11, 10)
    appeal = actions.record_stage(criminal_case=case, stage="appealed", on=on_appeal, by=cast.jamshed, at=later)
    second = actions.pronounce_sentence(defendant=him, on=on_appeal, custodial_months=60, at=later, **judged)

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
        by=cast.jamshed,
        at=now,
    )

    assert (said.fine, said.currency) == (Decimal(1), currency)
    assert ("other_currency" in said.flags) == flagged
    assert bool({"below", "above", "range_not_seen", "index_not_known"} & set(said.flags)) != flagged
