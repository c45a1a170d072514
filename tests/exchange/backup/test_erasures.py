"""A copy made before somebody was erased, put back after it, brings no name back."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import transaction

from panoh.exchange.backup.erasures import erase_again, read_erasures, write_erasures
from panoh.exchange.backup.faults import CannotKeep
from panoh.identification.actions import ask_to_erase, ask_to_erase_list, erase_list_names, erase_names, record_refusal
from panoh.registry import ledger
from panoh.registry.actions.attachments import remove_attachment, set_aside_attachment
from panoh.registry.actions.forgetting import sealed_models
from panoh.registry.models import AttachmentContent, Case, LedgerEntry, Person
from panoh.registry.queries import find_people
from panoh.registry.refusals import OutOfOrder
from panoh.screening.actions import reopen_operation
from panoh.screening.queries.roster import roster_page
from panoh.screening.rules.urgency import WEIGHTS
from tests.journeys import ways
from tests.journeys.test_from_a_flight_to_a_shelter import FLIGHT

pytestmark = pytest.mark.django_db
NAME = ways.WOMAN.names[0][0]


@pytest.fixture
def case(cast, now) -> Case:
    shelter = ways.open_shelter(cast, at=now)
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    ways.lodged(case, by=cast.zarina, at=now)
    ways.sheltered(case, shelter, cast, at=now)
    return case


@pytest.fixture
def listed(tmp_path, now):
    """`listed(act)`: the list written after an act that came after the copy; the records are those of the copy again."""
    file = tmp_path / "erasures.json"

    def write(act) -> object:
        copied = transaction.savepoint()
        act()
        write_erasures(file, at=now)
        transaction.savepoint_rollback(copied)
        return read_erasures(file)

    return write


def erase(case, cast, now) -> None:
    Case.objects.filter(pk=case.pk).update(state="closed", state_since=now - timedelta(days=6 * 366))
    case.refresh_from_db()
    asked = ask_to_erase(case=case, because="period_over", by=cast.officers["firuza"], at=now)
    erase_names(asked=asked, by=cast.nigina, at=now)


def test_names_on_a_list_erased_since_a_copy_are_erased_again(listed, cast, now):
    long_ago = now - timedelta(days=2 * 366)
    flight = ways.came_by_flight(FLIGHT, by=cast.zarina, at=long_ago)
    hers, other = flight.roster.order_by("row")
    ways.interviewed(ways.WOMAN, entry=hers, by=cast.zarina, at=long_ago)
    ways.closed(flight, by=cast.zarina, at=long_ago)

    def erase_list():
        asked = ask_to_erase_list(operation=flight, by=cast.officers["firuza"], at=now)
        erase_list_names(asked=asked, by=cast.nigina, at=now)

    found = listed(erase_list)
    assert flight.roster.exclude(sealed_key=None).count() == 2

    erase_again(found, at=now)

    other.refresh_from_db()
    hers.refresh_from_db()
    assert (other.sealed_key, other.born_from, other.answers) == (None, None, {})
    assert (hers.sealed_key is not None, hers.withheld) == (True, True)
    assert flight.closings.get().sealed is None


def test_a_list_still_open_in_the_copy_shows_nobody_apart_whose_name_stays(listed, cast, now):
    """Its closing is newer than the copy, as all that came after it: its urgency would be the only one left."""
    long_ago = now - timedelta(days=2 * 366)
    flight = ways.came_by_flight(FLIGHT, by=cast.zarina, at=long_ago)
    _other, hers = flight.roster.order_by("row")
    ways.interviewed(ways.WOMAN, entry=hers, by=cast.zarina, at=long_ago)
    flight.roster.update(status="again", urgency=WEIGHTS["in_danger"], because=["in_danger"])

    def erase_list():
        ways.closed(flight, by=cast.zarina, at=long_ago)
        asked = ask_to_erase_list(operation=flight, by=cast.officers["firuza"], at=now)
        erase_list_names(asked=asked, by=cast.nigina, at=now)

    erase_again(found := listed(erase_list), at=now)

    closing = flight.closings.get()
    assert (closing.reason_erased, closing.sealed, closing.reopened_at) == (True, None, None)
    reopen_operation(operation=flight, by=cast.zarina, at=now)
    erase_again(found, at=now)
    assert flight.closings.get().reopened_at == now, "whoever goes on with it is not stopped by a repetition"
    assert [each.entry.row for each in roster_page(cast.zarina, flight.pk, at=now).people] == [2, 3]
    assert ledger.verify().whole


def nothing_sealed_about(case) -> bool:
    kinds = [kind for kind in sealed_models() if kind.ABOUT_CASE]
    return not any(kind.objects.filter(**{kind.ABOUT_CASE: case}).exclude(sealed_key=None).exists() for kind in kinds)


def test_who_was_erased_after_the_copy_is_erased_again(case, cast, now, listed):
    found = listed(lambda: erase(case, cast, now))
    assert find_people(names=(NAME,)), "the copy holds the name"

    done = erase_again(found, at=now)

    case.refresh_from_db()
    assert done.cases == 1
    assert case.erased_at == now
    assert not find_people(names=(NAME,))
    assert Person.objects.get(pk=case.person_id).sealed_key is None
    assert nothing_sealed_about(case)
    assert not case.disclosures.filter(ended_at=None).exists()
    lines = LedgerEntry.objects.filter(act="erase_again").order_by("seq")
    assert [line.subject for line in lines] == [f"case:{case.pk}", ""]
    assert ledger.verify().whole
    assert erase_again(found, at=now).cases == 0


def test_who_declined_after_the_copy_is_forgotten_again_and_may_still_be_helped(cast, now, listed):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    found = listed(lambda: record_refusal(case=case, reason="not_told", by=cast.zarina, at=now))

    erase_again(found, at=now)

    case.refresh_from_db()
    assert case.erased_at is None
    assert not find_people(names=(NAME,))
    assert nothing_sealed_about(case)


def test_an_attachment_erased_after_the_copy_is_erased_again(case, cast, now, listed):
    made = ways.attached(case, cast, at=now)

    def erased() -> None:
        set_aside_attachment(attachment=made, because="not_needed", by=cast.zarina, at=now)
        remove_attachment(attachment=made, by=cast.nigina, at=now)

    found = listed(erased)
    assert AttachmentContent.objects.exclude(sealed_key=None).exists()

    assert erase_again(found, at=now).records > 0

    assert not AttachmentContent.objects.exclude(sealed_key=None).exists()
    assert find_people(names=(NAME,)), "the person herself was not erased"


def test_a_list_names_nobody_and_one_that_was_altered_is_refused(case, cast, now, listed, tmp_path):
    listed(lambda: erase(case, cast, now))
    file = tmp_path / "erasures.json"
    assert NAME not in file.read_text()
    assert case.reference not in file.read_text()

    kept = json.loads(file.read_text())
    file.write_text(json.dumps({**kept, "erasures": kept["erasures"].replace(str(case.pk), "0" * 36)}))
    with pytest.raises(CannotKeep, match="altered"):
        read_erasures(file)
    file.write_text("[]")
    with pytest.raises(CannotKeep, match="no list"):
        read_erasures(file)
    with pytest.raises(CannotKeep, match="cannot be read"):
        read_erasures(tmp_path / "nowhere.json")


def test_what_is_erased_again_takes_no_words(case, cast, now, listed):
    erase_again(listed(lambda: erase(case, cast, now)), at=now)

    with pytest.raises(OutOfOrder):
        ways.attached(case, cast, at=now)
