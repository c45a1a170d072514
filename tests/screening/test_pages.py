"""What an officer sees and does before the questions, without JavaScript."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.registry.models import Case, Person
from panoh.registry.queries import read_identity
from panoh.screening.actions import begin_screening, choose_instrument, record_agreement
from panoh.screening.models import Screening
from panoh.screening.queries.interview import interview
from tests.screening.conftest import ADULT_SEXUAL, CHILD

pytestmark = pytest.mark.django_db
ALONE = {"private_place": "yes", "helped_by": "shared", "language": "tg", "could_be_child": "no"}


@pytest.fixture
def officer(client, cast):
    """Zarina at her browser."""
    client.force_login(cast.zarina)
    return client


def at(name: str, screening: Screening | None = None, *more: object) -> str:
    return reverse(f"screening:{name}", args=[screening.pk, *more] if screening else [])


def text(answer) -> str:
    return answer.content.decode()


def test_danger_is_asked_before_anything_else_and_yes_shows_whom_to_call(officer):
    page = officer.post(at("begin"), {"in_danger": "yes"}, follow=True)

    assert "112" in text(page)
    assert "provisional: not verified" in text(page)
    assert "number not known" in text(page)
    assert Screening.objects.get().in_danger is True


def test_after_the_danger_the_talk_can_go_on(officer):
    page = officer.post(at("begin"), {"in_danger": "yes"}, follow=True)

    onward = officer.get(at("go_on", Screening.objects.get()), follow=True)
    assert page.redirect_chain[-1][0].endswith("/safety/")
    assert onward.redirect_chain[-1][0].endswith("/conditions/")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"private_place": "no"}, "where nobody listens"), ({"helped_by": "companion"}, "independent interpreter")],
)
def test_no_talk_where_others_listen_or_a_companion_interprets(officer, cast, now, wrong, said):
    screening = begin_screening(by=cast.zarina, at=now)

    page = officer.post(at("conditions", screening), {**ALONE, **wrong})

    assert said in text(page)
    assert Screening.objects.get().language == ""


def test_agreement_is_explained_and_help_does_not_depend_on_it(officer, begun):
    page = text(officer.get(at("agreement", begun)))

    assert "Шумо маҷбур нестед ҷавоб диҳед" in page
    assert "Ёрӣ ба ин суҳбат вобаста нест" in page
    assert "draft, not checked by a native reader" in page


def test_a_page_after_agreement_cannot_be_reached_before_it(officer, begun):
    answer = officer.post(at("person", begun), {"name": "Фирӯз", "sex": "male"})

    assert answer.status_code == 422
    assert Person.objects.count() == 0


def test_an_adult_who_says_no_leaves_an_anonymous_record(officer, begun):
    officer.post(at("agreement", begun), {"agreed": "no"})

    page = officer.post(
        at("decline", begun), {"sex": "male", "nationality": "BD", "reason": "wants_to_work"}, follow=True
    )

    assert "Kept without a name" in text(page)
    assert (Screening.objects.get().declined_nationality, Case.objects.count(), Person.objects.count()) == ("BD", 0, 0)


def test_in_doubt_the_person_is_asked_as_a_child_and_protected_whatever_the_answer(officer, cast, now):
    screening = begin_screening(by=cast.zarina, at=now)

    page = officer.post(at("conditions", screening), {**ALONE, "could_be_child": "unsure"}, follow=True)
    officer.post(at("agreement", screening), {"agreed": "no"})

    assert "ask the child" in text(page)
    assert "decline" not in text(page)
    assert Case.objects.get().track == "child"


def test_the_person_is_written_down_as_given_in_the_script_given(officer, begun, cast, now):
    officer.post(at("agreement", begun), {"agreed": "yes"})

    officer.post(
        at("person", begun),
        {"name": "محبت", "name_from": "paper", "birth_date": "1377", "sex": "female", "nationality": "AF"},
    )

    case = Case.objects.get()
    identity = read_identity(case=case, viewer=cast.zarina, purpose="test", at=now)
    assert (identity.name, identity.birth_date) == ("محبت", "1377")
    assert "Persian script" in text(officer.get(at("person", begun)))
    assert (case.person.born_from, case.person.born_to, case.person.nationality) == (1998, 1999, "AF")


@pytest.mark.parametrize(("written", "born"), [("14.03.1998", 1998), ("00.00.1990", 1990), ("about 1985", 1985)])
def test_a_birth_date_is_taken_as_people_and_papers_give_it(officer, agreed, written, born):
    officer.post(at("person", agreed), {"birth_date": written, "sex": "male"})

    assert Person.objects.get().born_from == born


def test_a_birth_date_that_says_no_year_is_asked_again(officer, agreed):
    assert "such as 1998" in text(officer.post(at("person", agreed), {"birth_date": "spring"}))


def test_two_officers_at_the_particulars_see_both_versions(officer, agreed, cast, a_colleague):
    page = officer.get(at("person", agreed))
    seen = page.context["form"].initial["seen"]
    officer.post(at("person", agreed), {"contact": "aunt, mornings", "sex": "male"})
    officer.force_login(a_colleague)

    answer = text(officer.post(at("person", agreed), {"contact": "brother", "sex": "male", "seen": seen}))

    assert "aunt, mornings" in answer
    assert 'value="brother"' in answer


def test_a_provisional_set_says_so_on_every_page_of_it(officer, agreed, cast, now):
    choose_instrument(screening=agreed, instrument=ADULT_SEXUAL, by=cast.zarina, at=now)
    pages = len(interview(cast.zarina, agreed.pk).pages)
    addresses = [at("questions", agreed, number) for number in range(1, pages + 1)]

    for address in (*addresses, at("words", agreed), at("check", agreed)):
        page = text(officer.get(address))
        assert "This set of questions is provisional" in page
        assert "could not be retrieved" in page


def test_a_verified_set_does_not_cry_wolf(officer, agreed):
    assert "is provisional" not in text(officer.get(at("questions", agreed, 1)))


def test_a_child_is_offered_sets_for_children_only(officer, cast, now):
    screening = begin_screening(track="child", language="tg", by=cast.zarina, at=now)
    record_agreement(screening=screening, by=cast.zarina, at=now)

    page = text(officer.get(at("instrument", screening)))
    officer.post(at("instrument", screening), {"about": "labour"})

    assert ADULT_SEXUAL not in page
    assert Screening.objects.get().instrument == CHILD


def test_an_adult_who_was_a_child_when_it_happened_gets_the_set_for_children(officer, agreed):
    officer.post(at("instrument", agreed), {"about": "unsure", "as_child": "yes"})

    assert Screening.objects.get().instrument == CHILD
