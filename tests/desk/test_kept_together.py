"""Cases kept together in one compartment: a sister's beside hers. Who is named for one sees both, nobody else either."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.registry import actions
from panoh.registry.models import Case, Compartment, LedgerEntry, Officer, kept_together
from panoh.registry.moment import at_moment
from panoh.registry.queries import cases_for
from panoh.registry.queries.compartments import cases_beside, led_together
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.desk.compartments import WHY, put_in
from tests.journeys import ways

pytestmark = pytest.mark.django_db


@pytest.fixture
def sister(cast, now) -> Case:
    return ways.interviewed(ways.ANOTHER, by=cast.zarina, at=now).case


@pytest.fixture
def both(held, sister, cast, now) -> Compartment:
    return actions.put_in_beside(case=sister, beside=held, because=WHY, by=cast.nigina, at=now)


def seen_by(officer: Officer, *cases) -> list[bool]:
    return [each in cases_for(officer) for each in cases]


def test_its_members_are_those_of_the_other_and_nobody_else_sees_either(both, held, case, sister, cast, second):
    for member in (cast.nigina, second):
        assert seen_by(member, case, sister) == [True, True]
    for other in (cast.zarina, cast.davlat, cast.gulnora):
        assert seen_by(other, case, sister) == [False, False]
    assert set(kept_together(held)) == {held, both}
    assert cases_beside(cast.nigina, held) == (sister,)
    line = LedgerEntry.objects.last()
    assert (line.act, line.subject) == ("put_in_compartment", f"case:{sister.pk}")


def test_another_head_agrees_to_it_as_to_every_case(both, cast, second, now):
    with pytest.raises(NotPermitted):
        actions.agree_to_compartment(compartment=both, by=cast.nigina, at=now)

    assert actions.agree_to_compartment(compartment=both, by=second, at=now).agreed_by == second


def test_who_is_named_for_one_sees_all_and_who_is_let_go_sees_none(both, held, case, sister, cast, now):
    member = actions.name_member(compartment=held, officer=cast.davlat, is_head=False, by=cast.nigina, at=now)
    assert seen_by(cast.davlat, case, sister) == [True, True]
    with pytest.raises(OutOfOrder, match="already"):
        actions.name_member(compartment=both, officer=cast.davlat, is_head=False, by=cast.nigina, at=now)

    actions.end_membership(member=member, by=cast.nigina, at=now)

    assert seen_by(cast.davlat, case, sister) == [False, False]
    acts = LedgerEntry.objects.filter(act="end_compartment_membership")
    assert {each.subject for each in acts} == {f"case:{case.pk}", f"case:{sister.pk}"}


def test_nobody_is_named_whose_post_reaches_one_only(held, case, cast, now):
    """A compartment opens no case: the border post of the one did not know of the other."""
    far = ways.interviewed(ways.ANOTHER, by=cast.behruz, at=now).case
    actions.put_in_beside(case=far, beside=held, because=WHY, by=cast.nigina, at=now)

    with pytest.raises(Refused, match="does not reach"):
        actions.name_member(compartment=held, officer=cast.zarina, is_head=False, by=cast.nigina, at=now)

    assert seen_by(cast.zarina, case, far) == [False, False]


def test_a_case_that_a_member_does_not_reach_is_not_put_beside(case, cast, second, now):
    held = put_in(case, cast, [second], now, members=[cast.zarina])
    far = ways.interviewed(ways.ANOTHER, by=cast.behruz, at=now).case

    with pytest.raises(Refused, match="does not reach"):
        actions.put_in_beside(case=far, beside=held, because=WHY, by=cast.nigina, at=now)
    assert Compartment.objects.count() == 1


def test_who_is_let_in_for_some_hours_is_let_into_one(held, case, sister, cast, now):
    actions.let_in(compartment=held, officer=cast.shahlo, because="She is at the gate.", by=cast.nigina, at=now)
    actions.put_in_beside(case=sister, beside=held, because=WHY, by=cast.nigina, at=now)

    with at_moment(now):
        assert seen_by(cast.shahlo, case, sister) == [True, False]
        [member] = held.members.filter(officer=cast.shahlo)
        actions.end_membership(member=member, by=cast.nigina, at=now)
        assert seen_by(cast.shahlo, case, sister) == [False, False]


def test_each_is_taken_out_on_its_own_and_kept_apart_by_one_head(both, held, case, sister, cast, second, now):
    actions.ask_out_of_compartment(compartment=both, words="It is over for her.", by=second, at=now)
    actions.take_out_of_compartment(compartment=both, by=cast.nigina, at=now)

    assert seen_by(cast.davlat, case, sister) == [False, True]
    with pytest.raises(OutOfOrder, match="No other case"):
        actions.keep_apart(compartment=held, by=second, at=now)


def test_kept_apart_members_are_named_for_one_case_alone(both, held, case, sister, cast, now):
    actions.keep_apart(compartment=both, by=cast.nigina, at=now)
    assert seen_by(cast.nigina, case, sister) == [True, True], "nothing is taken from whoever is a member"

    actions.name_member(compartment=held, officer=cast.davlat, is_head=False, by=cast.nigina, at=now)

    assert seen_by(cast.davlat, case, sister) == [True, False]


def test_only_a_head_puts_a_case_beside_and_what_is_in_a_compartment_is_not_put_in_again(both, held, sister, cast, now):
    third = Officer.objects.create(post=cast.nigina.post, username="third", name="Third")
    with pytest.raises(NotPermitted):
        actions.put_in_beside(case=sister, beside=held, because=WHY, by=third, at=now)
    with pytest.raises(Conflict):
        actions.put_in_beside(case=sister, beside=held, because=WHY, by=cast.nigina, at=now)


def test_when_heads_left_one_is_named_for_all_of_them(both, held, case, sister, cast, second, now):
    third = Officer.objects.create(post=cast.nigina.post, username="third", name="Third")
    Officer.objects.filter(pk=second.pk).update(is_active=False)

    actions.name_head_anew(compartment=held, officer=third, by=cast.firuza, at=now)

    assert seen_by(third, case, sister) == [True, True]
    assert len(led_together(third)) == 1


def test_the_page_offers_what_one_leads_and_asks_for_nobody_then(held, case, sister, cast, open_as):
    page, intake = reverse("compartment", args=[sister.pk]), open_as(cast.nigina)
    assert case.reference in intake.get(page).content.decode()
    refused = intake.post(page, {"because": WHY, "beside": str(held.pk), "members": ["davlat"]})
    assert refused.status_code == 422
    assert WHY in refused.content.decode(), "nothing typed is lost"

    assert intake.post(page, {"because": WHY, "beside": str(held.pk)}).status_code == 302

    shown = intake.get(page).content.decode()
    assert "Kept together with" in shown
    assert case.reference in shown
    made = sister.compartments.get()
    assert intake.post(reverse("compartment_step", args=[made.pk, "apart"])).status_code == 302
    assert "Kept together with" not in intake.get(page).content.decode()


def test_whoever_leads_none_is_offered_none(case, cast, open_as):
    assert 'name="beside"' not in open_as(cast.nigina).get(reverse("compartment", args=[case.pk])).content.decode()


def test_no_page_offers_to_agree_with_oneself(held, case, cast, second, open_as):
    page, agree = reverse("compartment", args=[case.pk]), reverse("compartment_step", args=[held.pk, "agree"])

    assert agree not in open_as(cast.nigina).get(page).content.decode()
    assert agree in open_as(second).get(page).content.decode()


def test_by_the_api_as_on_the_page(held, case, sister, cast, second, open_as):
    intake, at = open_as(cast.nigina), f"/api/desk/cases/{sister.pk}/compartment"

    def put(officer, **given):
        return open_as(officer).post(at, {"because": WHY, **given}, content_type="application/json")

    assert put(cast.nigina, beside=str(held.pk), heads=["umeda"]).status_code == 422
    third = Officer.objects.create(post=cast.nigina.post, username="third", name="Third")
    assert put(third, beside=str(held.pk)).status_code == 403
    made = put(cast.nigina, beside=str(held.pk))

    assert made.status_code == 201
    assert made.json()["beside"] == [case.reference]
    apart = intake.post(f"/api/desk/compartments/{made.json()['id']}/apart")
    assert (apart.status_code, apart.json()["beside"]) == (200, [])
