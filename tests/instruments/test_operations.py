"""Kinds of operation and sectors: every rule of safety cites its text, and a list that does not fit together is refused."""

from __future__ import annotations

import pytest

from panoh.instruments import countries
from panoh.instruments.kinds.operation import kind_from
from panoh.instruments.operations import non_removal, operation_kind, operation_kinds
from panoh.screening.models import Operation


def test_each_kind_says_who_runs_it_and_what_is_seen_to_first_by_which_text():
    assert [each.key for each in operation_kinds()] == Operation.Kind.values
    for kind in operation_kinds():
        assert kind.safety
        assert all(rule.sources and rule.words.ru and rule.words.tg for rule in kind.safety)
    assert operation_kind("detention").asks_removal
    assert operation_kind("raid").asks_sector
    assert len(countries.sectors("tj")) >= 8


def test_the_kinds_of_the_text_are_the_kinds_of_the_records_and_no_others():
    assert {each.key for each in operation_kinds()} == set(Operation.Kind.values)
    with pytest.raises(KeyError):
        operation_kind("moon")


def test_every_sector_cites_a_report_and_has_its_words_in_each_language():
    sectors = countries.sectors("tj")

    assert {"agriculture", "cotton", "construction", "commercial_sex"} <= {each.key for each in sectors}
    assert all(each.sources and each.name.ru and each.name.tg for each in sectors)


def test_our_own_rules_of_safety_are_shown_as_provisional():
    assert non_removal().provisional
    assert all(rule.provisional for kind in operation_kinds() for rule in kind.safety)


def test_a_kind_asks_for_a_sector_or_a_day_of_removal_only_where_its_text_says_so():
    plain = {"key": "x", "meaning": {"en": "x"}, "run_by": {"en": "x"}, "safety": []}

    assert (kind_from(plain).asks_sector, kind_from({**plain, "asks_removal": True}).asks_removal) == (False, True)
