"""Who opened whose name: what the person may be told, and what the data-protection officer asks about and settles."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.desk.readings import in_words
from panoh.registry import vault
from panoh.registry.actions import review_reading
from panoh.registry.models import LedgerEntry, Officer, ReadingReview
from panoh.registry.queries.readers import readers_of
from panoh.registry.queries.readings import first_line_since, unusual_readings
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.journeys import ways

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast, now):
    return ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case


@pytest.fixture
def firuza(cast) -> Officer:
    return cast.officers["firuza"]


@pytest.fixture
def namesake(case, cast, now):
    """Davlat of intake bears the woman's rare name and opened hers."""
    Officer.objects.filter(pk=cast.davlat.pk).update(name=ways.WOMAN.names[0][0])
    ways.read_by_another_desk(case, by=cast.davlat, at=now)
    [found] = [each for each in unusual_readings(now=now) if each.kind == "namesake"]
    return found


def settled(found, case, cast, now, **changed):
    given = {"kind": found.kind, "day": found.on, "officer": cast.davlat, "case": case, "outcome": "explained"}
    return review_reading(
        **{**given, "words": "A cousin; she handed it over.", "by": cast.officers["firuza"], "at": now, **changed}
    )


def test_the_person_may_be_told_who_opened_the_name_and_what_for(case, cast, firuza, now):
    for hour in (1, 2):
        ways.read_by_another_desk(case, by=cast.nigina, at=now + timedelta(hours=hour))

    [last, *_] = readers_of(case, viewer=firuza)

    assert (last.officer, last.times, last.purposes) == (cast.nigina, 2, ("supervision",))
    assert "names" in last.fields
    assert last.last - last.first == timedelta(hours=1)


def test_only_the_data_protection_officer_is_told(case, cast):
    with pytest.raises(NotPermitted):
        readers_of(case, viewer=cast.nigina)


def test_a_namesake_is_found_by_blind_keys_and_no_name_is_opened_for_it(namesake, case, cast, now):
    lines = LedgerEntry.objects.count()

    assert (namesake.officer, namesake.case) == (cast.davlat.pk, str(case.pk))
    unusual_readings(now=now)
    assert LedgerEntry.objects.count() == lines, "nobody's name was read to find out"


def test_a_name_that_many_bear_is_nothing_to_ask_about(case, cast, now):
    for _ in range(6):
        ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    Officer.objects.filter(pk=cast.davlat.pk).update(name=ways.WOMAN.names[0][0])
    ways.read_by_another_desk(case, by=cast.davlat, at=now)

    assert not [each for each in unusual_readings(now=now) if each.kind == "namesake"]


def test_what_was_looked_into_is_kept_sealed_with_its_line_and_comes_no_more(namesake, case, cast, firuza, now):
    review = settled(namesake, case, cast, now)

    assert vault.unseal(review) == {"words": "A cousin; she handed it over."}
    line = LedgerEntry.objects.latest("seq")
    assert (line.act, line.officer, line.detail["outcome"]) == ("review_reading", firuza, "explained")
    assert "cousin" not in str(line.detail)
    assert namesake not in unusual_readings(now=now)


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({"words": "  "}, Refused),
        ({"outcome": "forgotten"}, Refused),
        ({"kind": "many"}, OutOfOrder),
        ({"officer": None}, OutOfOrder),
    ],
)
def test_what_cannot_be_settled_is_refused_and_the_question_stays(namesake, case, cast, now, changed, refused):
    with pytest.raises(refused):
        settled(namesake, case, cast, now, **changed)

    assert namesake in unusual_readings(now=now)
    assert LedgerEntry.objects.latest("seq").act == "review_reading.refused"


def test_it_is_settled_once_and_by_nobody_who_may_not_read_the_ledger(namesake, case, cast, now):
    with pytest.raises(NotPermitted):
        settled(namesake, case, cast, now, by=cast.nigina)
    settled(namesake, case, cast, now)
    with pytest.raises(OutOfOrder):
        settled(namesake, case, cast, now)
    assert ReadingReview.objects.count() == 1


def test_of_two_who_settle_it_at_once_the_second_is_told(namesake, case, cast, now, monkeypatch):
    settled(namesake, case, cast, now)
    monkeypatch.setattr("panoh.registry.actions.reading_reviews.unusual_readings", lambda *, now: (namesake,))

    with pytest.raises(Conflict, match="A colleague has looked"):
        settled(namesake, case, cast, now)


