"""Residence: asked for on a ground, decided with reasons and a remedy, and going on while proceedings run and a year after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from panoh.justice.actions import (
    appeal_refusal,
    ask_extension,
    count_victim,
    end_permit,
    grant_permit,
    leave_refusal,
    record_appeal,
    record_stage,
    refuse_permit,
    take_back_request,
)
from panoh.justice.models import PermitRequest, ResidencePermit
from panoh.justice.queries.residence import residence_page
from panoh.protection.actions import assess_interests
from panoh.protection.actions.interests import Assessed
from panoh.protection.queries.interests import newest_interests
from panoh.referral.actions import record_need
from panoh.registry import vault
from panoh.registry.actions import forget_words, record_consent, withdraw_consent
from panoh.registry.models import Case, LedgerEntry, Post
from panoh.registry.queries import cases_for
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.journeys import ways
from tests.justice import staying

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 16)


@pytest.fixture
def her(cast, now) -> Case:
    return staying.abroad(cast, at=now)


def newest() -> LedgerEntry:
    return LedgerEntry.objects.latest("seq")


def clock(case: Case):
    return case.clocks.filter(clock="residence_permit").latest("started_at")


def test_asking_starts_the_clock_shows_the_case_to_the_authority_and_seals_the_words(her, cast, now):
    row = staying.asked(her, cast, at=now)

    assert clock(her).stopped_at is None
    assert row.decide_by.date() == TODAY + timedelta(days=30)
    assert row.disclosure.fields == ["names", "birth_date", "documents", "permit"], "never how she is reached"
    assert newest().act == "ask_permit"
    assert staying.WORDS.encode() not in bytes(row.sealed)
    assert vault.unseal(row)["words"] == staying.WORDS


def test_who_did_not_agree_is_shown_to_no_authority(cast, now):
    case = staying.abroad(cast, at=now, agreed=False)

    with pytest.raises(Refused, match="has not agreed"):
        staying.asked(case, cast, at=now)
    assert not PermitRequest.objects.exists()


def test_a_citizen_needs_none_and_nobody_asks_twice_at_once(her, cast, now):
    citizen = staying.abroad(cast, at=now, given=ways.ANOTHER)
    citizen.person.nationality = "TJ"
    with pytest.raises(Refused, match="without a permit"):
        staying.asked(citizen, cast, at=now)

    staying.asked(her, cast, at=now)
    with pytest.raises(Conflict, match="waiting for its decision"):
        staying.asked(her, cast, at=now, ground="personal")


@pytest.mark.parametrize("name", ["zarina", "shahlo", "davlat", "jamshed", "komil", "safar"])
def test_only_who_stands_by_the_person_asks(name, her, cast, now):
    staying.authority(cast)

    with pytest.raises(NotPermitted):
        staying.asked(her, cast, at=now, by=getattr(cast, name))


def test_granted_it_has_its_days_and_stops_the_clock(her, cast, now):
    made = staying.granted(her, cast, at=now)

    assert (made.kind, made.from_on, made.until_on) == ("temporary", TODAY, TODAY + timedelta(days=90))
    assert clock(her).stopped_at == now
    assert newest().act == "grant_permit"


def test_the_ground_changes_in_turn(her, cast, now):
    staying.granted(her, cast, at=now)

    assert staying.granted(her, cast, at=now, ground="personal").request.ground == "personal"


def test_a_permit_that_ends_before_it_begins_is_refused_and_the_database_refuses_it_too(her, cast, now):
    row = staying.asked(her, cast, at=now)
    given = {"from_on": TODAY, "until_on": TODAY - timedelta(days=1)}

    with pytest.raises(OutOfOrder, match="ends on the day it begins"):
        grant_permit(request=row, **given, by=cast.komil, at=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        ResidencePermit.objects.create(request=row, kind="temporary", **given)
    assert newest().act == "grant_permit.refused"
    assert PermitRequest.objects.get().state == "open"


def test_whoever_asked_does_not_decide(her, cast, now):
    row = staying.asked(her, cast, at=now)
    with pytest.raises(NotPermitted):
        refuse_permit(request=row, reasons=staying.REASONS, by=cast.parvina, at=now)

    cast.parvina.post = Post.objects.get(code=cast.komil.post.code)
    cast.parvina.save()
    with pytest.raises(NotPermitted, match="another desk"):
        grant_permit(request=row, from_on=TODAY, permanent=True, by=cast.parvina, at=now)


def test_a_refusal_has_written_reasons(her, cast, now):
    row = staying.asked(her, cast, at=now)

    with pytest.raises(Refused, match="reasons in writing"):
        refuse_permit(request=row, reasons=" ", by=cast.komil, at=now)

    made = refuse_permit(request=row, reasons=staying.REASONS, by=cast.komil, at=now)
    assert vault.unseal(made) == {"reasons": staying.REASONS}
    with pytest.raises(Conflict, match="no decision any more"):
        grant_permit(request=row, from_on=TODAY, permanent=True, by=cast.komil, at=now)


def test_an_appeal_that_succeeds_has_it_decided_anew_and_the_refusal_is_kept(her, cast, now):
    row = staying.refused(her, cast, at=now).request
    made = appeal_refusal(request=row, asked_of="court", on=TODAY, words=staying.WORDS, by=cast.parvina, at=now)
    with pytest.raises(Conflict, match="under way"):
        appeal_refusal(request=row, asked_of="above", on=TODAY, words="", by=cast.parvina, at=now)
    later = now + timedelta(days=20)
    assert residence_page(cast.parvina, her.pk, at=now).requests[0].appealed, "the page offers no second appeal"

    record_appeal(appeal=made, succeeded=True, on=later.date(), words="", by=cast.parvina, at=later)

    row.refresh_from_db()
    assert (row.state, row.decide_by.date()) == ("open", later.date() + timedelta(days=30))
    assert clock(her).stopped_at is None
    grant_permit(request=row, from_on=later.date(), permanent=True, by=cast.komil, at=later)
    assert [each.granted for each in row.decisions.order_by("at")] == [False, True]
    with pytest.raises(Conflict, match="on record"):
        record_appeal(appeal=made, succeeded=False, on=later.date(), by=cast.parvina, at=later)


def test_an_appeal_does_not_lie_before_the_refusal_and_one_that_failed_leaves_it(her, cast, now):
    row = staying.refused(her, cast, at=now).request
    with pytest.raises(Refused, match="before what it follows"):
        appeal_refusal(request=row, asked_of="court", on=TODAY - timedelta(days=1), words="", by=cast.parvina, at=now)
    made = appeal_refusal(request=row, asked_of="court", on=TODAY, words="", by=cast.parvina, at=now)

    record_appeal(appeal=made, succeeded=False, on=TODAY, by=cast.parvina, at=now)

    row.refresh_from_db()
    assert row.state == "refused"
    leave_refusal(request=row, by=cast.parvina, at=now)
    with pytest.raises(Conflict):
        leave_refusal(request=row, by=cast.parvina, at=now)
    row.disclosure.refresh_from_db()
    assert row.disclosure.ended_because == "permit_refused"


def test_taken_back_it_is_seen_no_more(her, cast, now):
    row = staying.asked(her, cast, at=now)

    take_back_request(request=row, by=cast.parvina, at=now)

    with pytest.raises(NotPermitted):
        residence_page(cast.komil, her.pk, at=now)
    with pytest.raises(Conflict):
        take_back_request(request=row, by=cast.parvina, at=now)
    assert staying.asked(her, cast, at=now, ground="personal").state == "open"


@pytest.fixture
def in_court(her, criminal, cast, now):
    """Whoever sold her is before the court; she agreed that police know."""
    ways.agrees(her, "police", by=cast.zarina, at=now)
    crime = criminal("charged")
    count_victim(criminal_case=crime, reference=her.reference, by=cast.jamshed, at=now)
    return crime


def extended(permit, cast, now):
    return ask_extension(permit=permit, to_desk=cast.komil.desk, made_by="person", by=cast.parvina, at=now)


def test_without_proceedings_no_permit_goes_on_and_the_way_forward_is_the_other_ground(her, cast, now):
    made = staying.granted(her, cast, at=now)

    with pytest.raises(OutOfOrder) as refused:
        extended(made, cast, now)
    assert "needs no proceedings" in refused.value.way_forward


def test_on_the_personal_ground_nothing_is_computed_from_proceedings(her, in_court, cast, now):
    with pytest.raises(OutOfOrder):
        extended(staying.granted(her, cast, at=now, ground="personal"), cast, now)


def test_while_they_run_a_year_from_now_is_sure(her, in_court, cast, now):
    row = extended(staying.granted(her, cast, at=now), cast, now)

    assert row.reckoned_until == date(2027, 11, 16)


def test_it_goes_on_until_a_year_after_they_ended_and_twice_is_refused(her, in_court, cast, now):
    made = staying.granted(her, cast, at=now)
    ended = date(2026, 10, 1)
    record_stage(criminal_case=in_court, stage="closed", on=ended, because="final", by=cast.jamshed, at=now)
    row = extended(made, cast, now)
    with pytest.raises(Refused, match="follows from the proceedings"):
        grant_permit(request=row, from_on=TODAY, until_on=TODAY, by=cast.komil, at=now)

    goes_on = grant_permit(request=row, from_on=made.until_on, by=cast.komil, at=now)

    assert (goes_on.kind, goes_on.until_on) == ("extension", date(2027, 10, 1))
    with pytest.raises(Conflict, match="goes on already"):
        extended(made, cast, now)
    with pytest.raises(OutOfOrder, match="until the last day"):
        extended(goes_on, cast, now)


def test_what_followed_when_it_was_asked_stands_when_the_link_is_gone(her, in_court, cast, now):
    row = extended(staying.granted(her, cast, at=now), cast, now)
    withdraw_consent(consent=her.consents.get(purpose="police"), by=cast.zarina, at=now)

    made = grant_permit(request=row, from_on=TODAY, by=cast.komil, at=now)

    assert made.until_on == date(2027, 11, 16)
    with pytest.raises(OutOfOrder, match="No last day follows"):
        extended(made, cast, now)


def test_neither_ledger_nor_page_says_which_proceedings(her, in_court, cast, now):
    row = extended(staying.granted(her, cast, at=now), cast, now)

    said = " ".join(str(each.detail) for each in LedgerEntry.objects.filter(subject=f"case:{her.pk}"))
    assert str(in_court.pk) not in said
    assert in_court.reference not in said
    page = residence_page(cast.komil, her.pk, at=now)
    assert {each.row.pk for each in page.requests} >= {row.pk}
    assert in_court.reference not in repr(page)


def test_a_child_is_refused_only_where_its_best_interests_speak_against_it(cast, now):
    girl = staying.abroad(cast, at=now, given=staying.CHILD)
    row = staying.asked(girl, cast, at=now, ground="personal", made_by="desk")
    with pytest.raises(OutOfOrder, match="best interests"):
        refuse_permit(request=row, reasons=staying.REASONS, by=cast.komil, at=now)
    assess(girl, cast, now, goes_ahead=True)
    with pytest.raises(OutOfOrder):
        refuse_permit(request=row, reasons=staying.REASONS, by=cast.komil, at=now)

    assess(girl, cast, now, goes_ahead=False)

    assert refuse_permit(request=row, reasons=staying.REASONS, by=cast.komil, at=now).granted is False


def assess(girl: Case, cast, now, *, goes_ahead: bool) -> None:
    said = {"present": "her aunt", "views": "she wants to stay", "options": "stay or go", "reasons": "school"}
    given = Assessed("residence", **said, goes_ahead=goes_ahead, guardian_present=True, review_on=staying.tomorrow(now))
    assess_interests(case=girl, given=given, after=newest_interests(girl), by=cast.parvina, at=now)


def test_it_is_needed_no_more_only_from_a_day_it_had_begun(her, cast, now):
    made = staying.granted(her, cast, at=now)
    with pytest.raises(Refused, match="before the permit began"):
        end_permit(permit=made, because="left", on=TODAY - timedelta(days=1), by=cast.parvina, at=now)

    end_permit(permit=made, because="left", on=TODAY, by=cast.parvina, at=now)

    with pytest.raises(Conflict, match="needed no more"):
        end_permit(permit=made, because="left", on=TODAY, by=cast.parvina, at=now)


def test_forgetting_the_person_destroys_what_was_said(her, cast, now):
    row = staying.refused(her, cast, at=now).request
    appeal_refusal(request=row, asked_of="court", on=TODAY, words=staying.WORDS, by=cast.parvina, at=now)

    forget_words(her, by=cast.nigina, at=now)

    row.refresh_from_db()
    assert not vault.unseal(row)
    assert not vault.unseal(row.decisions.get())
    assert not vault.unseal(row.decisions.get().appeals.get())


def test_a_no_to_sharing_with_the_authority_later_ends_what_it_sees(her, cast, now):
    staying.asked(her, cast, at=now)

    record_consent(
        case=her, purpose="referral", given=False, language="tg", explained=True, by=cast.zarina, at=now + timedelta(1)
    )

    with pytest.raises(NotPermitted):
        residence_page(cast.komil, her.pk, at=now + timedelta(1))


def test_the_authority_that_decides_a_permit_records_no_need_and_reads_none(her, cast, client, now):
    """It is shown who she is to decide one paper; what she needs is for those who help her."""
    staying.asked(her, cast, at=now)
    authority = staying.authority(cast)
    assert cases_for(authority).filter(pk=her.pk).exists()

    with pytest.raises(NotPermitted):
        record_need(case=her, service="legal_aid", urgency="soon", note="", by=authority, at=now)
    client.force_login(authority)
    assert client.get(reverse("referral:assessments", args=[her.pk])).status_code == 403
    told = {"case": str(her.pk), "service": "legal_aid", "urgency": "soon"}
    assert client.post("/api/referral/needs", told, content_type="application/json").status_code == 403
    assert not her.needs.exists()
