"""One code of an app, sent twice at the same moment, opens once; so does one of a sheet; and two wrong passwords are two."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from panoh.desk import brakes
from panoh.registry import vault
from panoh.registry.actions.factors import confirm_app, new_sheet, prove_code, start_app
from panoh.registry.models import Brake
from panoh.registry.rules import one_time_codes as codes
from tests.cast import hire


def test_a_code_opens_once(committed, at_once, now):
    officer = hire(at=now).zarina
    secret = vault.unseal(start_app(by=officer, at=now))["secret"]
    confirm_app(code=codes.code_at(secret, now), name="", by=officer, at=now)
    later = now + timedelta(minutes=1)
    for code, kind in ((codes.code_at(secret, later), "app"), (new_sheet(by=officer, at=now)[0], "sheet")):
        met = at_once(*[lambda code=code: prove_code(officer, code, at=later)] * 2)

        assert sorted(met) == ["", kind]


def test_two_wrong_passwords_at_once_count_as_two(at_once):
    sides = brakes.sides_of(step="password", name="shahlo", device="", address="")
    at = timezone.localtime()

    at_once(*[lambda: brakes.count_failure(sides, at=at)] * 2)

    assert Brake.objects.get().failures == 2
