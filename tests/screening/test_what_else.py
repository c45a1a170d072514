"""“What else happened” is asked beside the set: kept like other answers, changing no finding, adding labels, on no paper."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.registry.models import LedgerEntry
from panoh.screening.actions import choose_instrument, finish, record_answers
from panoh.screening.models import Answer, Finding, Screening
from panoh.screening.queries import finding_page, interview
from tests.screening.conftest import ADULT

pytestmark = pytest.mark.django_db
CROSSED = {"irregular_border": "yes", "paid_for_crossing": "yes"}
BORDER = "Irregular entry or stay"


@pytest.fixture
def officer(client, cast):
    client.force_login(cast.zarina)
    return client


@pytest.fixture
def finished(coerced, cast, now) -> Screening:
    """Presumed, and a border was crossed for money."""
    record_answers(screening=coerced, answers=CROSSED, by=cast.zarina, at=now)
    finish(screening=coerced, by=cast.zarina, at=now)
    return Screening.objects.get()


def at(name: str, screening: Screening) -> str:
    return reverse(f"screening:{name}", args=[screening.pk])


def text(answer) -> str:
    return answer.content.decode()


def codes(cast, screening, now, **how) -> set[str]:
    page = finding_page(cast.zarina, screening.pk, at=now, **how)
    return {each.label.code for each in page.labels.shown} if page.labels else set()


def test_it_comes_after_the_last_question_and_leads_on_to_the_persons_words(officer, cast, agreed):
    last = reverse("screening:questions", args=[agreed.pk, len(interview(cast.zarina, agreed.pk).pages)])
    page = officer.post(last, {"go": "next"})
    assert page.url == at("what_else", agreed)

    answer = officer.post(page.url, {"labour_law_breach": "yes", "irregular_border": "unknown", "go": "next"})

    assert answer.url == at("words", agreed)
    assert dict(Answer.objects.values_list("item", "value")) == {
        "labour_law_breach": "yes",
        "irregular_border": "unknown",
    }


def test_all_of_it_can_be_left_out(officer, agreed):
    assert officer.post(at("what_else", agreed), {"go": "check"}).url == at("check", agreed)
    assert Answer.objects.count() == 0


def test_of_an_adult_nothing_is_asked_about_a_childs_placement(officer, agreed):
    assert "child_transferred_for_payment" not in officer.get(at("what_else", agreed)).context["form"].fields


def test_where_the_person_may_have_been_a_child_it_is_asked(officer, agreed, cast, now):
    choose_instrument(screening=agreed, instrument="ilo_ec_child_labour", by=cast.zarina, at=now)

    assert "child_transferred_for_payment" in officer.get(at("what_else", agreed)).context["form"].fields


def test_before_a_set_is_chosen_it_leads_to_what_comes_first(officer, begun):
    assert officer.get(at("what_else", begun)).url == at("agreement", begun)


def test_a_correction_keeps_the_earlier_answer_and_the_check_shows_both(officer, coerced):
    officer.post(at("what_else", coerced), {"irregular_border": "yes"})
    officer.post(at("what_else", coerced), {"irregular_border": "no", "seen-irregular_border": "yes"})

    page = text(officer.get(at("check", coerced)))

    assert Answer.objects.filter(item="irregular_border").count() == 2
    assert "<s>yes</s> (Zarina)" in page
    assert "2 yes, 0 no, 0 not known, 67 not asked" in page


def test_a_colleagues_other_answer_is_shown_and_not_overwritten(officer, coerced, a_colleague):
    officer.post(at("what_else", coerced), {"irregular_border": "yes"})
    officer.force_login(a_colleague)

    answer = officer.post(at("what_else", coerced), {"irregular_border": "no", "seen-irregular_border": ""})

    assert "Zarina answered: yes" in text(answer)
    assert Answer.objects.get(item="irregular_border").value == "yes"


def test_it_changes_no_finding_and_leaves_a_finished_interview_finished(officer, finished):
    answer = officer.post(at("what_else", finished), {"labour_law_breach": "yes"})

    assert answer.url == at("finding", finished)
    assert Screening.objects.get().outcome == "finished"
    assert Finding.objects.get().outcome == "TIP_POSSIBLE"
    assert "Answers were changed" not in text(officer.get(answer.url))


def test_all_labels_stand_side_by_side_with_what_is_missing_what_to_ask_and_the_articles(officer, finished):
    page = text(officer.get(at("finding", finished)))

    assert "Smuggling of migrants indicated" in page
    assert "Missing for trafficking:" in page
    assert "Who took money for what?" in page
    assert "article 335.1" in page
    assert "since when is not known" in page
    assert "The migrant is not liable for having been smuggled" in page
    assert "Write down why it is counted as trafficking" in page


def test_possible_trafficking_is_not_counted_as_a_neighbour_before_a_supervisor_looked(officer, agreed, cast, now):
    yes = ["AL.EX.excessive_hours", "AL.EX.low_salary", "AL.EX.labour_laws", "AL.RV.economic", "AL.RV.illegal_status"]
    answers = dict.fromkeys([*yes, "AL.RV.lack_information"], "yes")
    record_answers(screening=agreed, answers=answers, by=cast.zarina, at=now)
    finish(screening=agreed, by=cast.zarina, at=now)

    page = text(officer.get(at("finding", agreed)))

    assert codes(cast, agreed, now) == {"TRAFFICKING_POSSIBLE", "LABOUR_VIOLATION_INDICATED"}
    assert "Before it is closed or counted as this:" in page
    assert "A supervisor looks at the case" in page


def test_what_could_be_used_against_the_person_is_shown_to_those_who_protect_and_on_no_paper(
    officer, client, cast, finished
):
    assert BORDER in text(officer.get(at("finding", finished)))
    assert BORDER not in text(officer.get(at("paper", finished)))
    assert "Did the person cross a border" not in text(officer.get(at("paper", finished)))

    client.force_login(cast.rustam)
    page = text(client.get(at("finding", finished), headers={"X-Purpose": "supervision"}))

    assert "Smuggling of migrants indicated" in page
    assert BORDER not in page
    assert "Did the person cross a border" not in page


def test_paper_says_who_printed_it_and_when_and_so_does_the_ledger(officer, cast, finished):
    page = text(officer.get(at("paper", finished)))

    assert "Printed by Zarina" in page
    assert finished.case.reference in page
    assert "What it does not mean" in page
    line = LedgerEntry.objects.get(act="print_finding")
    assert (line.officer, line.subject) == (cast.zarina, f"screening:{finished.pk}")


def test_without_a_finding_there_is_nothing_to_put_on_paper(officer, coerced):
    assert officer.get(at("paper", coerced)).status_code == 422
    assert not LedgerEntry.objects.filter(act="print_finding").exists()


def test_what_to_ask_next_says_what_a_yes_would_do(officer, finished):
    page = text(officer.get(at("finding", finished)))

    assert "A yes changes the finding from “Trafficking is possible; an element is still to be asked about” to" in page
    assert "more that could matter" in page


def test_the_table_names_the_ways_the_answers_and_what_could_still_show_an_element(officer, finished):
    page = text(officer.get(at("finding", finished)))

    assert "Other coercion" in page
    assert "2 answers of yes" in page
    assert "questions without an answer" in page


def test_what_it_does_not_mean_is_said_of_this_very_outcome(officer, finished):
    page = text(officer.get(at("finding", finished)))

    assert "It does not mean that an element is absent" in page
    assert "not known is never no" in page


def test_an_unknown_fact_is_refused_by_name(cast, agreed, now):
    from panoh.registry.refusals import Refused

    with pytest.raises(Refused, match="nationality"):
        record_answers(screening=agreed, answers={"nationality": "yes"}, by=cast.zarina, at=now)
    assert Screening.objects.get().instrument == ADULT
