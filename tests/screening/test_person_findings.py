"""All interviews with one person on one page: side by side, differences shown, a presumption standing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.registry.models import Case, LedgerEntry
from panoh.registry.refusals import NotPermitted
from panoh.screening.actions import begin_screening, finish, record_agreement, record_answers, screen_also
from panoh.screening.queries import person_findings
from tests.screening.conftest import ADULT, ADULT_SEXUAL

pytestmark = pytest.mark.django_db
EXPLOITED = {"act": "yes", "AL.EX.excessive_hours": "yes", "AL.EX.low_salary": "yes"}


@pytest.fixture
def three(coerced, cast, now) -> Case:
    """Trafficking in the first set, nothing in a second set, and nothing in a later talk."""
    record_answers(screening=coerced, answers={**EXPLOITED, "irregular_border": "yes"}, by=cast.zarina, at=now)
    finish(screening=coerced, by=cast.zarina, at=now)
    also = screen_also(screening=coerced, instrument=ADULT_SEXUAL, by=cast.zarina, at=now)
    record_answers(screening=also, answers={"act": "unknown"}, by=cast.zarina, at=now + timedelta(hours=1))
    finish(screening=also, by=cast.zarina, at=now + timedelta(hours=1))
    later = now + timedelta(days=40)
    again = begin_screening(case=coerced.case, instrument=ADULT, language="tg", by=cast.zarina, at=later)
    record_agreement(screening=again, by=cast.zarina, at=later)
    record_answers(screening=again, answers={"act": "no", "irregular_border": "no"}, by=cast.zarina, at=later)
    finish(screening=again, by=cast.zarina, at=later)
    return Case.objects.get()


def test_the_gravest_first_and_the_presumption_stands(three, cast, now):
    page = person_findings(cast.zarina, three, at=now)

    assert [each.finding.presumed for each in page.found] == [True, False, False]
    assert (page.summary.presumed_since, page.summary.findings_differ) == (now, True)
    assert three.state == "presumed"


def test_labels_of_all_talks_stand_together_and_a_later_no_takes_none_away(three, cast, now):
    page = person_findings(cast.zarina, three, at=now)

    assert page.labels is not None
    assert [each.label.code for each in page.labels.shown] == [
        "TRAFFICKING_INDICATED",
        "FORCED_LABOUR_INDICATED",
        "IRREGULAR_STATUS",
    ]


def test_what_was_answered_differently_is_named_with_its_days(three, cast, now):
    differing = person_findings(cast.zarina, three, at=now).differing

    assert [(len(each.yes), len(each.no)) for each in differing] == [(1, 1), (1, 1)]
    assert differing[0].question.en.startswith("Did anyone recruit")


def test_each_interview_read_is_a_line_in_the_ledger(three, cast, now):
    before = LedgerEntry.objects.filter(act="read_screening").count()

    person_findings(cast.zarina, three, at=now)

    assert LedgerEntry.objects.filter(act="read_screening").count() == before + 3


def test_the_page_says_it_in_words_and_the_finding_leads_to_it(client, three, cast):
    client.force_login(cast.zarina)
    page = client.get(reverse("screening:findings", args=[three.pk])).content.decode()

    assert "Presumed a victim since 16.11.2026. This stands whatever a later talk found." in page
    assert "They are not averaged" in page
    assert "Answered differently" in page
    finding = client.get(reverse("screening:finding", args=[three.screenings.first().pk])).content.decode()
    assert "There are 2 other findings on this person." in finding


def test_the_commission_does_not_read_of_the_border(client, three, cast):
    client.force_login(cast.rustam)

    said = {"X-Purpose": "supervision"}
    page = client.get(reverse("screening:findings", args=[three.pk]), headers=said).content.decode()

    assert "Trafficking in persons indicated" in page
    assert "Irregular entry or stay" not in page
    assert "cross a border" not in page


@pytest.mark.parametrize("who", ["behruz", "shahlo", "safar"])
def test_who_may_not_read_screenings_gets_none(client, three, cast, now, who):
    client.force_login(getattr(cast, who))

    assert client.get(reverse("screening:findings", args=[three.pk])).status_code == 403


def test_a_person_never_screened_has_an_empty_page_and_no_error(client, begun, cast, now):
    case = record_agreement(screening=begun, by=cast.zarina, at=now)
    client.force_login(cast.zarina)

    assert (
        "No interview has come to a finding yet."
        in client.get(reverse("screening:findings", args=[case.pk])).content.decode()
    )
    with pytest.raises(NotPermitted):
        person_findings_of_nobody(cast)


def person_findings_of_nobody(cast):
    from uuid import uuid4

    from panoh.registry.queries import case_for

    return case_for(cast.zarina, uuid4())
