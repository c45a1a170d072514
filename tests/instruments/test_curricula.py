"""What is taught to whom, and that no act which helps anybody can ever ask for a certificate (promise 2)."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from panoh.instruments import countries
from panoh.instruments.kinds.training import SensitiveAct
from panoh.instruments.prevention import training
from panoh.instruments.prevention.training import curriculum, trained_only, training_from
from panoh.instruments.reader import TextError
from panoh.registry.access import Act


@pytest.fixture
def text():
    return deepcopy(training._text())


def test_every_role_of_the_country_is_taught_something_and_no_other():
    taught = {role for each in training.curricula() for role in each.roles}

    assert taught <= {role.key for role in countries.roles("tj")}
    assert {"first_responder", "preliminary_decider", "formal_decider", "service_provider", "prosecutor"} <= taught


def test_a_session_teaches_the_version_of_its_first_day(text):
    text["curricula"][0]["versions"].append(
        {"version": "2", "valid_from": "2027-01-01", "hours": 20, "hours_needed": 16, "valid_months": 24}
    )
    taught = training_from(text)[0][0]

    assert taught.on(date(2026, 12, 31)).version == "1"
    assert taught.on(date(2027, 1, 1)).version == "2"
    assert taught.on(date(2023, 12, 31)) is None
    assert taught.version("1").hours_needed == 12
    with pytest.raises(KeyError):
        curriculum("swimming")


@pytest.mark.parametrize("act", sorted({*Act} - {*SensitiveAct}))
def test_help_in_danger_needs_referral_refuge_and_every_other_act_are_never_kept_for_the_trained(text, act):
    """Each act of the access table but the two decisions: put into the file, the reader refuses it."""
    text["trained_only"]["acts"].append({"act": act.value, "name": {"en": "x"}, "curriculum": "first_line"})

    with pytest.raises(TextError, match=f"'{act.value}' may never ask for a certificate: help in danger"):
        training_from(text)


def test_what_the_file_lists_is_off_and_needs_a_long_notice():
    rule = trained_only()

    assert {each.act for each in rule.acts} == {*SensitiveAct}
    assert rule.notice_days >= 30


def test_a_notice_of_a_day_is_refused(text):
    text["trained_only"]["notice_days"] = 1

    with pytest.raises(TextError, match="notice_days"):
        training_from(text)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda text: text["curricula"][0]["versions"][0].update(hours_needed=17), "more hours are needed than it has"),
        (lambda text: text["curricula"].append(text["curricula"][0]), "stands twice"),
        (lambda text: text["curricula"][0]["versions"].append(text["curricula"][0]["versions"][0]), "stands twice"),
        (lambda text: text["trained_only"]["acts"][0].update(curriculum="swimming"), "no curriculum 'swimming'"),
        (lambda text: text["trained_only"]["acts"].append(text["trained_only"]["acts"][0]), "an act stands twice"),
        (lambda text: text["curricula"][0]["sources"][0].update(source="hearsay"), "hearsay"),
        (lambda text: text["curricula"][0]["sources"][0].update(verification="official"), "only"),
    ],
)
def test_what_does_not_fit_together_is_refused_by_name(text, spoil, says):
    spoil(text)

    with pytest.raises(TextError, match=says):
        training_from(text)
