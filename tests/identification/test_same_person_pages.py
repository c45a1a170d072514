"""Both records side by side: one officer says they are one person's, a colleague decides, and whoever looks may undo it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from panoh.desk.purpose_said import keep_purpose
from panoh.identification import actions
from panoh.identification.models import CountedAs, SamePerson
from panoh.identification.queries import worklist
from panoh.registry.actions import PersonGiven, open_case, open_in_emergency, put_in_compartment
from panoh.registry.models import Case, LedgerEntry, Officer, Person
from tests.conftest import NOON
from tests.identification.conftest import PASSPORT

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
AGAIN = PersonGiven(
    names=(("JURAEVA MUHABBAT", "passport"),),
    sex="female",
    birth_date="1990-04-02",
    born_from=1990,
    born_to=1990,
    nationality="TJ",
    documents=PASSPORT,
)
LEADING = ("compare_with", "take_in")
WORK = "Decide whether two records are one person’s"


@pytest.fixture
def open_as():
    """Somebody who said what they open names for, or has not yet."""

    def sign_in(officer: Officer, *, said: bool = True) -> Client:
        client = Client()
        client.force_login(officer)
        if said:
            session = client.session
            keep_purpose(session, "same_person", at=timezone.now())
            session.save()
        return client

    return sign_in


@pytest.fixture
def twice(presume, woman, cast) -> tuple[Case, Case]:
    """Met at the airport, and by the police elsewhere, who wrote her in Latin from the same passport."""
    return woman, presume(AGAIN, by=cast.behruz, at=NOON)


@pytest.fixture
def pair(twice, cast) -> SamePerson:
    return actions.propose_same_person(case=twice[0], other=twice[1], because="paper", by=cast.nigina, at=NOON)


@pytest.fixture
def standing(pair, twice, cast) -> SamePerson:
    given = {"pair": pair, "case": twice[0], "other": twice[1], "same": True}
    return actions.decide_same_person(**given, by=cast.davlat, at=NOON)


def address(twice, page: str = "same_person") -> str:
    return reverse(f"identification:{page}", args=[each.pk for each in twice])


def hidden(case: Case, cast) -> Officer:
    """The case exists for Nigina and a colleague only."""
    umeda = Officer.objects.create(post=cast.nigina.post, username="umeda", name="Umeda", password="!")
    put_in_compartment(case=case, heads=[umeda], members=[], because="a threat", by=cast.nigina, at=NOON)
    return umeda


def test_both_records_stand_side_by_side_with_why_they_look_alike(twice, cast, open_as):
    page = open_as(cast.nigina).get(address(twice)).content.decode()

    assert "the same document number" in page
    assert "the same day of birth" in page
    assert "JURAEVA MUHABBAT" in page
    assert "Муҳаббат Ҷӯраева" in page
    assert all(each.reference in page for each in twice)


def test_whoever_works_on_neither_is_asked_what_for_until_a_word_on_them_waits(twice, cast, open_as):
    colleague = open_as(cast.davlat, said=False)
    asked = colleague.get(address(twice))
    assert "What do you open it for?" in asked.content.decode()
    assert "JURAEVA" not in asked.content.decode()
    assert not LedgerEntry.objects.filter(act="compare_people").exists()

    actions.propose_same_person(case=twice[0], other=twice[1], because="paper", by=cast.nigina, at=NOON)

    assert "JURAEVA" in colleague.get(address(twice)).content.decode()
    assert LedgerEntry.objects.filter(act="compare_people").latest("seq").purpose == "comparison"


def test_whoever_says_it_is_asked_what_for_and_is_so_again(twice, cast, open_as):
    unasked = open_as(cast.davlat, said=False).post(address(twice, "propose_same_person"), {"because": "met"})
    assert unasked.status_code == 422
    assert "What do you open it for?" in unasked.content.decode()
    assert not SamePerson.objects.exists()

    open_as(cast.davlat).post(address(twice, "propose_same_person"), {"because": "met"})

    assert SamePerson.objects.get().proposed_by == cast.davlat
    assert "JURAEVA" not in open_as(cast.davlat, said=False).get(address(twice)).content.decode()


def test_what_speaks_against_is_told_where_little_speaks_for_it(presume, woman, cast, open_as):
    man = presume(PersonGiven(names=(("Рустам Ким", "said"),), sex="male", birth_date="1971-01-09"), by=cast.behruz)

    page = open_as(cast.nigina).get(address((woman, man))).content.decode()

    assert "Little speaks for one person" in page
    assert "one record says a woman, the other a man" in page
    assert "different birth dates" in page


def test_each_of_the_two_is_told_that_their_record_was_opened(twice, cast, open_as):
    open_as(cast.nigina).get(address(twice))

    lines = LedgerEntry.objects.filter(act="compare_people", purpose="same_person")
    assert sorted(line.subject for line in lines) == sorted(f"case:{each.pk}" for each in twice)


def test_from_the_take_in_page_and_from_the_case_one_comes_there(twice, cast, open_as, now):
    case, other = twice
    desk = open_as(cast.nigina)

    assert reverse("identification:compare_with", args=[case.pk]) in desk.get(f"/case/{case.pk}/").content.decode()
    page = desk.get(reverse("identification:compare_with", args=[case.pk])).content.decode()
    assert address(twice) in page
    assert "JURAEVA" not in page
    typed = desk.post(reverse("identification:compare_with", args=[case.pk]), {"reference": other.reference.lower()})
    assert typed.url == address(twice)


def test_an_anonymous_record_is_compared_with_none(twice, cast, open_as):
    case, other = twice
    actions.record_refusal(case=case, reason="not_now", by=cast.zarina, at=NOON)
    desk, door = open_as(cast.nigina), reverse("identification:compare_with", args=[case.pk])

    assert door not in desk.get(f"/case/{case.pk}/").content.decode()
    for told in (
        desk.get(door),
        desk.get(address(twice)),
        desk.post(reverse("identification:compare_with", args=[other.pk]), {"reference": case.reference}),
        desk.post(address(twice, "propose_same_person"), {"because": "paper"}),
    ):
        assert told.status_code == 422
        assert "an anonymous record is kept" in told.content.decode()
    assert not LedgerEntry.objects.filter(act="compare_people").exists()


def test_a_reference_that_nobody_has_is_told_beside_what_was_typed(woman, cast, open_as):
    there = reverse("identification:compare_with", args=[woman.pk])

    told = open_as(cast.nigina).post(there, {"reference": "TJ-NOBODY"})
    assert told.status_code == 422
    assert "There is no case with this reference." in told.content.decode()
    assert "TJ-NOBODY" in told.content.decode()
    own = open_as(cast.nigina).post(there, {"reference": woman.reference})
    assert "of one record already" in own.content.decode()


def test_one_says_it_a_colleague_decides_and_either_undoes_it(twice, cast, open_as):
    sent = open_as(cast.nigina).post(address(twice, "propose_same_person"), {"because": "paper"})
    assert sent.url == reverse("identification:case", args=[twice[0].pk])
    said = SamePerson.objects.get()

    page = open_as(cast.davlat).get(address(twice)).content.decode()
    assert "the same paper" in page
    open_as(cast.davlat).post(address(twice, "decide_same_person"), {"pair": said.pk, "same": "one"})
    assert CountedAs.objects.count() == 1

    open_as(cast.nigina).post(address(twice, "undo_same_person"), {"pair": said.pk, "because": "papers"})
    assert CountedAs.objects.count() == 0
    page = open_as(cast.davlat).get(address(twice)).content.decode()
    assert "other papers came" in page
    assert "Say so: another officer decides" in page


def test_whoever_said_it_has_no_buttons_and_is_refused(pair, twice, cast, open_as):
    page = open_as(cast.nigina).get(address(twice)).content.decode()
    told = open_as(cast.nigina).post(address(twice, "decide_same_person"), {"pair": pair.pk, "same": "one"})

    assert "a colleague of the Centre looks at both and decides" in page
    assert 'value="one"' not in page
    assert told.status_code == 403
    assert "another officer looks at both" in told.content.decode()
    assert CountedAs.objects.count() == 0


def test_decided_meanwhile_it_is_told_with_what_was_chosen(standing, twice, cast, open_as):
    given = {"pair": standing.pk, "same": "two"}

    told = open_as(cast.gulnora).post(address(twice, "decide_same_person"), given)

    assert told.status_code == 409
    assert "You had chosen: Two people." in told.content.decode()
    assert "They are held to be one person" in told.content.decode()


@pytest.mark.parametrize(
    ("page", "given", "told_so"),
    [
        ("decide_same_person", {"same": "one"}, "This was decided already."),
        ("undo_same_person", {"because": "told"}, "These two are not held to be one person."),
    ],
)
def test_that_a_colleague_was_first_is_told_before_it_is_asked_what_for(
    pair, twice, cast, open_as, page, given, told_so
):
    """While the word waited nobody asked; decided since, the two records wait for the answer, the refusal does not."""
    desk = open_as(cast.davlat, said=False)
    assert desk.get(address(twice)).status_code == 200
    by = {"pair": pair, "case": twice[0], "other": twice[1], "same": False, "by": cast.gulnora}
    actions.decide_same_person(**by, at=NOON)

    told = desk.post(address(twice, page), {"pair": pair.pk, **given})

    assert told.status_code == 409
    assert told_so in told.content.decode()
    assert "What do you open it for?" in told.content.decode()
    assert f'value="{address(twice)}"' in told.content.decode()
    assert "JURAEVA" not in told.content.decode()


@pytest.mark.parametrize(
    ("page", "given"),
    [
        ("propose_same_person", {}),
        ("propose_same_person", {"because": "scar"}),
        ("decide_same_person", {"same": "one"}),
        ("decide_same_person", {"pair": "x", "same": "one"}),
        ("undo_same_person", {"pair": 1, "because": ""}),
    ],
)
def test_a_form_without_what_it_asks_for_changes_nothing(twice, cast, open_as, page, given):
    assert open_as(cast.davlat).post(address(twice, page), given).status_code == 422
    assert not SamePerson.objects.exists()


def test_a_pair_that_was_erased_or_never_was_is_told_as_changed(twice, cast, open_as):
    told = open_as(cast.davlat).post(address(twice, "decide_same_person"), {"pair": 99, "same": "one"})

    assert told.status_code == 409
    assert "not on record any more" in told.content.decode()


def test_it_is_work_of_the_centre_but_not_of_whoever_said_it(pair, twice, cast, now):
    def asked(officer: Officer) -> list[str]:
        return [each.reference for each in worklist(officer, now=now).items if each.what == WORK]

    [line] = asked(cast.davlat)
    assert all(each.reference in line for each in twice)
    assert asked(cast.gulnora) == [line]
    assert asked(cast.nigina) == asked(cast.rustam) == asked(cast.zarina) == []


def test_the_longest_waiting_comes_first(presume, twice, pair, cast, now):
    third = presume(AGAIN, by=cast.behruz, at=NOON)
    actions.propose_same_person(case=twice[0], other=third, because="name", by=cast.nigina, at=NOON - DAY)

    lines = [each for each in worklist(cast.davlat, now=now).items if each.what == WORK]

    assert third.reference in lines[0].reference
    assert len(lines) == 2


def test_a_word_on_a_record_that_no_case_leads_to_is_nobodys_work(pair, twice, cast, open_as, now):
    nobody = Person.objects.create(reference="TJ-NOBODY", registered_at=NOON)
    Case.objects.filter(pk=twice[1].pk).update(person=nobody)

    assert WORK not in [each.what for each in worklist(cast.davlat, now=now).items]
    assert open_as(cast.davlat).get("/api/identification/same-person").json() == []


def test_decided_it_is_nobodys_work_any_more(standing, cast, now):
    assert WORK not in [each.what for each in worklist(cast.gulnora, now=now).items]


def test_each_case_says_that_the_person_is_on_record_as_the_other(standing, twice, cast, open_as):
    for case, other in (twice, twice[::-1]):
        page = open_as(cast.nigina).get(f"/case/{case.pk}/").content.decode()
        assert f"Also on record as case {other.reference}" in page
        assert address((case, other)) in page


def test_whoever_sees_one_of_the_two_only_learns_of_no_other(standing, twice, cast, open_as):
    page = open_as(cast.zarina).get(f"/case/{twice[0].pk}/").content.decode()

    assert "Also on record" not in page
    assert twice[1].reference not in page


def test_a_case_opened_in_an_emergency_leads_to_no_other_and_no_other_to_it(standing, twice, cast, open_as):
    open_in_emergency(
        reference=twice[0].reference, because="somebody waits outside her door", by=cast.behruz, at=timezone.now()
    )
    desk = open_as(cast.behruz)

    for each, of in (twice, twice[::-1]):
        page = desk.get(f"/case/{each.pk}/")
        assert page.status_code == 200
        assert "Also on record" not in page.content.decode()
        assert of.reference not in page.content.decode()


def test_nothing_is_said_of_two_before_it_is_decided(pair, twice, cast, open_as):
    assert "Also on record" not in open_as(cast.davlat).get(f"/case/{twice[0].pk}/").content.decode()


def test_a_pair_of_which_one_case_is_shut_is_nowhere(pair, twice, cast, open_as, now):
    hidden(twice[1], cast)
    desk = open_as(cast.davlat)

    assert WORK not in [each.what for each in worklist(cast.davlat, now=now).items]
    assert desk.get(address(twice)).status_code == 403
    assert desk.get(address(twice[::-1])).status_code == 403
    assert (
        twice[1].reference not in desk.get(reverse("identification:compare_with", args=[twice[0].pk])).content.decode()
    )
    given = {"pair": pair.pk, "same": "one"}
    assert desk.post(address(twice, "decide_same_person"), given).status_code == 403
    assert not CountedAs.objects.exists()


def test_whoever_has_a_hidden_case_besides_is_offered_for_no_comparing(twice, cast, open_as, referred):
    """Both cases on the pages are open to the Centre. The reference typed is answered as one that nobody has."""
    case, other = twice
    third = open_case(person=other.person, track="adult", by=cast.behruz, at=NOON)
    farida = Officer.objects.create(post=cast.nigina.post, username="farida", name="Farida", password="!")
    desk, page = open_as(farida), {each: reverse(f"identification:{each}", args=[case.pk]) for each in LEADING}
    assert all(address(twice) in desk.get(page[each]).content.decode() for each in LEADING)

    hidden(third, cast)

    assert not [each for each in LEADING if address(twice) in desk.get(page[each]).content.decode()]
    assert other.reference in desk.get(page["take_in"]).content.decode()
    assert (
        reverse("identification:compare_with", args=[other.pk]) not in desk.get(f"/case/{other.pk}/").content.decode()
    )
    typed, unknown = (desk.post(page["compare_with"], {"reference": each}) for each in (other.reference, "TJ-NOBODY"))
    assert typed.status_code == unknown.status_code == 422
    assert "There is no case with this reference." in typed.content.decode()


def test_by_address_it_is_told_as_a_case_that_is_not_there(twice, cast, open_as):
    case, other = twice
    hidden(open_case(person=other.person, track="adult", by=cast.behruz, at=NOON), cast)
    desk = open_as(cast.davlat)

    nobody = desk.get(reverse("identification:same_person", args=[case.pk, uuid4()])).content.decode()
    assert "There is no such case, or your post may not do this in it." in nobody
    for there in (address(twice), address(twice[::-1]), reverse("identification:compare_with", args=[other.pk])):
        told = desk.get(there)
        assert (told.status_code, "There is no such case" in told.content.decode()) == (403, True)
    assert LedgerEntry.objects.filter(act="open.refused").count() == 4


def test_a_pair_that_stands_is_told_to_members_of_the_compartment_only(standing, twice, cast, open_as):
    umeda = hidden(twice[1], cast)

    assert "Also on record" not in open_as(cast.davlat).get(f"/case/{twice[0].pk}/").content.decode()
    assert twice[1].reference in open_as(umeda).get(f"/case/{twice[0].pk}/").content.decode()


@pytest.mark.parametrize("name", ["zarina", "behruz", "rustam", "shahlo", "firuza", "safar"])
def test_no_other_post_opens_two_records_together(twice, cast, open_as, name):
    assert open_as(cast.officers[name]).get(address(twice)).status_code == 403
    sent = open_as(cast.officers[name]).post(address(twice, "propose_same_person"), {"because": "paper"})
    assert sent.status_code == 403
    assert not SamePerson.objects.exists()