def test_nobody_settles_their_own_reading(namesake, case, cast, firuza, now):
    with pytest.raises(NotPermitted, match="your own reading"):
        settled(namesake, case, cast, now, officer=firuza)


def test_the_first_line_of_a_period_is_found_without_walking_the_ledger(case, now, django_assert_max_num_queries):
    LedgerEntry.objects.count()
    with django_assert_max_num_queries(12):
        assert first_line_since(now - timedelta(days=1)) == 1
        assert first_line_since(now + timedelta(days=1)) == LedgerEntry.objects.count() + 1


def test_the_pages_show_who_opened_a_name_and_settle_a_question(namesake, case, firuza, client):
    client.force_login(firuza)
    assert "Unusual reading" in client.get(reverse("ledger")).content.decode()
    [each] = in_words([namesake])

    shown = client.get(reverse("readers"), {"case": case.reference.lower()}).content.decode()
    answer = client.post(
        reverse("look_into", args=[each.key]), {"outcome": "warned", "words": "No reason."}, follow=True
    )

    assert case.reference in shown
    assert "Looking at how a desk worked on the case" in shown
    assert "It is kept what came of it." in answer.content.decode()
    assert "looked into this one already" in client.get(reverse("look_into", args=[each.key])).content.decode()


def test_nothing_typed_is_lost_where_something_is_missing(namesake, firuza, client):
    client.force_login(firuza)
    [each] = in_words([namesake])

    answer = client.post(reverse("look_into", args=[each.key]), {"words": "She says it was her aunt."})

    assert "She says it was her aunt." in answer.content.decode()
    assert not ReadingReview.objects.exists()


def test_an_unknown_reference_is_said_to_be_none(firuza, cast, client):
    client.force_login(firuza)

    answer = client.get(reverse("readers"), {"case": "0000-0000"})

    assert answer.status_code == 404
    assert "no case with this reference" in answer.content.decode()


def test_the_api_does_the_same(namesake, case, firuza, client, cast):
    client.force_login(firuza)

    [told] = [each for each in client.get("/api/desk/ledger/unusual").json() if each["kind"] == "namesake"]
    sent = {
        "outcome": "breach",
        "words": "He looked for her.",
        **{key: told[key] for key in ("kind", "day", "officer", "case")},
    }

    assert client.post("/api/desk/ledger/unusual/reviews", sent, content_type="application/json").status_code == 201
    assert ReadingReview.objects.get().outcome == "breach"
    readers = client.get(f"/api/desk/cases/{case.pk}/readers").json()
    assert {each["officer"] for each in readers} >= {Officer.objects.get(pk=cast.davlat.pk).name}


def test_one_more_reading_while_the_officer_is_asked_takes_nothing_from_what_is_written(
    namesake, case, cast, firuza, client, now
):
    client.force_login(firuza)
    [each] = in_words([namesake])
    page = reverse("look_into", args=[each.key])
    assert client.get(page).context["found"]
    ways.read_by_another_desk(case, by=cast.davlat, at=now + timedelta(days=1))

    answer = client.post(page, {"outcome": "warned", "words": "No reason."}, follow=True)

    assert "It is kept what came of it." in answer.content.decode()
    assert ReadingReview.objects.get().day == namesake.on + timedelta(days=1)
    assert not [one for one in unusual_readings(now=now + timedelta(days=2)) if one.kind == "namesake"]


def test_the_day_it_was_shown_under_settles_it_too(namesake, case, cast, now):
    later = now + timedelta(days=1)
    ways.read_by_another_desk(case, by=cast.davlat, at=later)

    review = settled(namesake, case, cast, later)

    assert review.day == later.date()


def test_where_a_colleague_was_quicker_what_was_written_is_shown_again(namesake, case, cast, firuza, client, now):
    client.force_login(firuza)
    [each] = in_words([namesake])
    settled(namesake, case, cast, now)

    answer = client.post(reverse("look_into", args=[each.key]), {"outcome": "warned", "words": "She saw him twice."})

    assert answer.status_code == 409
    assert "She saw him twice." in answer.content.decode()
    assert "was not kept" in answer.content.decode()
    assert ReadingReview.objects.count() == 1
