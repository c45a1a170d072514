"""No penalty goes unseen (promise 7): also one from a line that became a case, and none is silenced by who wrote it down."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from panoh.justice.actions import ask_relief, assess_link, record_penalty, record_relief
from panoh.justice.models import Penalty
from panoh.justice.queries import worklist
from panoh.justice.queries.penalties import penalty_for
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.refusals import NotPermitted
from panoh.screening.models import RosterEntry
from tests.journeys import ways
from tests.justice.test_penalties import FINE, HELD, TODAY
from tests.justice.test_removals import REMOVAL, line  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db
NO = {"compulsion": "no", "causation": "no", "reasons": "She says nothing of it."}


@pytest.fixture
def became_a_case(line, cast, now) -> Penalty:  # noqa: F811 - the fixture above
    """A detention written on a line of a roster, whose person has a case and a manager since."""
    made = record_penalty(entry=line, given=HELD, by=cast.zarina, at=now)
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    Case.objects.filter(pk=case.pk).update(manager=cast.parvina)
    RosterEntry.objects.filter(pk=line.pk).update(case=case)
    return Penalty.objects.get(pk=made.pk)


def test_a_penalty_from_a_line_comes_to_the_manager_of_the_case_it_became(became_a_case, cast, now):
    [told] = worklist(cast.parvina, now=now).items

    assert told.reference == became_a_case.person_case.reference
    assert penalty_for(cast.parvina, became_a_case.pk) == became_a_case
    assess_link(
        penalty=became_a_case,
        compulsion="yes",
        causation="yes",
        reasons="She says so.",
        after=None,
        by=cast.parvina,
        at=now,
    )
    assert LedgerEntry.objects.latest("seq").subject == f"case:{became_a_case.person_case.pk}"
    with pytest.raises(NotPermitted):
        penalty_for(cast.jamshed, became_a_case.pk)


def test_when_it_is_late_it_comes_to_the_intake_desk_with_a_case_or_without(became_a_case, cast, now):
    late = became_a_case.assess_by + timedelta(minutes=1)
    assert worklist(cast.nigina, now=late).items

    RosterEntry.objects.update(case=None)

    assert worklist(cast.nigina, now=late).items


def test_the_desk_that_wrote_it_down_does_not_silence_it_alone(cast, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    fined = record_penalty(case=case, given=replace(FINE, article="138"), by=cast.zarina, at=now)
    Case.objects.filter(pk=case.pk).update(manager=cast.parvina)
    fined.refresh_from_db()
    seen = assess_link(penalty=fined, **NO, after=None, by=cast.zarina, at=now)
    assert seen.outcome == "not_shown"

    assert worklist(cast.parvina, now=now).total == 1, "whoever manages the case still looks"

    assess_link(penalty=Penalty.objects.get(pk=fined.pk), **NO, after=seen.pk, by=cast.parvina, at=now)
    assert worklist(cast.parvina, now=now).total == 0


def test_a_stay_of_a_removal_is_chased_at_once(cast, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    removal = record_penalty(case=case, given=REMOVAL, by=cast.zarina, at=now)
    assess_link(
        penalty=removal,
        compulsion="yes",
        causation="yes",
        reasons="He took her papers.",
        after=None,
        by=cast.zarina,
        at=now,
    )
    asked = ask_relief(penalty=removal, kind="stay", asked_of="migration", on=TODAY, words="", by=cast.zarina, at=now)

    assert [each.what for each in worklist(cast.zarina, now=now).items] == ["Ask what became of the relief"]

    record_relief(relief=asked, became="granted", on=TODAY, by=cast.zarina, at=now)
    assert [each.what for each in worklist(cast.zarina, now=now).items] == ["See that the relief is carried out"]


def test_in_prison_beside_a_suspect_is_as_much_an_alert_as_in_detention(cast, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    record_penalty(case=case, given=replace(HELD, kind="conviction", with_suspect=True), by=cast.zarina, at=now)

    assert "with a suspect" in worklist(cast.zarina, now=now).items[0].what


def test_a_new_day_of_removal_takes_the_place_of_one_that_is_past(line, cast, now):  # noqa: F811 - the fixture above
    RosterEntry.objects.filter(pk=line.pk).update(removal_on=TODAY - timedelta(days=60))
    line.refresh_from_db()

    record_penalty(entry=line, given=REMOVAL, by=cast.zarina, at=now)

    line.refresh_from_db()
    assert line.removal_on == REMOVAL.on
