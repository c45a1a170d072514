"""Two officers hold a set against its official text: recorded in the product, beside the mark, never in its place."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from panoh.instruments.library import screening_instrument
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.screening.actions import answer_second, hold_against, withdraw_confirmation
from panoh.screening.models import TextConfirmation
from panoh.screening.queries.instruments import shelf, standing_of
from panoh.screening.rules.confirmation import Standing, standing

pytestmark = pytest.mark.django_db
ONE = screening_instrument("ilo_ec_adult_sexual")


@pytest.fixture
def held(cast, now) -> TextConfirmation:
    """Davlat held the set against the brochure; nobody has looked after him yet."""
    return hold_against(
        instrument=ONE, document="Operational indicators, revised edition", place="pages 4 to 9", by=cast.davlat, at=now
    )


def test_one_officer_alone_confirms_nothing(held, cast, client):
    client.force_login(cast.alisher)

    page = client.get(reverse("screening:one_instrument", args=[ONE.id])).content.decode()

    assert "Waits for a second officer" in page
    assert "by two officers, " not in page
    assert LedgerEntry.objects.latest("seq").act == "hold_against"


def test_a_second_officer_confirms_and_the_page_says_so_beside_the_mark(held, cast, now, client):
    answer_second(confirmation=held, agrees=True, by=cast.nigina, at=now)
    client.force_login(cast.alisher)

    page = client.get(reverse("screening:one_instrument", args=[ONE.id])).content.decode()

    assert "Held against the official text by two officers, Davlat and Nigina" in page
    assert "pages 4 to 9" in page
    assert "provisional: not verified" in page
    assert screening_instrument(ONE.id).status == "provisional"
    assert LedgerEntry.objects.latest("seq").act == "answer_second"
    assert [each.held for each in shelf() if each.held] == [held]


def test_the_second_officer_is_another_person(held, cast, now):
    with pytest.raises(Refused, match="another person"):
        answer_second(confirmation=held, agrees=True, by=cast.davlat, at=now)

    assert LedgerEntry.objects.latest("seq").act == "answer_second.refused"
    with pytest.raises(IntegrityError, match="two_people_confirm"), transaction.atomic():
        TextConfirmation.objects.update(second_by=cast.davlat, second_at=now, second_answer="agreed")


def test_an_objection_says_what_stands_otherwise(held, cast, now):
    with pytest.raises(Refused, match="says what"):
        answer_second(confirmation=held, agrees=False, words=" ", by=cast.nigina, at=now)

    answered = answer_second(confirmation=held, agrees=False, words="page 5 says medium", by=cast.nigina, at=now)

    assert standing_of(answered, ONE) is Standing.OBJECTED
    assert [each for each in shelf() if each.held] == []


def test_it_is_answered_once(held, cast, now):
    answer_second(confirmation=held, agrees=True, by=cast.nigina, at=now)

    with pytest.raises(Conflict):
        answer_second(confirmation=held, agrees=False, words="late", by=cast.rustam, at=now)


@pytest.mark.parametrize("changed", [{"digest": "0" * 64}, {"instrument_version": "0.9"}])
def test_a_set_that_changed_is_to_be_held_anew(held, cast, now, changed):
    TextConfirmation.objects.update(**changed)
    held.refresh_from_db()

    assert standing_of(held, ONE) is Standing.OUTDATED
    with pytest.raises(OutOfOrder, match="has changed"):
        answer_second(confirmation=held, agrees=True, by=cast.nigina, at=now)


def test_it_can_be_withdrawn_and_stays_on_record(held, cast, now):
    answer_second(confirmation=held, agrees=True, by=cast.nigina, at=now)

    with pytest.raises(Refused, match="not said why"):
        withdraw_confirmation(confirmation=held, because="", by=cast.rustam, at=now)
    gone = withdraw_confirmation(confirmation=held, because="an older edition", by=cast.rustam, at=now)

    assert standing_of(gone, ONE) is Standing.WITHDRAWN
    assert TextConfirmation.objects.get().second_answer == "agreed"
    with pytest.raises(OutOfOrder):
        withdraw_confirmation(confirmation=held, because="again", by=cast.rustam, at=now)


@pytest.mark.parametrize(
    ("given", "reason"), [({"document": " "}, "which official text"), ({"item": "XX"}, "no question")]
)
def test_what_was_read_is_said_exactly(cast, now, given, reason):
    with pytest.raises(Refused, match=reason):
        hold_against(**{"instrument": ONE, "document": "d", "place": "p", "by": cast.davlat, "at": now, **given})

    assert TextConfirmation.objects.count() == 0


@pytest.mark.parametrize("post", ["zarina", "alisher", "safar"])
def test_other_posts_confirm_nothing(cast, now, post):
    with pytest.raises(NotPermitted):
        hold_against(instrument=ONE, document="d", place="p", by=getattr(cast, post), at=now)


def test_the_form_keeps_what_was_typed(cast, client):
    client.force_login(cast.nigina)

    page = client.post(reverse("screening:hold", args=[ONE.id]), {"document": "The brochure", "differs": "a word"})

    assert "The brochure" in page.content.decode()
    assert "a word" in page.content.decode()
    assert TextConfirmation.objects.count() == 0


def test_two_officers_through_the_pages(cast, client):
    item = ONE.items[0].id
    client.force_login(cast.nigina)
    client.post(reverse("screening:hold", args=[ONE.id]), {"document": "The brochure", "place": "p. 4", "item": item})
    row = TextConfirmation.objects.get()
    client.force_login(cast.rustam)
    client.post(reverse("screening:second", args=[row.pk]), {"agrees": "yes"})

    row.refresh_from_db()
    assert (row.item, row.by, row.second_by, row.second_answer) == (item, cast.nigina, cast.rustam, "agreed")
    client.post(reverse("screening:withdraw", args=[row.pk]), {"because": "wrong edition"})
    row.refresh_from_db()
    assert row.withdrawn_by == cast.rustam


def test_two_officers_through_the_api(cast, client):
    def send(path, **body):
        answer = client.post(f"/api/screening/{path}", body, content_type="application/json")
        return answer.status_code, answer.json()

    client.force_login(cast.nigina)
    status, row = send(f"instruments/{ONE.id}/confirmations", document="The brochure", place="p. 4")
    assert (status, row["standing"]) == (201, "waiting")
    assert send(f"confirmations/{row['id']}/second", agrees=True)[0] == 422
    client.force_login(cast.davlat)

    assert send(f"confirmations/{row['id']}/second", agrees=True)[1]["standing"] == "held"
    assert send(f"confirmations/{row['id']}/withdraw", because="older edition")[1]["standing"] == "withdrawn"


@pytest.mark.parametrize(
    ("withdrawn", "same_text", "answered", "stands"),
    [
        (False, True, "", "waiting"),
        (False, True, "agreed", "held"),
        (False, True, "objected", "objected"),
        (False, False, "agreed", "outdated"),
        (True, True, "agreed", "withdrawn"),
    ],
)
def test_where_a_confirmation_stands(withdrawn, same_text, answered, stands):
    assert standing(withdrawn=withdrawn, same_text=same_text, answered=answered) == stands
