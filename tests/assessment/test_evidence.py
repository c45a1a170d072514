"""What counts as evidence for a criterion: a document names its day and lifts no presumption; an approved answer file does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from panoh.assessment import actions
from panoh.assessment.actions import answers as answer_actions
from panoh.assessment.models import EvidenceDocument
from panoh.assessment.queries.criteria import criteria_for
from panoh.assessment.rules.documents import When
from panoh.assessment.rules.evidence import Have
from panoh.instruments.assessment import criteria, questionnaire
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, Refused
from tests.assessment import answered
from tests.assessment.test_criteria import OF, line
from tests.assessment.texts import accepted, brought, identified
from tests.conftest import NOON

pytestmark = pytest.mark.django_db
STATE = {"issuer": "state", "issued_by": "Supreme Court"}
CONVICTIONS = {
    **OF,
    **STATE,
    "criterion": "c1",
    "evidence": "convictions",
    "title": "Register of verdicts",
    "found_at": "court",
}


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

    law = {**OF, **STATE, "criterion": "ms1", "evidence": "law", "title": "Criminal Code", "found_at": "adlia"}
    actions.name_document(**law, on=date(1998, 5, 21), by=cast.alisher, at=NOON)


def test_a_document_changes_no_figure_of_a_measure_that_is_not_presumed(cast):
    victims = {**CONVICTIONS, "criterion": "c2", "evidence": "identified", "title": "Yearly letter"}

    actions.name_document(**victims, on=date(2020, 12, 31), by=cast.alisher, at=NOON)

    shown = line(cast, "c2", "identified")
    assert (len(shown.documents), shown.have, shown.presumed_not_done) == (1, Have.MISSING, False)
    page = criteria_for(cast.alisher, **OF, now=NOON)
    (todo,) = [gap.todo.en for gap, _owner in page.gaps if gap.line.asked.key == "identified"]
    assert todo.startswith("A document is named, and no number: it stands beside")


def test_sources_that_do_not_agree_stay_so_with_a_document_and_are_settled_by_facts(cast):
    for publisher, text in (("State", "24"), ("Somebody", "31")):
        told = brought(cast.alisher, f"Authorities identified {text} trafficking victims in 2020.", publisher=publisher)
        accepted(told.facts.get(), by=cast.alisher)
    victims = {**CONVICTIONS, "criterion": "c2", "evidence": "identified", "title": "Yearly letter"}

    actions.name_document(**victims, on=date(2020, 12, 31), by=cast.alisher, at=NOON)

    shown = line(cast, "c2", "identified")
    assert shown.have is Have.CONTESTED
    page = criteria_for(cast.alisher, **OF, now=NOON)
    (todo,) = [gap.todo.en for gap, _owner in page.gaps if gap.line.asked.key == "identified"]
    assert todo.startswith("Sources do not agree, and a document is named")


@pytest.mark.parametrize(
    ("issuer", "on", "when", "have"),
    [
        ("state", date(1998, 5, 21), When.BEFORE, Have.SHOWN),
        ("state", date(2020, 4, 1), When.WITHIN, Have.SHOWN),
        ("state", date(2021, 3, 31), When.WITHIN, Have.SHOWN),
        ("state", date(2021, 4, 1), When.AFTER, Have.MISSING),
        ("other", date(2020, 4, 1), When.WITHIN, Have.MISSING),
        ("international", date(2020, 4, 1), When.WITHIN, Have.MISSING),
    ],
)
def test_an_official_document_not_of_after_the_period_shows_what_is_asked_for_as_a_document(
    client, cast, issuer, on, when, have
):
    law = {**OF, "criterion": "ms1", "evidence": "law", "title": "Criminal Code", "found_at": "adlia"}

    actions.name_document(**law, on=on, issuer=issuer, issued_by="Somebody", by=cast.alisher, at=NOON)

    shown = line(cast, "ms1", "law")
    assert (shown.documents[0].when, shown.have) == (when, have)
    client.force_login(cast.alisher)
    page = client.get(reverse("assessment:criterion", args=["TJK", 2021, "ms1"])).content.decode()
    said = {"within": "of the reporting period", "before": "of before the reporting", "after": "of after the reporting"}
    assert said[when.value] in page
    assert ("not official" in page) is (issuer != "state")


def test_a_penalty_is_shown_by_the_law_itself_and_who_issued_a_document_is_said(cast):
    law = {**OF, "criterion": "ms2", "evidence": "penalty", "title": "Article 130.1", "found_at": "adlia"}
    page = criteria_for(cast.alisher, **OF, now=NOON)
    todo = {gap.line.asked.key: gap.todo.en for gap, _owner in page.gaps if gap.criterion.key == "ms2"}
    assert todo["penalty"].startswith("No accepted fact says it: name the official document")
    with pytest.raises(Refused, match="who issued"):
        actions.name_document(**law, on=date(2019, 1, 9), issuer="state", issued_by=" ", by=cast.alisher, at=NOON)

    actions.name_document(**law, on=date(2019, 1, 9), **STATE, by=cast.alisher, at=NOON)

    assert line(cast, "ms2", "penalty").have is Have.SHOWN


def test_one_document_is_named_once(cast):
    actions.name_document(**CONVICTIONS, on=date(2020, 12, 31), by=cast.alisher, at=NOON)
    again = {**CONVICTIONS, "title": " register of Verdicts "}

    with pytest.raises(Conflict, match="named for it already"):
        actions.name_document(**again, on=date(2020, 12, 31), by=cast.rustam, at=NOON)
    actions.name_document(**again, on=date(2021, 1, 31), by=cast.rustam, at=NOON)


def test_a_document_of_an_unknown_issuer_shows_nothing_until_it_is_named_again_with_it(client, cast):
    law = {**OF, "criterion": "ms1", "evidence": "law", "title": "Criminal Code", "on": date(1998, 5, 21)}
    before = EvidenceDocument.objects.create(**law, found_at="adlia", by=cast.alisher, at=NOON)
    client.force_login(cast.alisher)
    address = reverse("assessment:criterion", args=["TJK", 2021, "ms1"])
    assert line(cast, "ms1", "law").have is Have.MISSING
    page = client.get(address).content.decode()
    assert "shows nothing until it is named again" in page
    assert page.count("nothing named yet") == 0
    (todo,) = [gap.todo.en for gap, _owner in criteria_for(cast.alisher, **OF, now=NOON).gaps if gap.line.documents]
    assert "Name it again" in todo
    again = {**law, **STATE, "title": "criminal code", "found_at": "elsewhere", "by": cast.rustam, "at": NOON}

    made = actions.name_document(**again)

    before.refresh_from_db()
    assert (made, before.issuer, before.issued_by, before.by) == (before, "state", "Supreme Court", cast.alisher)
    assert (before.title, before.found_at) == ("Criminal Code", "adlia")
    assert line(cast, "ms1", "law").have is Have.SHOWN
    assert LedgerEntry.objects.filter(act="name_document", officer=cast.rustam, detail__document=before.pk).count() == 1
    with pytest.raises(Conflict):
        actions.name_document(**again)


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


def handed(cast, **about):
    sent = {**OF, **about, "post": cast.manuchehr.post, "due_on": NOON.date() + timedelta(days=9)}
    return actions.hand_out_gap(**sent, by=cast.alisher, at=NOON)


def is_open(gap):
    gap.refresh_from_db()
    return gap.open


def test_what_was_handed_out_ends_with_a_document_that_shows_it_and_with_no_other(cast):
    gap = handed(cast, criterion="ms1", evidence="law")
    law = {**OF, "criterion": "ms1", "evidence": "law", "found_at": "adlia", "on": date(1998, 5, 21), "at": NOON}

    actions.name_document(**law, title="A study", issuer="other", issued_by="University", by=cast.manuchehr)
    assert is_open(gap)
    actions.name_document(**law, title="Criminal Code", **STATE, by=cast.manuchehr)

    assert not is_open(gap)


def test_a_count_that_was_handed_out_ends_with_its_number_and_not_with_a_document(cast):
    gap = handed(cast, criterion="c2", evidence="identified")
    paper = {**CONVICTIONS, "criterion": "c2", "evidence": "identified", "on": date(2020, 12, 31)}
    actions.name_document(**paper, by=cast.manuchehr, at=NOON)
    told = brought(cast.alisher)
    assert is_open(gap)

    accepted(identified(told), by=cast.alisher)

    assert not is_open(gap)


def test_a_count_that_was_handed_out_ends_with_the_approved_answer_file(cast):
    gap = handed(cast, criterion="c1", evidence="convictions", report=answered.REPORT)

    answered.approved(cast)

    assert not is_open(gap)
