"""A no said later ends what an earlier yes had opened, and reaches every receiver as a withdrawal does (promise 4)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.registry.actions import disclose, record_consent, withdraw_consent
from panoh.registry.actions.consent import speaks_for_themselves, write_consent
from panoh.registry.models import LedgerEntry, in_force
from panoh.registry.queries import cases_for, consent_to
from panoh.registry.queries.consents import agreed_in, words_of
from panoh.registry.refusals import Refused
from panoh.registry.rules.word import standing

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def says(case, cast, at, given, purpose="service", **more):
    return record_consent(
        case=case, purpose=purpose, given=given, language="tg", explained=True, by=cast.zarina, at=at, **more
    )


def test_a_later_no_closes_the_receivers_view_at_once(case, cast, now, shown_to_shelter):
    assert cases_for(cast.shahlo).count() == 1

    says(case, cast, now + HOUR, given=False)

    assert cases_for(cast.shahlo).count() == 0
    shown_to_shelter.refresh_from_db()
    assert shown_to_shelter.ended_because == "consent_withdrawn"
    assert consent_to(case, "service") is None
    line = LedgerEntry.objects.last()
    assert (line.act, line.detail["consents_ended"], line.detail["disclosures_ended"]) == ("record_consent", 1, 1)


def test_a_no_to_one_purpose_ends_nothing_of_another(case, cast, now, shown_to_shelter):
    says(case, cast, now + HOUR, given=False, purpose="police")

    assert cases_for(cast.shahlo).count() == 1
    assert "consents_ended" not in LedgerEntry.objects.last().detail


def test_whoever_takes_back_their_last_yes_does_not_stand_by_the_one_before(case, cast, now, shown_to_shelter):
    again = says(case, cast, now + HOUR, given=True)

    withdraw_consent(consent=again, by=cast.zarina, at=now + 2 * HOUR)

    assert cases_for(cast.shahlo).count() == 0
    assert consent_to(case, "service") is None


def test_a_yes_after_the_no_opens_anew_and_revives_nothing(case, cast, now, shown_to_shelter):
    says(case, cast, now + HOUR, given=False)
    yes = says(case, cast, now + 2 * HOUR, given=True)

    assert cases_for(cast.shahlo).count() == 0
    assert consent_to(case, "service") == yes


def test_nothing_new_is_shown_to_a_desk_the_person_said_no_to(case, cast, now, shown_to_shelter):
    no = {"given": False, "language": "tg", "explained": True, "to_desk": cast.shahlo.desk}
    write_consent(case=case, purpose="service", **no, by=cast.zarina, at=now + HOUR)

    with pytest.raises(Refused, match="not agreed"):
        disclose(
            case=case,
            to_desk=cast.shahlo.desk,
            purpose="service",
            fields=("names",),
            consent=shown_to_shelter.consent,
            by=cast.zarina,
            at=now + HOUR,
        )
    assert cases_for(cast.shahlo).count() == 1  # until the day agreed to
    assert consent_to(case, "service") == shown_to_shelter.consent  # of other desks nothing was said


@pytest.mark.parametrize("said", ["yn", "ynyw", "yyw", "nyyn", "ywyn", "yny", "yyyw"])
def test_what_lists_ask_row_by_row_is_what_the_rule_says(case, cast, now, said):
    for step, letter in enumerate(said):
        at = now + step * HOUR
        if letter == "w":
            withdraw_consent(consent=consent_to(case, "service"), by=cast.zarina, at=at)
        else:
            says(case, cast, at, given=letter == "y")

        stand = standing(words_of(case.consents.all()), adult=True)
        assert {each.key for each in stand} == set(case.consents.filter(in_force()).values_list("pk", flat=True))
        assert len(agreed_in(case).to()) == len(stand)


def test_whoever_turns_out_to_be_an_adult_is_heard_against_what_a_guardian_agreed_to(case, cast, now, shown_to_shelter):
    case.track = "child"
    case.save()
    yes = says(case, cast, now, given=True, purpose="consulate", giver="guardian")
    says(case, cast, now + HOUR, given=False, purpose="consulate")
    assert consent_to(case, "consulate") == yes, "a child's own no ends no protection"

    case.track = "adult"
    case.save()
    speaks_for_themselves(case, by=cast.zarina, at=now + 2 * HOUR)

    assert not case.consents.filter(in_force(), purpose="consulate").exists()
    assert consent_to(case, "service") == shown_to_shelter.consent
    assert cases_for(cast.shahlo).count() == 1
