"""Search keys: one person's papers share one, whatever the script, the order or the ending."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.names import KEYS_VERSION, keys
from panoh.names.invent import invent, respell

SEEDS = st.integers(min_value=0, max_value=10**6)


@given(SEEDS)
def test_every_paper_of_a_person_shares_a_key_of_two_parts(seed: int) -> None:
    person = invent(seed)
    one, other = respell(person, Random(seed)), respell(person, Random(seed + 1))

    shared = keys(one.text) & keys(other.text)

    assert any(key.startswith("p:") for key in shared), (one, other)


@pytest.mark.parametrize(
    "other",
    [
        "Джураева Махаббат Каримовна",  # order turned, father's name added
        "MUHABBAT JURAZODA",
        "Муњаббат Љўраева",
        "Ҷӯраев Муҳаббат",
        "Jo‘rayeva Muhabbat",
        "Mouhabbat Djouraeva",
    ],
)
def test_script_ending_order_and_fathers_name_do_not_change_the_pair_key(other: str) -> None:
    shared = keys("Муҳаббат Ҷӯраева") & keys(other)

    assert any(key.startswith("p:") for key in shared)


def test_an_initial_is_found_by_the_initial_key() -> None:
    shared = keys("Ҷӯраева М.") & keys("MUKHABBAT DZHURAEVA")

    assert any(key.startswith("i:") for key in shared)


def test_a_name_of_one_part_is_found_by_the_part_key() -> None:
    shared = keys("محبت") & keys("Муҳаббат Ҷӯраева")

    assert shared
    assert all(key.startswith("w:") for key in shared)


def test_strangers_share_no_pair_key() -> None:
    shared = keys("Муҳаббат Ҷӯраева") & keys("Рустам Ҷӯраев")

    assert not any(key.startswith("p:") for key in shared)


def test_keys_are_the_same_text_every_time_and_carry_a_version() -> None:
    found = keys("Рустам Каримов")

    assert found == {"w:rstm", "w:Krm", "p:Krm+rstm", "i:rstm+K", "i:Krm+r"}
    assert KEYS_VERSION == 3


def test_a_name_without_letters_has_no_keys() -> None:
    found = keys(" — 123 ")

    assert found == frozenset()
