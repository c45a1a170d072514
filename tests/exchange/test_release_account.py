"""The budget is never overspent: written down before noise is drawn, refused when it is spent, and not to be mended by hand."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from panoh.exchange.release.account import account_beside, spend
from panoh.exchange.release.refusal import NotReleased

AT = "2026-11-26T10:00:00+00:00"


def spent(account, epsilon, budget=None):
    return spend(account, at=AT, data="ab", epsilon=epsilon, delta=1e-6, budget=budget)


def test_the_first_release_settles_the_budget_and_later_ones_add_up(tmp_path):
    account = account_beside(tmp_path / "people.csv")

    assert spent(account, 1, budget=3).left == 2
    assert spent(account, 1.5).left == 0.5
    with pytest.raises(
        NotReleased, match=r"budget of these records is spent: 2.5 of 3 in 2 release\(s\).*At most 0.5 is left"
    ):
        spent(account, 1)
    assert len(account.read_text().splitlines()) == 2
    assert account.name == "people.csv.budget.jsonl"


def test_without_a_budget_the_first_epsilon_is_all_there_is(tmp_path):
    spent(tmp_path / "a", 2)

    with pytest.raises(NotReleased, match="spent: 2 of 2"):
        spent(tmp_path / "a", 0.1)


def test_a_budget_can_be_lowered_and_not_raised(tmp_path):
    spent(tmp_path / "a", 1, budget=3)

    with pytest.raises(NotReleased, match=r"settled at 3 .* cannot be raised to 4"):
        spent(tmp_path / "a", 1, budget=4)
    with pytest.raises(NotReleased, match=r"1 of 1\.5"):
        spent(tmp_path / "a", 1, budget=1.5)


@pytest.mark.parametrize("harm", ["change", "drop", "reorder", "cut"])
def test_an_account_that_was_changed_is_noticed_and_nothing_more_is_spent(tmp_path, harm):
    account = tmp_path / "a"
    for _ in range(3):
        spent(account, 1, budget=9)
    lines = account.read_text().splitlines()
    harmed = {
        "change": [lines[0], json.dumps({**json.loads(lines[1]), "epsilon": 0.1}), lines[2]],
        "drop": [lines[0], lines[2]],
        "reorder": [lines[1], lines[0], lines[2]],
        "cut": [*lines[:2], lines[2][:30]],
    }[harm]
    account.write_text("\n".join(harmed) + "\n")

    with pytest.raises(NotReleased, match=r"line \d: the account of the budget was changed"):
        spent(account, 1)


def test_two_releases_at_once_never_spend_the_same_budget(tmp_path):
    def one(_):
        try:
            return bool(spent(tmp_path / "a", 1, budget=5))
        except NotReleased:
            return False

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(one, range(20))) == 5
