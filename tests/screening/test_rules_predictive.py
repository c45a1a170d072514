"""What a sign means where trafficking is rare: the table of the working reference, the edges, and the intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.instruments.library import screening_instrument
from panoh.screening.rules.predictive import FEWEST, Share, Validation, predict

RATES = st.floats(0, 1)
TABLE = [
    # base rate, share flagged, predictive value of a sign, of no sign
    (0.30, 0.425, 0.61, 0.93),
    (0.20, 0.361, 0.48, 0.96),
    (0.10, 0.298, 0.29, 0.98),
    (0.088, 0.291, 0.26, 0.98),
    (0.05, 0.267, 0.16, 0.99),
    (0.01, 0.241, 0.036, 0.998),
]


@pytest.mark.parametrize(("base", "flagged", "sign", "none"), TABLE)
def test_the_table_of_the_reference(base: float, flagged: float, sign: float, none: float) -> None:
    found = predict(sensitivity=0.867, specificity=0.765, base_rate=base, people=1000)

    assert found.flagged / 1000 == pytest.approx(flagged, abs=0.0006)
    assert found.of_a_sign == pytest.approx(sign, abs=0.005)
    assert found.of_no_sign == pytest.approx(none, abs=0.005)


def test_ten_thousand_returnees_at_one_per_cent() -> None:
    found = predict(sensitivity=0.867, specificity=0.765, base_rate=0.01, people=10_000)

    assert (round(found.flagged, -1), round(found.found), round(found.missed)) == (2410, 87, 13)


def test_the_form_carries_the_rates_that_were_published() -> None:
    evidence = screening_instrument("first_line_adult").evidence[0]

    assert (evidence.sensitivity_per_1000, evidence.specificity_per_1000, evidence.base_rate_per_1000) == (867, 765, 88)
    assert evidence.citation.source == "qyit-2019"


@given(RATES, RATES, RATES, st.integers(0, 10_000_000))
def test_nobody_is_lost_in_the_reckoning(sensitivity: float, specificity: float, base: float, people: int) -> None:
    found = predict(sensitivity=sensitivity, specificity=specificity, base_rate=base, people=people)

    parts = found.found + found.missed + found.not_meant + found.rightly_clear
    assert parts == pytest.approx(people, rel=1e-9, abs=1e-6)
    assert all(share is None or 0 <= share <= 1 + 1e-12 for share in (found.of_a_sign, found.of_no_sign))


@pytest.mark.parametrize(("sensitivity", "base", "people"), [(1.01, 0.1, 10), (0.5, -0.1, 10), (0.5, 0.1, -1)])
def test_what_is_no_rate_is_refused(sensitivity: float, base: float, people: int) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        predict(sensitivity=sensitivity, specificity=0.5, base_rate=base, people=people)


def test_where_nobody_can_have_a_sign_a_sign_means_nothing() -> None:
    assert predict(sensitivity=0, specificity=1, base_rate=0.1, people=100).of_a_sign is None


def test_the_interval_is_that_of_wilson() -> None:
    """26 of 30, the sensitivity of the published study: 0.70 to 0.95."""
    low, high = Share(26, 30).interval

    assert (low, high) == (pytest.approx(0.703, abs=0.001), pytest.approx(0.947, abs=0.001))


@given(st.integers(1, 500), st.data())
def test_an_interval_holds_the_share_and_stays_between_none_and_all(whole: int, data: st.DataObject) -> None:
    share = Share(data.draw(st.integers(0, whole)), whole)
    low, high = share.interval

    assert 0 <= low <= share.value + 1e-12
    assert share.value - 1e-12 <= high <= 1


def test_from_the_flagged_alone_nothing_is_said_of_who_was_missed() -> None:
    flagged_only = Validation(signs_and_presumed=40, signs_not_presumed=60)

    assert (flagged_only.sensitivity, flagged_only.specificity) == (None, None)
    assert flagged_only.of_a_sign.value == 0.4


@pytest.mark.parametrize(("negatives", "told"), [(FEWEST - 1, False), (FEWEST, True)])
def test_a_specificity_needs_enough_people_without_a_sign_seen_in_full(negatives: int, told: bool) -> None:
    found = Validation(signs_and_presumed=5, signs_not_presumed=5, no_sign_not_presumed=negatives)

    assert (found.specificity is not None) is told
    assert found.of_no_sign.shown is told
