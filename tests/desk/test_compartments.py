"""A case in a compartment: shut at once by one, open again by two, left to members who reach it anyway, and never to nobody."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from panoh.desk.queries import find_cases
from panoh.desk.work import my_work
from panoh.identification.queries import possible_duplicates
from panoh.referral.queries import worklist as referrals
from panoh.registry import access, actions, vault
from panoh.registry.access import Act
from panoh.registry.models import Compartment, EmergencyOpening, LedgerEntry, Officer
from panoh.registry.moment import at_moment
from panoh.registry.queries import case_for, cases_for
from panoh.registry.queries.emergencies import to_review
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.statistics.queries.counting import RULES, Span, cells
from panoh.statistics.rules.periods import Period, PeriodKind
from tests.desk.compartments import WHY, put_in
from tests.journeys import ways

pytestmark = pytest.mark.django_db


def test_it_exists_for_its_members_from_the_same_moment(case, cast, second, now):
    put_in(case, cast, [second], now, members=[cast.zarina])

    assert case in cases_for(cast.nigina)
    assert case in cases_for(second)
    assert case in cases_for(cast.zarina)
    for other in ("davlat", "gulnora", "rustam"):
        assert case not in cases_for(getattr(cast, other))
    assert LedgerEntry.objects.last().act == "put_in_compartment"
    assert LedgerEntry.objects.last().detail["members"] == sorted([cast.nigina.pk, second.pk, cast.zarina.pk])


def test_to_others_it_is_as_if_it_had_never_been(held, case, cast):
    with pytest.raises(NotPermitted) as there:
        case_for(cast.davlat, case.pk)
    with pytest.raises(NotPermitted) as nowhere:
        case_for(cast.davlat, Compartment().pk)

    assert str(there.value.reason) == str(nowhere.value.reason)


def test_its_own_desk_does_not_see_it_unless_it_is_a_member(held, case, cast):
    assert case not in cases_for(cast.zarina)
    assert case not in access.of_own_desk(cast.zarina, Act.SCREEN)
    assert not access.works_on(cast.zarina, Act.REFER, case)


def test_naming_opens_nothing_to_a_post_that_does_not_reach_the_case(case, cast, second, now):
    with pytest.raises(Refused, match="does not reach"):
        put_in(case, cast, [second], now, members=[cast.behruz])
    with pytest.raises(Refused, match="does not reach"):
        put_in(case, cast, [second], now, members=[cast.safar])
    assert not Compartment.objects.exists()


def test_two_answer_for_it(case, cast, now):
    with pytest.raises(Refused, match="two heads"):
        put_in(case, cast, [], now)
    with pytest.raises(Refused, match="two heads"):
        put_in(case, cast, [cast.nigina], now)


def test_who_put_it_in_cannot_be_the_second(held, cast, second, now):
    with pytest.raises(NotPermitted):
        actions.agree_to_compartment(compartment=held, by=cast.nigina, at=now)

    agreed = actions.agree_to_compartment(compartment=held, by=second, at=now)

    assert agreed.agreed_by == second
    with pytest.raises(IntegrityError), transaction.atomic():
        Compartment.objects.filter(pk=held.pk).update(agreed_by=cast.nigina)


def test_it_is_taken_out_by_two_and_then_seen_as_before(held, case, cast, second, now):
    actions.ask_out_of_compartment(compartment=held, words="He was moved to another town.", by=second, at=now)
    with pytest.raises(NotPermitted):
        actions.take_out_of_compartment(compartment=held, by=second, at=now)
    assert case not in cases_for(cast.davlat)

    actions.take_out_of_compartment(compartment=held, by=cast.nigina, at=now)

    assert case in cases_for(cast.davlat)
    assert case in cases_for(cast.zarina)
    with pytest.raises(IntegrityError), transaction.atomic():
        Compartment.objects.filter(pk=held.pk).update(out_by=second)


def test_one_head_is_enough_to_keep_it_in(held, case, cast, second, now):
    actions.ask_out_of_compartment(compartment=held, words="It is over.", by=second, at=now)
    actions.keep_in_compartment(compartment=held, by=cast.nigina, at=now)

    with pytest.raises(OutOfOrder):
        actions.take_out_of_compartment(compartment=held, by=cast.nigina, at=now)
    assert case not in cases_for(cast.davlat)


def test_a_member_who_is_no_head_changes_nothing(case, cast, second, now):
    held = put_in(case, cast, [second], now, members=[cast.davlat])

    for act in (actions.agree_to_compartment, actions.keep_in_compartment, actions.take_out_of_compartment):
        with pytest.raises(NotPermitted):
            act(compartment=held, by=cast.davlat, at=now)
    with pytest.raises(NotPermitted):
        actions.name_member(compartment=held, officer=cast.rustam, is_head=False, by=cast.davlat, at=now)


def test_it_is_put_in_once(held, case, cast, second, now):
    with pytest.raises(Conflict):
        put_in(case, cast, [second], now)


def test_a_membership_ends_with_the_next_request(held, case, cast, now):
    member = actions.name_member(compartment=held, officer=cast.davlat, is_head=False, by=cast.nigina, at=now)
    assert case in cases_for(cast.davlat)

    actions.end_membership(member=member, by=cast.nigina, at=now)

    assert case not in cases_for(cast.davlat)
    with pytest.raises(OutOfOrder, match="two heads"):
        actions.end_membership(member=held.members.get(officer=cast.nigina), by=cast.nigina, at=now)


def test_a_search_by_reference_or_name_finds_nothing(held, case, cast, now):
    assert find_cases(cast.davlat, text=case.reference, at=now) == ()
    assert find_cases(cast.davlat, text="Канареева", at=now) == ()
    assert [each.case for each in find_cases(cast.nigina, text=case.reference, at=now)] == [case]


def test_it_is_no_double_of_another_to_whoever_may_not_know_it(held, case, cast, second, now):
    again = ways.interviewed(ways.WOMAN, by=cast.behruz, at=now).case
    third = Officer.objects.create(post=cast.nigina.post, username="third", name="Third")

    assert [each.case for each in possible_duplicates(again, second)] == [case]
    assert possible_duplicates(again, third) == ()


def test_a_reference_on_a_card_opens_it_to_nobody_in_an_emergency(held, case, cast, now):
    with pytest.raises(Refused) as there:
        actions.open_in_emergency(reference=case.reference, because="She is here.", by=cast.shahlo, at=now)
    with pytest.raises(Refused) as nowhere:
        actions.open_in_emergency(reference="NOWHERE1", because="She is here.", by=cast.shahlo, at=now)

    assert (there.value.reason, there.value.way_forward) == (nowhere.value.reason, nowhere.value.way_forward)


def test_an_opening_of_before_is_shut_by_it(case, cast, second, now):
    actions.open_in_emergency(reference=case.reference, because="She is here.", by=cast.shahlo, at=now)
    assert case in cases_for(cast.shahlo)

    put_in(case, cast, [second], now)

    assert case not in cases_for(cast.shahlo)


def test_a_head_lets_somebody_in_for_hours_and_it_is_reviewed(held, case, cast, now):
    opening = actions.let_in(
        compartment=held, officer=cast.shahlo, because="She is at the gate.", by=cast.nigina, at=now
    )

    with at_moment(now):
        assert case in cases_for(cast.shahlo)
        assert not access.may(cast.shahlo, Act.READ_SCREENING, case), "as far as an emergency opens a case"
    with at_moment(opening.until_at):
        assert case not in cases_for(cast.shahlo)
    assert list(to_review(cast.firuza)) == [opening]
    assert any("emergency" in each.what for each in my_work(cast.firuza, now=now).mine)
    assert vault.unseal(opening) == {"because": "She is at the gate."}


def test_only_a_head_lets_in(case, cast, second, now):
    held = put_in(case, cast, [second], now, members=[cast.davlat])

    with pytest.raises(NotPermitted):
        actions.let_in(compartment=held, officer=cast.shahlo, because="Now.", by=cast.davlat, at=now)
    assert not EmergencyOpening.objects.exists()


def test_no_list_of_work_holds_it_and_no_number_counts_it(case, cast, second, now):
    ways.lodged(case, by=cast.zarina, at=now)
    before = {name: my_work(getattr(cast, name), now=now).total for name in ("zarina", "davlat", "nigina")}
    third = Officer.objects.create(post=cast.nigina.post, username="third", name="Third")
    assert my_work(third, now=now).total == before["nigina"] > 0

    put_in(case, cast, [second], now)

    assert my_work(third, now=now).total == my_work(cast.nigina, now=now).total - 1 < before["nigina"]
    shown = [each.reference for name in ("zarina", "davlat") for each in my_work(getattr(cast, name), now=now).mine]
    assert case.reference not in shown
    assert referrals(cast.zarina, now=now).total == 0


def test_figures_count_the_person_all_the_same(case, cast, second, now):
    span = Span(Period(PeriodKind.CALENDAR_YEAR, now.year), ZoneInfo("Asia/Dushanbe"), now.date())
    before = {rule: cells(rule, span) for rule in RULES}
    assert before["first_presumed_in_period"]

    put_in(case, cast, [second], now)

    assert {rule: cells(rule, span) for rule in RULES} == before


def test_a_clock_that_runs_out_inside_comes_to_its_heads(held, case, cast, second, now):
    ways_late = now + timedelta(days=400)

    for head in (cast.nigina, second):
        assert any(each.reference == case.reference for each in my_work(head, now=ways_late).mine)


def test_agreeing_and_looking_again_are_work_and_whoever_watches_learns_when_nobody_does(held, cast, second, now):
    assert any("compartment" in each.what for each in my_work(second, now=now).mine)
    later = now + timedelta(days=4)

    watched = [each for each in my_work(cast.firuza, now=later).mine if "compartment" in each.what]

    assert [each.reference for each in watched] == [held.number]
    assert held.case.reference not in str(watched)


def test_when_its_heads_leave_whoever_watches_names_another_and_sees_nothing(held, case, cast, second, now):
    third = Officer.objects.create(post=cast.nigina.post, username="third", name="Third")
    with pytest.raises(OutOfOrder):
        actions.name_head_anew(compartment=held, officer=third, by=cast.firuza, at=now)
    Officer.objects.filter(pk=second.pk).update(is_active=False)

    actions.name_head_anew(compartment=held, officer=third, by=cast.firuza, at=now)

    assert case in cases_for(third)
    assert case not in cases_for(cast.firuza)
    assert case not in cases_for(Officer.objects.get(pk=second.pk))


def test_the_page_puts_it_in_names_members_and_keeps_what_was_typed(case, cast, second, now, open_as):
    page, intake = reverse("compartment", args=[case.pk]), open_as(cast.nigina)
    refused = intake.post(page, {"because": WHY, "members": ["davlat"]})
    assert WHY in refused.content.decode(), "nothing typed is lost"

    sent = intake.post(page, {"because": WHY, "heads": ["umeda"], "members": ["davlat"]})

    assert sent.status_code == 302
    shown = intake.get(page).content.decode()
    assert "Umeda" in shown
    assert WHY in shown
    assert WHY not in open_as(cast.davlat).get(page).content.decode(), "why is read by heads"
    assert open_as(cast.zarina).get(page).status_code == 403


def test_the_page_of_the_case_says_so_to_members(held, case, cast, open_as):
    shown = open_as(cast.nigina).get(reverse("case", args=[case.pk])).content.decode()

    assert reverse("compartment", args=[case.pk]) in shown
    assert "exists for its members only" in shown


def test_a_review_without_words_is_refused_on_the_page_and_one_with_words_is_kept(held, cast, second, now, open_as):
    actions.agree_to_compartment(compartment=held, by=second, at=now)
    step = reverse("compartment_step", args=[held.pk, "review"])

    assert open_as(second).post(step, {"words": ""}).status_code == 422
    assert open_as(second).post(step, {"words": "He asked again."}).status_code == 302

    held.refresh_from_db()
    assert vault.unseal(held)["reviews"][0]["words"] == "He asked again."


def test_by_the_api_as_on_the_pages(case, cast, second, now, open_as):
    intake, other = open_as(cast.nigina), open_as(second)
    made = intake.post(
        f"/api/desk/cases/{case.pk}/compartment",
        {"heads": ["umeda"], "members": ["davlat"], "because": WHY},
        content_type="application/json",
    )
    assert made.status_code == 201
    held = made.json()["id"]

    assert {each["officer"] for each in made.json()["members"]} == {"nigina", "umeda", "davlat"}
    assert other.post(f"/api/desk/compartments/{held}/agreed").status_code == 200
    assert open_as(cast.zarina).get(f"/api/desk/cases/{case.pk}/compartment").status_code == 403
    assert open_as(cast.zarina).post(f"/api/desk/compartments/{held}/agreed").status_code == 403
    said = {"words": "It is over."}
    assert intake.post(f"/api/desk/compartments/{held}/out", said, content_type="application/json").status_code == 200
    assert other.post(f"/api/desk/compartments/{held}/taken-out").json()["out_at"]
    assert open_as(cast.zarina).get(f"/api/desk/cases/{case.pk}").status_code == 200
