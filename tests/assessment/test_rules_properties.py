"""What holds of every history: against a second way of counting, under gaps, and between the check and what is said ahead."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from panoh.assessment.rules.check import Verdict, check
from panoh.assessment.rules.clock import Bar, reckon
from panoh.assessment.rules.outlook import outlook
from panoh.instruments.assessment import statute
from panoh.instruments.kinds.tier import Tier
from tests.assessment.made import CODE, behind, found, history, run, years

TIERS = ["1", "2", "2WL", "2WL", "2WL", "3", "(none)"]
HISTORIES = st.builds(
    lambda first, tiers: run(first, *tiers),
    st.integers(2004, 2021),
    st.lists(st.sampled_from(TIERS), min_size=1, max_size=12),
)


def lawful(placements: dict[int, str]) -> bool:
    return all(kind not in {"limit", "no_list"} for _, kind, _ in found(placements))


@given(HISTORIES)
def test_a_history_without_gaps_has_one_count_and_it_is_the_run_at_its_end(placements):
    run_at_end = 0
    for report in sorted(placements, reverse=True):
        if placements[report] != "2WL" or report < 2009:
            break
        run_at_end += 1

    assert behind(years(placements)) == {run_at_end}


@given(HISTORIES)
def test_the_one_year_rule_binds_as_the_reference_writes_it(placements):
    """Going back over the present run, the tier before it is 3, and before that run of 3 a run of two or more ends."""
    back = [placements[report] if report >= 2009 else "2" for report in sorted(placements, reverse=True)]
    here = 0
    while here < len(back) and back[here] == "2WL":
        here += 1
    threes = here
    while threes < len(back) and back[threes] == "3":
        threes += 1
    bound = threes > here and back[threes : threes + 2] == ["2WL", "2WL"]

    assert {count.downgraded for count in years(placements)[-1].after} == {bound}


@given(HISTORIES.filter(lawful), st.data())
def test_hiding_placements_widens_the_count_and_never_makes_a_violation(placements, data):
    first, *others = sorted(placements)
    hidden = data.draw(st.sets(st.sampled_from(others))) if others else set()
    kept = {report: tier for report, tier in placements.items() if report not in hidden}

    shown = years(kept, last=max(first, *placements))

    for whole, gapped in zip(years(placements), shown, strict=True):
        assert whole.after <= gapped.after
    assert Verdict.VIOLATION not in {each.verdict for each in check(CODE, shown)}


@given(HISTORIES, st.sampled_from([Tier.ONE, Tier.TWO, Tier.WATCH_LIST, Tier.THREE, Tier.SPECIAL_CASE]))
def test_what_is_said_ahead_is_what_the_check_would_find(placements, tier):
    known = history(placements)
    ahead = outlook(reckon(known, CODE, statute()), statute())
    option = next(each for each in ahead.options if each.tier is tier)

    report = ahead.law.report
    then = years({**placements, report: tier.value})[-1]
    broken = [each for each in check(CODE, [then]) if each.kind.value == Bar.LIMIT.value]

    assert option.barred is (tier is Tier.WATCH_LIST and bool(broken))
    assert all(effect.provision.in_force(ahead.law.due) for effect in option.effects)
    assert all(effect.last is None or effect.last > ahead.law.due for effect in option.effects)


@given(HISTORIES.filter(lambda placements: max(placements) >= 2018))
def test_the_year_named_for_tier_3_is_the_first_that_needs_a_waiver(placements):
    """Were the country left on the list from the next report on, and the law left as it is since 2019."""
    ahead = outlook(reckon(history(placements), CODE, statute()), statute())
    option = next(each for each in ahead.options if each.tier is Tier.WATCH_LIST)
    if option.barred:
        return

    first = next(
        report
        for report in range(ahead.law.report + 1, ahead.law.report + 9)
        if any(
            kind in {"waiver", "limit"} and year == report
            for year, kind, _ in found({**placements, **dict.fromkeys(range(ahead.law.report, report + 1), "2WL")})
        )
    )

    assert any(f"in the report of {first}" in effect.says.en for effect in option.effects)
