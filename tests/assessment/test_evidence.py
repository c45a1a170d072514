"""What counts as evidence for a criterion: a document names its day and lifts no presumption; an approved answer file does."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from panoh.assessment import actions
from panoh.assessment.actions import answers as answer_actions
from panoh.assessment.queries.criteria import criteria_for
from panoh.assessment.rules.evidence import Have
from panoh.instruments.assessment import criteria, questionnaire
from panoh.registry.refusals import Conflict, Refused
from tests.assessment import answered
from tests.assessment.test_criteria import OF, line
from tests.conftest import NOON

pytestmark = pytest.mark.django_db
CONVICTIONS = {**OF, "criterion": "c1", "evidence": "convictions", "title": "Register of verdicts", "found_at": "court"}


def test_a_document_without_a_number_lifts_no_presumption_and_the_gap_says_what_is_still_to_give(cast):
    actions.name_document(**CONVICTIONS, on=date(2020, 12, 31), by=cast.alisher, at=NOON)

    shown = line(cast, "c1", "convictions")

    assert (len(shown.documents), shown.have, shown.presumed_not_done) == (1, Have.MISSING, True)
    page = criteria_for(cast.alisher, **OF, now=NOON)
    todo = next(gap.todo.en for gap, _owner in page.gaps if gap.line.asked.key == "convictions")
    assert "A document is named, and no number" in todo


def test_a_document_of_before_the_year_shows_nothing_of_what_was_done_in_it_and_a_law_holds_from_before(cast):
    with pytest.raises(Refused, match="was done in 2020"):
        actions.name_document(**CONVICTIONS, on=date(2019, 12, 31), by=cast.alisher, at=NOON)

    law = {**OF, "criterion": "ms1", "evidence": "law", "title": "Criminal Code", "found_at": "adlia"}
    actions.name_document(**law, on=date(1998, 5, 21), by=cast.alisher, at=NOON)


def test_one_document_is_named_once(cast):
    actions.name_document(**CONVICTIONS, on=date(2020, 12, 31), by=cast.alisher, at=NOON)
    again = {**CONVICTIONS, "title": " register of Verdicts "}

    with pytest.raises(Conflict, match="named for it already"):
        actions.name_document(**again, on=date(2020, 12, 31), by=cast.rustam, at=NOON)
    actions.name_document(**again, on=date(2021, 1, 31), by=cast.rustam, at=NOON)


def test_the_approved_answer_file_is_evidence_and_one_that_is_being_answered_is_none(client, cast):
    asked = {"report": answered.REPORT}
    file = answered.begun(cast)
    answered.checked(file, cast)
    text = answered.put_up(file, cast)
    assert line(cast, "c1", "convictions", **asked).presumed_not_done

    answer_actions.sign_answers(text=text, approved=True, by=cast.rustam, at=NOON)

    shown = {each.asked.key: each for each in criteria_for(cast.alisher, **OF | asked, now=NOON).block("c1").lines}
    assert {each.have for each in shown.values()} == {Have.SHOWN}
    told = shown["convictions"].answered
    assert (told.says.en, told.item, told.version, told.file) == ("none", "A10", 1, file.pk)
    assert shown["sentences"].answered.item == "A12"
    assert line(cast, "c1", "convictions", country="KGZ", **asked).answered is None
    client.force_login(cast.alisher)
    page = client.get(reverse("assessment:criterion", args=["TJK", answered.REPORT, "c1"])).content.decode()
    assert reverse("assessment:answer_item", args=[file.pk, "A10"]) in page
    assert "approved answer file, version 1" in page
    assert "presumed not done" not in page


def test_every_item_that_evidence_names_is_asked(cast):
    named = {asked.item for criterion in criteria() for asked in criterion.evidence if asked.item}

    assert named
    assert all(questionnaire().find(each) for each in named)
