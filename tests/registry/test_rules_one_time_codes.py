"""One-time codes as RFC 6238 prints them, with a clock that is a little wrong, and never twice; printed codes however typed."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta

import pytest

from panoh.registry.rules import one_time_codes as codes

PRINTED = base64.b32encode(b"12345678901234567890").decode()
AT = datetime(2026, 11, 16, 12, 0, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (2000000000, "279037"), (20000000000, "353130")],
)
def test_codes_are_those_the_standard_prints(seconds, code):
    at = datetime.fromtimestamp(seconds, tz=UTC)

    assert codes.code_at(PRINTED, at) == code
    assert codes.step_of(code, PRINTED, at=at, after=0) == seconds // 30


@pytest.mark.parametrize(("late", "taken"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_clock_may_be_wrong_by_one_step(late, taken):
    code = codes.code_at(PRINTED, AT)

    assert (codes.step_of(code, PRINTED, at=AT + timedelta(seconds=late), after=0) is not None) is taken


def test_no_code_is_taken_twice_nor_an_earlier_one_after_a_later():
    code = codes.code_at(PRINTED, AT)
    step = codes.step_of(code, PRINTED, at=AT, after=0)

    assert codes.step_of(code, PRINTED, at=AT, after=step) is None
    assert codes.step_of(codes.code_at(PRINTED, AT - timedelta(seconds=30)), PRINTED, at=AT, after=step) is None


@pytest.mark.parametrize("typed", ["", "abc", "12345", "1234567", "٠٠٥٩٢٤", "ҷӯраев"])
def test_what_is_no_code_fits_nothing(typed):
    assert codes.step_of(typed, PRINTED, at=AT, after=0) is None


def test_printed_codes_are_all_different_long_and_have_no_letter_taken_for_another():
    sheet = codes.new_sheet(30)

    assert len(set(sheet)) == 30
    assert all(len(codes.plain(code)) == codes.LENGTH for code in sheet)
    assert not set("01IOL") & set("".join(sheet))


def test_a_printed_code_is_known_however_it_is_typed():
    assert codes.plain(" abcde fghjk ") == codes.plain("ABCDE-FGHJK") == "ABCDEFGHJK"
