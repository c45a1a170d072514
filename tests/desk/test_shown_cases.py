"""A desk that said yes to a referral is shown her name and how to reach her: not what she told, nor why it was decided so."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.desk.case_page import case_page
from panoh.identification.actions import decide, name_manager, sign, take_in
from panoh.identification.queries import decision_for, latest_finding, read_reasons
from panoh.referral.actions import answer, record_need, refer
from panoh.registry.actions import disclose, record_consent, withdraw_consent
from panoh.registry.models import LedgerEntry, Officer, Post
from panoh.registry.queries import read_identity
from panoh.registry.refusals import NotPermitted
from panoh.screening import actions as screening
from panoh.screening.actions import plan_second_look
from panoh.screening.queries import finding_page, look_page, read_answers
from tests.identification.panels import FOUND
from tests.journeys import ways

pytestmark = pytest.mark.django_db


def at_post(code):
    return Officer.objects.create(post=Post.objects.get(code=code), username=code, name=code, password="!")


@pytest.fixture
def guard(way, cast, now):
    """An officer of the police desk that was asked for a guard, with her word, and agreed."""
    police = at_post("police_sughd.first_responder")
    assert police.desk != way.case.desk
    ways.agrees(way.case, "police", by=cast.zarina, at=now)
    need = record_need(case=way.case, service="physical_protection", urgency="now", note="", by=cast.zarina, at=now)
    yes = way.case.consents.get(purpose="police")
    asked = refer(need=need, to_desk=police.desk, consent=yes, message="", by=cast.zarina, at=now)
    answer(referral=asked, accepted=True, decline_reason="", words="", by=police, at=now)
    return police


def purposes(page):
    return {each.purpose for each in page.consents}


def test_it_sees_what_she_said_to_its_own_purpose_and_to_no_other(way, guard, cast, open_as, now):
    at = now + timedelta(days=2)
    seen, text = case_page(guard, way.case.pk, at=at), open_as(guard).get(reverse("case", args=[way.case.pk]))

    assert purposes(seen) == {"police"}
    assert {each.what for each in seen.past if each.track == "consent"} == {
        "Agreed to: sharing with police or prosecutors"
    }
    assert "referral into the mechanism" not in text.content.decode()
    assert purposes(case_page(cast.shahlo, way.case.pk, at=at)) == {"service"}
    assert purposes(case_page(cast.nigina, way.case.pk, at=at)) >= {"interview", "referral", "service", "police"}
    assert purposes(case_page(cast.zarina, way.case.pk, at=at)) == purposes(case_page(cast.rustam, way.case.pk, at=at))


def test_what_it_took_down_itself_it_sees_too(way, guard, now):
    record_consent(
        case=way.case, purpose="media", given=False, language="tg", explained=True, by=guard, at=now + timedelta(days=1)
    )

    assert purposes(case_page(guard, way.case.pk, at=now + timedelta(days=2))) == {"police", "media"}


def test_it_takes_back_only_what_it_sees_and_records_any_other_no(way, guard, cast, open_as, now):
    own, other = (way.case.consents.get(purpose=each) for each in ("police", "service"))
    client = open_as(cast.shahlo)

    assert client.post(reverse("withdraw_consent", args=[own.pk])).status_code == 403
    assert way.case.consents.get(pk=own.pk).withdrawn_at is None
    record_consent(case=way.case, purpose="police", given=False, language="tg", explained=True, by=cast.shahlo, at=now)
    assert way.case.consents.get(pk=own.pk).withdrawn_at, "she may say no wherever she is asked (promise 4)"
    assert client.post(reverse("withdraw_consent", args=[other.pk])).status_code == 302


def test_where_she_lives_and_since_when_is_not_told_to_it(way, guard, cast, now):
    at = now + timedelta(days=2)
    seen = {name: case_page(who, way.case.pk, at=at) for name, who in (("guard", guard), ("house", cast.shahlo))}

    assert dict(seen["guard"].blocks)["protection"].stays == ()
    assert not any("afe place" in each.what for each in (*seen["guard"].past, *seen["guard"].open))
    assert dict(seen["house"].blocks)["protection"].stays
    assert dict(case_page(cast.zarina, way.case.pk, at=at).blocks)["protection"].stays


def test_when_she_is_seen_again_and_why_and_how_she_is_reached_is_not_told_to_it(way, guard, cast, open_as, now):
    at = now + timedelta(days=2)
    ways.agrees(way.case, "contact_channel", by=cast.zarina, at=at)
    told = {"on": at.date() + timedelta(days=20), "why": "trust", "way": "at the bakery"}
    look = plan_second_look(case=way.case, **told, by=cast.zarina, at=at)

    client = open_as(guard)
    page = client.get(reverse("case", args=[way.case.pk])).content.decode()

    assert "second look" not in page.casefold().replace("plan a second look", "")
    assert client.get(reverse("screening:second_look", args=[look.pk])).status_code == 403
    assert look_page(cast.zarina, look.pk, at=at).reach.way == "at the bakery"


def test_a_look_it_planned_itself_it_sees_and_the_way_only_where_it_is_shown_how_she_is_reached(way, guard, cast, now):
    at = now + timedelta(days=2)
    ways.agrees(way.case, "contact_channel", by=cast.zarina, at=at)
    told = {"on": at.date() + timedelta(days=20), "why": "trust", "way": "at the bakery"}
    look = plan_second_look(case=way.case, **told, by=guard, at=at)
    way.case.disclosures.filter(to_desk=guard.desk).update(fields=["names"])

    assert dict(case_page(guard, way.case.pk, at=at).blocks)["screening"].look == look
    assert look_page(guard, look.pk, at=at).reach.way == ""
    assert not LedgerEntry.objects.filter(act="read_second_look", officer=guard).exists()


def test_a_permit_is_no_reason_to_take_back_what_she_agreed_to(way, cast, now):
    authority = at_post("migration_permits.migration_authority")
    ways.agrees(way.case, "service", by=cast.zarina, at=now)
    yes, by = way.case.consents.filter(purpose="service").last(), cast.zarina
    told = {"to_desk": authority.desk, "purpose": "service", "fields": ("names",), "consent": yes}
    disclose(case=way.case, **told, by=by, at=now)

    page = case_page(authority, way.case.pk, at=now + timedelta(days=2))

    assert not page.may_take_consent
    assert "protection" not in dict(page.blocks)  # where she lives stands there
    with pytest.raises(NotPermitted):
        withdraw_consent(consent=yes, by=authority, at=now)


def test_a_proposal_nobody_signed_is_no_decision_to_those_who_were_shown_the_case(cast, shelter, now):
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    ways.lodged(way.case, by=cast.zarina, at=now)
    ways.sheltered(way.case, shelter, cast, at=now)
    take_in(case=way.case, by=cast.nigina, at=now)
    told = {"stage": "preliminary", "outcome": "negative", "form": "labour", "reasons": ways.REASONS, "elements": FOUND}
    made = decide(case=way.case, **told, by=cast.davlat, at=now)
    block = {
        name: dict(case_page(cast.officers[name], way.case.pk, at=now).blocks)["identification"]
        for name in ("shahlo", "zarina", "nigina", "gulnora", "rustam")
    }

    assert (block["shahlo"].proposal, block["shahlo"].decisions) == (None, ())
    assert not any("ropos" in each.what for each in case_page(cast.shahlo, way.case.pk, at=now).open)
    assert {name for name, each in block.items() if each.proposal == made} == {"zarina", "nigina", "gulnora", "rustam"}
    assert [door.page for door in block["gulnora"].doors] == ["proposal"]
    sign(decision=made, by=cast.gulnora, at=now)
    signed = dict(case_page(cast.shahlo, way.case.pk, at=now).blocks)["identification"]
    assert signed.decisions == (made,)


def pages(way):
    decision = way.case.decisions.get()
    return (
        reverse("screening:finding", args=[way.screening.pk]),
        reverse("screening:findings", args=[way.case.pk]),
        reverse("screening:go_on", args=[way.screening.pk]),
        reverse("identification:reasons", args=[decision.pk]),
        reverse("identification:decision_paper", args=[decision.pk]),
        f"/api/screening/{way.screening.pk}/finding",
        f"/api/identification/decisions/{decision.pk}/reasons",
    )


def test_the_desk_reads_whom_it_guards(way, guard, now):
    assert read_identity(case=way.case, viewer=guard, purpose="case_page", at=now).name == "Муҳаббат Канареева"


def test_neither_her_account_nor_the_reasons_are_read_on_any_page(way, guard, open_as):
    client = open_as(guard)

    assert {path: client.get(path).status_code for path in pages(way)} == dict.fromkeys(pages(way), 403)
    assert not LedgerEntry.objects.filter(officer=guard, act__in=("read_screening", "read_reasons")).exists()


def test_nor_by_any_question_behind_the_pages(way, guard, now):
    for read in (
        lambda: read_answers(way.screening, guard, at=now),
        lambda: finding_page(guard, way.screening.pk, at=now),
        lambda: latest_finding(way.case, guard, at=now),
        lambda: read_reasons(way.case.decisions.get(), guard, at=now),
        lambda: decision_for(guard, way.case.decisions.get().pk),
        lambda: screening.print_finding(screening=way.screening, by=guard, at=now),
    ):
        with pytest.raises(NotPermitted):
            read()


def test_nor_does_the_case_page_tell_what_was_found(way, guard, open_as, now):
    page = case_page(guard, way.case.pk, at=now + timedelta(days=2))
    text = open_as(guard).get(reverse("case", args=[way.case.pk])).content.decode()

    assert dict(page.blocks)["screening"].held == ()
    assert not any("Finding" in each.what for each in page.past)
    assert f'href="{reverse("identification:reasons", args=[way.case.decisions.get().pk])}"' not in text
    assert "No interview yet." not in text, "there was one, which is not shown"


def test_nor_does_it_write_in_an_interview_that_others_held(way, guard, now):
    with pytest.raises(NotPermitted):
        screening.record_words(screening=way.screening, text="words of others", by=guard, at=now)


def test_whoever_works_on_the_case_still_reads(way, guard, cast, open_as, now):
    name_manager(case=way.case, manager=cast.parvina, by=cast.nigina, at=now + timedelta(days=1))

    for name in ("zarina", "nigina", "davlat", "rustam", "parvina"):
        client = open_as(cast.officers[name])
        said = {
            "X-Purpose": "supervision"
        }  # where the law asks: the Centre and the commission read beyond their own step
        opened = {path: client.get(path, headers=said).status_code for path in pages(way)}
        opened.pop(pages(way)[2])  # to go on with the interview: whoever holds it
        assert opened == dict.fromkeys(opened, 200), name


def test_the_desk_screens_anew_and_reads_what_it_asked_itself(way, guard, now, open_as):
    """She comes to their station in trouble again: nobody is turned away (promise 1)."""
    begun = screening.begin_screening(in_danger=False, language="tg", track="adult", case=way.case, by=guard, at=now)
    screening.record_agreement(screening=begun, given=ways.WOMAN, by=guard, at=now)
    chosen = screening.choose_instrument(screening=begun, instrument=ways.ADULT, by=guard, at=now)
    screening.record_answers(screening=chosen, answers=ways.COERCED, by=guard, at=now)
    screening.finish(screening=chosen, on_judgement=False, by=guard, at=now)
    own = reverse("screening:finding", args=[chosen.pk])

    text = open_as(guard).get(own).content.decode()

    assert f'href="{reverse("screening:findings", args=[way.case.pk])}"' not in text
    block = dict(case_page(guard, way.case.pk, at=now + timedelta(days=2)).blocks)["screening"]
    assert [each.row.pk for each in block.held] == [chosen.pk]


def test_when_she_takes_her_word_back_even_that_is_shut(way, guard, cast, now):
    withdraw_consent(consent=way.case.consents.get(purpose="police"), by=cast.zarina, at=now + timedelta(days=1))

    with pytest.raises(NotPermitted):
        case_page(guard, way.case.pk, at=now + timedelta(days=2))
