"""Sampling held to published tables, to its own bounds whatever is given, and drawn again the same."""

from __future__ import annotations

from math import sqrt
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from panoh.prevention.rules.estimates import AtSite, estimate, student, wilson
from panoh.prevention.rules.sampling import (
    Method,
    PlanUnclear,
    Stratum,
    Wanted,
    allocate,
    critical,
    draw,
    margin_of,
    sample_size,
)

BUSY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no failure."""
FIVE = Wanted(margin=0.05, confidence=0.95)
KREJCIE_MORGAN = {10: 10, 100: 80, 200: 132, 500: 217, 1000: 278, 2000: 322, 10_000: 370, 100_000: 383}
"""Krejcie and Morgan (1970), Determining sample size for research activities; 100 000 as their formula gives it."""


@pytest.mark.parametrize(("population", "wanted"), KREJCIE_MORGAN.items())
def test_sizes_are_those_of_the_table(population, wanted):
    assert abs(sample_size(population, FIVE) - wanted) <= 1


def test_for_a_very_large_population_it_is_385_and_twice_that_with_a_design_effect_of_two():
    assert sample_size(10**9, FIVE) == 385
    assert sample_size(10**9, Wanted(0.05, 0.95, effect=2)) == 769


@BUSY
@given(st.integers(1, 10_000), st.floats(0.01, 0.3), st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_a_sample_is_never_more_than_there_are_and_keeps_its_margin(population, margin, confidence):
    wanted = Wanted(margin, confidence)
    size = sample_size(population, wanted)

    assert 1 <= size <= population
    assert margin_of(population, size, wanted) <= margin + 1e-6


@pytest.mark.parametrize(
    ("wanted", "part"),
    [
        (Wanted(0, 0.95), "margin"),
        (Wanted(0.05, 1), "confidence"),
        (Wanted(0.05, 0.95, share=0), "share"),
        (Wanted(0.05, 0.95, effect=0.5), "effect"),
    ],
)
def test_what_makes_no_sample_is_named(wanted, part):
    with pytest.raises(PlanUnclear) as unclear:
        sample_size(100, wanted)

    assert unclear.value.part == part


def test_neyman_asks_more_where_people_differ_more():
    """Cochran, Sampling Techniques, chapter 5: n_h is as N_h times S_h."""
    strata = (Stratum("even", 1000, 0.1), Stratum("mixed", 1000, 0.4))

    assert allocate(100, strata, Method.NEYMAN) == {"even": 20, "mixed": 80}
    assert allocate(100, strata, Method.PROPORTIONAL) == {"even": 50, "mixed": 50}


def test_neyman_is_refused_where_nobody_knows_how_much_they_differ():
    with pytest.raises(PlanUnclear) as unclear:
        allocate(10, (Stratum("a", 10, 0.1), Stratum("b", 10)), Method.NEYMAN)

    assert unclear.value.part == "deviation"


@BUSY
@given(st.integers(1, 400), st.lists(st.integers(0, 200), min_size=1, max_size=8))
def test_an_allocation_adds_up_and_keeps_within_each_stratum(size, populations):
    strata = tuple(Stratum(str(number), many) for number, many in enumerate(populations))
    if not any(populations):
        with pytest.raises(PlanUnclear):
            allocate(size, strata, Method.PROPORTIONAL)
        return

    made = allocate(size, strata, Method.PROPORTIONAL)

    least = sum(min(2, many) for many in populations)
    assert all(min(2, each.population) <= made[each.key] <= each.population for each in strata)
    assert sum(made.values()) == min(max(size, least), sum(populations))


@BUSY
@given(st.sets(st.text(min_size=1, max_size=8), min_size=1, max_size=30), st.text(max_size=5))
def test_a_draw_is_the_same_again_in_whatever_order_the_list_comes(keys, seed):
    once = draw(sorted(keys), 5, seed)

    assert once == draw(sorted(keys, reverse=True), 5, seed)
    assert len(once) == min(5, len(keys))
    assert set(once) <= keys


def test_a_draw_gives_each_the_same_chance():
    keys = [f"site-{number}" for number in range(20)]
    times = dict.fromkeys(keys, 0)
    for seed in range(2000):
        for key in draw(keys, 5, str(seed)):
            times[key] += 1

    assert all(abs(many - 500) < 5 * sqrt(2000 * 0.25 * 0.75) for many in times.values())


@pytest.mark.parametrize(
    ("share", "number", "low", "high"),
    [(0.5, 10, 0.2366, 0.7634), (0.0, 10, 0.0, 0.2775), (81 / 263, 263, 0.2553, 0.3662)],
)
def test_wilson_is_that_of_the_literature(share, number, low, high):
    """The last is the worked example of Newcombe (1998), method 3."""
    assert wilson(share, number, critical(0.95)) == pytest.approx((low, high), abs=5e-4)


STUDENT = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 10: 2.228, 30: 2.042, 120: 1.980}


@pytest.mark.parametrize(("free", "quantile"), STUDENT.items())
def test_students_t_is_that_of_the_table(free, quantile):
    assert student(0.95, free) == pytest.approx(quantile, abs=6e-4)


def test_nobody_answered_is_no_estimate():
    assert estimate([AtSite("a", 0, 0)], people={}) is None


def test_sites_all_alike_tell_nothing_of_how_sites_differ_and_that_is_said():
    found = estimate([AtSite("a", 0, 20), AtSite("a", 0, 20)], people={"a": 400})

    assert found is not None
    assert (found.share, found.assumed) == (0, True)
    assert found.high > 0.1


def test_strata_weigh_as_many_people_as_they_hold():
    found = [AtSite("small", 9, 10), AtSite("small", 8, 10), AtSite("large", 1, 10), AtSite("large", 2, 10)]

    weighted = estimate(found, people={"small": 100, "large": 900})

    assert weighted is not None
    assert weighted.share == pytest.approx(0.1 * 0.85 + 0.9 * 0.15)


def test_people_who_answer_alike_within_a_site_widen_the_interval():
    mixed = estimate([AtSite("a", 5, 10)] * 9 + [AtSite("a", 4, 10)], people={})
    apart = estimate([AtSite("a", 10, 10), AtSite("a", 0, 10)] * 5, people={})

    assert mixed is not None
    assert apart is not None
    assert apart.effect > 5 > mixed.effect
    assert apart.high - apart.low > 1.8 * (mixed.high - mixed.low)


def test_the_interval_holds_the_truth_about_as_often_as_it_says():
    """Five hundred samples of eight sites each, whose people answer partly alike; nominal 95 in 100."""
    chance = Random(7)
    sites = [chance.betavariate(2, 6) for _ in range(300)]
    people = [[chance.random() < each for _ in range(60)] for each in sites]
    truth = sum(map(sum, people)) / sum(map(len, people))

    def held() -> bool:
        found = []
        for site in chance.sample(people, 8):
            asked = chance.sample(site, 15)
            found.append(AtSite("all", sum(asked), 15))
        estimated = estimate(found, people={"all": 18_000})
        return estimated is not None and estimated.low <= truth <= estimated.high

    assert 0.92 <= sum(held() for _ in range(500)) / 500 <= 0.99
