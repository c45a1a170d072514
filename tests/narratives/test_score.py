"""The scorer counts as VOCABULARY.md says."""

from __future__ import annotations

from typing import Any

from panoh.narratives.score import score


def line(**changes: Any) -> dict[str, Any]:
    plain = {
        "measure": "victims_identified",
        "value": 20,
        "unit": "people",
        "year": 2021,
        "breakdown": {},
        "status": "reported",
        "actor": "government",
        "quote": "",
    }
    return {**plain, **changes}


def test_the_same_fact_is_right_strictly_and_leniently() -> None:
    one = score([line()], [line()])

    assert one.strict.f1 == one.lenient.f1 == 1


def test_a_wrong_breakdown_is_right_only_leniently() -> None:
    one = score([line()], [line(breakdown={"form": "sexual"})])

    assert (one.strict.f1, one.lenient.f1) == (0, 1)


def test_free_keys_and_the_groups_of_trainees_are_not_compared() -> None:
    gold = line(breakdown={"detail": "in Georgia", "agency": "police", "topic": "law", "group": "judges"})

    assert score([line()], [gold]).strict.f1 == 1


def test_complicit_officials_are_compared() -> None:
    assert score([line()], [line(breakdown={"group": "officials"})]).strict.f1 == 0


def test_a_value_may_differ_by_half_a_percent() -> None:
    assert score([line(value=1003)], [line(value=1000)]).strict.f1 == 1
    assert score([line(value=1006)], [line(value=1000)]).lenient.f1 == 0


def test_without_a_value_the_unit_is_ignored() -> None:
    silent = {"value": None, "status": "not_reported"}

    assert score([line(**silent, unit="cases")], [line(**silent)]).strict.f1 == 1


def test_a_derived_fact_costs_neither_recall_nor_precision() -> None:
    derived = line(breakdown={"sex": "female"}, derived=True)

    missed, found = (
        score([line()], [line(), derived]),
        score([line(), line(breakdown={"sex": "female"})], [line(), derived]),
    )

    assert missed.strict.recall == 1
    assert found.strict.precision == 1


def test_two_readings_of_one_fact_count_once() -> None:
    one = score([line(), line()], [line()])

    assert (one.strict.precision, one.strict.recall) == (0.5, 1)


def test_recall_of_none_and_not_reported_is_told_apart() -> None:
    gold = [line(), line(value=0, status="zero"), line(value=None, status="not_reported")]

    one = score([line(value=0, status="zero")], gold)

    assert (one.silent.found, one.silent.written) == (1, 2)
