"""What was said before of those counted: whose hotline it is, for whom permits are, whom police had in view."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import facts, rows


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A local NGO ran a hotline for migrants. In 2021, the hotline received 310 calls.", "ngo"),
        ("A helpline operated by an NGO received 310 calls.", "ngo"),
        (
            "An NGO ran a hotline for women. The ministry operated a similar hotline, which received 310 calls.",
            "government",
        ),
    ],
)
def test_calls_are_taken_by_those_who_run_the_hotline(text: str, actor: str) -> None:
    assert [fact["actor"] for fact in facts(text, "PREVENTION") if fact["measure"] == "hotline_calls"] == [actor]


def test_permits_are_for_those_the_law_named_before() -> None:
    told = rows("The law entitled foreign victims to a temporary residence permit; three victims received a permit.")
    assert ("residence_permits", 3, 2021, {"nationality": "foreign"}, "reported") in told


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Police investigated complicit officials, but did not report prosecutions or convictions.", "not_reported"),
        ("Police did not prosecute or convict any government security officials.", "zero"),
    ],
)
def test_charges_left_out_are_of_the_officials_in_view(sentence: str, status: str) -> None:
    told = [row for row in rows(sentence, "PROSECUTION") if row[0] in ("prosecutions", "convictions")]
    assert [row[3:] for row in told] == [({"group": "officials"}, status)] * 2


def test_what_was_never_reported_is_not_none() -> None:
    told = rows("The government has never reported a prosecution or conviction for child soldiering.", "PROSECUTION")
    assert {row[4] for row in told} == {"not_reported"}
