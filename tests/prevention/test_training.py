"""Sessions, seats, hours and certificates: each act with its line in the ledger, and what is refused with the reason."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from panoh.prevention.actions import (
    call_off_session,
    certify,
    count_others,
    give_up_seat,
    plan_session,
    record_hours,
    take_back_certificate,
    take_seat,
)
from panoh.prevention.queries import parts, worklist
from panoh.prevention.queries.shares import ending_page, shares_page
from panoh.prevention.queries.training import session_page, training_page
from panoh.registry.actions.officers import end_officer
from panoh.registry.models import Certificate, LedgerEntry, Officer
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def planned(cast, at, **more):
    told = {
        "curriculum": "first_line",
        "first_day": at.date() + 10 * DAY,
        "last_day": at.date() + 11 * DAY,
        "place": "Dushanbe, training centre",
        "teacher": "TIP Centre",
        "payer": "state",
        "seats": 2,
    }
    return plan_session(**told | more, by=cast.nigina, at=at)


def certified(cast, at, officer, *, curriculum="first_line", hours=24, last_day=None):
    last = last_day or at.date() - DAY
    session = planned(cast, at, curriculum=curriculum, first_day=last - DAY, last_day=last)
    most = session_page(cast.nigina, session.pk, today=at.date()).version.hours
    take_seat(session=session, officer=officer, by=cast.nigina, at=at)
    record_hours(session=session, officer=officer, hours=min(hours, most), by=cast.nigina, at=at)
    return certify(session=session, officer=officer, by=cast.nigina, at=at)


def last_line():
    line = LedgerEntry.objects.last()
    return line.act, line.subject


def test_a_session_is_planned_by_the_centre_with_the_version_of_its_day(cast, now):
    session = planned(cast, now)

    assert (session.version, session.seats, session.desk) == ("1", 2, cast.nigina.desk)
    assert last_line() == ("plan_session", f"session:{session.pk}")
    for name in ("zarina", "safar", "alisher"):
        with pytest.raises(NotPermitted):
            plan_session(
                curriculum="first_line",
                first_day=now.date(),
                last_day=now.date(),
                place="x",
                teacher="x",
                payer="state",
                seats=1,
                by=getattr(cast, name),
                at=now,
            )


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"curriculum": "swimming"}, "no such curriculum"),
        ({"first_day": date(2026, 11, 20), "last_day": date(2026, 11, 19)}, "days or seats cannot be"),
        ({"seats": 0}, "days or seats cannot be"),
        ({"place": " "}, "not said where"),
        ({"payer": "victim"}, "who pays"),
        ({"division": "TJ-XX"}, "no such region"),
    ],
)
def test_a_session_that_cannot_be_is_refused(cast, now, wrong, says):
    with pytest.raises(Refused, match=says):
        planned(cast, now, **wrong)


def test_of_two_seats_the_third_is_refused_and_one_given_up_is_free_again(cast, now):
    session = planned(cast, now)
    take_seat(session=session, officer=cast.zarina, by=cast.zarina, at=now)
    take_seat(session=session, officer=cast.behruz, by=cast.nigina, at=now)

    with pytest.raises(Refused, match="All 2 seats"):
        take_seat(session=session, officer=cast.parvina, by=cast.parvina, at=now)
    with pytest.raises(Conflict, match="has a seat"):
        take_seat(session=session, officer=cast.zarina, by=cast.nigina, at=now)

    give_up_seat(session=session, officer=cast.zarina, by=cast.zarina, at=now)
    take_seat(session=session, officer=cast.parvina, by=cast.parvina, at=now)
    assert session.attendances.count() == 2


def test_nobody_takes_a_seat_for_another_nor_after_it_began(cast, now):
    session = planned(cast, now)

    with pytest.raises(NotPermitted, match="for oneself"):
        take_seat(session=session, officer=cast.behruz, by=cast.zarina, at=now)
    with pytest.raises(NotPermitted, match="before the session begins"):
        take_seat(session=session, officer=cast.zarina, by=cast.zarina, at=now + 10 * DAY)
    with pytest.raises(NotPermitted):
        give_up_seat(session=session, officer=cast.behruz, by=cast.zarina, at=now)


def test_a_certificate_for_a_session_not_attended_is_refused_with_the_reason(cast, now):
    session, later = planned(cast, now), now + 12 * DAY

    with pytest.raises(Refused, match="did not attend this session"):
        certify(session=session, officer=cast.zarina, by=cast.nigina, at=later)
    take_seat(session=session, officer=cast.zarina, by=cast.zarina, at=now)
    with pytest.raises(Refused, match="not on record how long"):
        certify(session=session, officer=cast.zarina, by=cast.nigina, at=later)
    record_hours(session=session, officer=cast.zarina, hours=0, by=cast.nigina, at=later)
    with pytest.raises(Refused, match="did not attend this session"):
        certify(session=session, officer=cast.zarina, by=cast.nigina, at=later)
    record_hours(session=session, officer=cast.zarina, hours=11, by=cast.nigina, at=later)
    with pytest.raises(Refused, match="11 hours, and 12 are needed"):
        certify(session=session, officer=cast.zarina, by=cast.nigina, at=later)

    assert LedgerEntry.objects.last().act == "certify.refused"
    assert not Certificate.objects.exists()


def test_a_certificate_ends_so_many_months_after_the_session_as_its_version_says(cast, now):
    given = certified(cast, now, cast.zarina, last_day=now.date() - DAY)

    assert (given.given_on, given.until, given.version) == (date(2026, 11, 16), date(2029, 11, 15), "1")
    assert last_line() == ("certify", f"session:{given.attendance.session_id}")
    with pytest.raises(Conflict, match="given for this session already"):
        certify(session=given.attendance.session, officer=cast.zarina, by=cast.nigina, at=now)
    with pytest.raises(Conflict, match="certificate rests on these hours"):
        record_hours(session=given.attendance.session, officer=cast.zarina, hours=1, by=cast.nigina, at=now)


def test_nobody_records_their_own_hours_nor_certifies_themselves(cast, now):
    session = planned(cast, now, first_day=now.date() - DAY, last_day=now.date() - DAY)
    take_seat(session=session, officer=cast.nigina, by=cast.davlat, at=now)

    with pytest.raises(NotPermitted, match="own hours"):
        record_hours(session=session, officer=cast.nigina, hours=16, by=cast.nigina, at=now)
    record_hours(session=session, officer=cast.nigina, hours=16, by=cast.davlat, at=now)
    with pytest.raises(NotPermitted, match="themselves"):
        certify(session=session, officer=cast.nigina, by=cast.nigina, at=now)
    assert certify(session=session, officer=cast.nigina, by=cast.davlat, at=now).officer == cast.nigina


def test_a_certificate_taken_back_counts_no_more_and_stays(cast, now):
    given = certified(cast, now, cast.zarina)

    with pytest.raises(Refused, match="not said why"):
        take_back_certificate(certificate=given, because=" ", by=cast.nigina, at=now)
    take_back_certificate(certificate=given, because="It was another officer.", by=cast.nigina, at=now)

    page = training_page(cast.zarina, today=now.date())
    assert page.held == ()
    assert "first_line" in {each.key for each in page.wanted}
    assert Certificate.objects.get().taken_back_because == "It was another officer."
    assert last_line() == ("take_back_certificate", f"certificate:{given.pk}")


def test_a_session_called_off_gives_no_seat_and_one_that_was_held_cannot_be_called_off(cast, now):
    session = planned(cast, now)
    call_off_session(session=session, because="The teacher is ill.", by=cast.nigina, at=now)

    with pytest.raises(Conflict, match="The teacher is ill"):
        take_seat(session=session, officer=cast.zarina, by=cast.zarina, at=now)
    given = certified(cast, now, cast.zarina)
    with pytest.raises(OutOfOrder, match="did take place"):
        call_off_session(session=given.attendance.session, because="x", by=cast.nigina, at=now)


def test_others_who_came_are_a_number_and_are_counted_once_it_began(cast, now):
    session = planned(cast, now)

    with pytest.raises(Refused, match="once the session has begun"):
        count_others(session=session, others=4, by=cast.nigina, at=now)
    count_others(session=session, others=0, by=cast.nigina, at=now + 10 * DAY)

    session.refresh_from_db()
    assert session.others == 0


def test_only_who_keeps_training_sees_who_has_a_seat(cast, now):
    session = planned(cast, now)
    take_seat(session=session, officer=cast.behruz, by=cast.behruz, at=now)

    assert [each.officer for each in session_page(cast.nigina, session.pk, today=now.date()).seats] == [cast.behruz]
    assert session_page(cast.zarina, session.pk, today=now.date()).seats == ()


def share(page, curriculum, role):
    return next(each.share for each in page.roles if (each.curriculum.key, each.role) == (curriculum, role))


def test_the_share_of_a_post_is_of_the_officers_who_held_it_on_that_day(cast, now):
    certified(cast, now, cast.zarina)
    responders = Officer.objects.filter(post__role="first_responder").count()

    today = share(shares_page(on=now.date()), "first_line", "first_responder")
    assert (today.holders, today.trained) == (responders, 1)
    yesterday = share(shares_page(on=now.date() - DAY), "first_line", "first_responder")
    assert yesterday.trained == 0

    end_officer(officer=cast.zarina, by=cast.safar, at=now + 5 * DAY)
    after = share(shares_page(on=now.date() + 5 * DAY), "first_line", "first_responder")
    assert (after.holders, after.trained) == (responders - 1, 0)
    before = share(shares_page(on=now.date() + 4 * DAY), "first_line", "first_responder")
    assert (before.holders, before.trained) == (responders, 1)


def test_what_ends_soon_stands_with_the_officer_their_administrator_and_the_keepers(cast, now):
    given = certified(cast, now, cast.zarina)
    soon, long_before = given.until - 30 * DAY, given.until - 90 * DAY
    at = now.replace(year=soon.year, month=soon.month, day=soon.day)
    admin = Officer.objects.create(
        post=cast.zarina.desk.posts.create(code="x.administrator", role="administrator", words={"en": "x"}),
        username="own",
        name="Own",
    )

    assert [each.what for each in worklist(cast.zarina, now=at).items] == ["Renew your certificate"]
    assert [each.what for each in worklist(admin, now=at).items] == [
        "A certificate of your agency ends: have it renewed"
    ]
    assert worklist(cast.behruz, now=at).items == ()
    assert [each.row for each in ending_page(cast.nigina, today=soon)] == [given]
    assert [each.row for each in ending_page(admin, today=soon)] == [given]
    assert [each.row for each in ending_page(cast.safar, today=soon)] == [given]
    assert ending_page(cast.nigina, today=long_before) == ()
    with pytest.raises(NotPermitted):
        ending_page(cast.zarina, today=soon)


def test_a_later_certificate_takes_the_earlier_off_the_list(cast, now):
    given = certified(cast, now, cast.zarina)
    soon = given.until - 30 * DAY
    at = now.replace(year=soon.year, month=soon.month, day=soon.day)
    certified(cast, at, cast.zarina)

    assert worklist(cast.zarina, now=at).items == ()
    assert ending_page(cast.nigina, today=soon) == ()


def test_a_session_of_which_nobody_said_who_came_waits_for_the_keepers(cast, now):
    session = planned(cast, now)
    take_seat(session=session, officer=cast.zarina, by=cast.zarina, at=now)
    later = now + 13 * DAY

    assert worklist(cast.nigina, now=now + 10 * DAY).items == ()
    assert [each.what for each in worklist(cast.nigina, now=later).items] == ["Say who came to the session"]
    record_hours(session=session, officer=cast.zarina, hours=16, by=cast.nigina, at=later)
    assert worklist(cast.nigina, now=later).items == ()
    assert parts(cast.nigina)
