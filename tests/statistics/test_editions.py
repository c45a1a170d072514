"""Frozen figures: prepared by one, signed by another, never altered, corrected beside; what differs today is always shown."""

from __future__ import annotations

import json

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from panoh.__main__ import main
from panoh.assessment.queries.criteria import criteria_for
from panoh.registry.ledger_guard import lower_guard, raise_guard
from panoh.registry.models import LedgerEntry, Officer
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.statistics.actions import correct_edition, prepare_edition, sign_edition
from panoh.statistics.models import Edition, EditionSignature
from panoh.statistics.queries import sheet
from panoh.statistics.queries.editions import edition_page, fault_of, in_force
from panoh.statistics.rules.editions import Because, digest, read
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.values import NoneCounted, Number
from tests.conftest import NOON
from tests.statistics.book import CANARY

pytestmark = pytest.mark.django_db
YEAR = Period(PeriodKind.CALENDAR_YEAR, 2025)


@pytest.fixture
def frozen(book, cast) -> Edition:
    """Two presumed in 2025, prepared by Alisher and signed by Rustam."""
    for on in ("2025-03-01", "2025-04-01"):
        book.presumed(on)
    made = prepare_edition(period=YEAR, by=cast.alisher, at=NOON)
    sign_edition(edition=made, approved=True, by=cast.rustam, at=NOON)
    return Edition.objects.get()


def shown(edition: Edition, by: Officer):
    return edition_page(by, edition.pk, now=NOON)


def test_an_edition_keeps_every_figure_with_version_value_and_rows(frozen):
    kept = read(frozen.text).figure("victims_presumed")

    assert (kept.value, kept.version, kept.edition) == (Number(2), "2026.1", 1)
    assert kept.breakdown("sex").value("female") == Number(2)
    assert kept.breakdown("sex").value("male") == NoneCounted()
    assert len(json.loads(frozen.text)["figures"]) == len(read(frozen.text).figures) > 10
    assert frozen.digest == digest(frozen.text)
    assert CANARY not in frozen.text


def test_preparing_and_signing_stand_in_the_ledger_with_the_hash(frozen, cast):
    lines = list(LedgerEntry.objects.filter(subject=f"edition:{frozen.pk}").values_list("act", "officer", "detail"))

    assert [(act, by) for act, by, _detail in lines] == [
        ("prepare_edition", cast.alisher.pk),
        ("sign_edition", cast.rustam.pk),
    ]
    assert {detail["digest"] for _act, _by, detail in lines} == {frozen.digest}


def test_what_differs_today_stands_beside_with_why_and_the_frozen_figure_stays(frozen, book, cast):
    book.presumed("2025-05-01")

    found = shown(frozen, cast.alisher).differences

    assert [(each.row.before, each.row.this, each.because) for each in found if not each.row.dimension] == [
        (Number(2), Number(3), Because.RECORDS)
    ]
    built = sheet(period=YEAR, now=NOON)
    entry = next(each for each in built.entries if each.definition.id == "victims_presumed")
    assert entry.this.value == Number(2)
    assert built.frozen[0][1] == found


def test_a_mended_property_moves_a_row_and_not_the_total(frozen, book, cast):
    person = book.presumed("2024-05-01").person
    type(person).objects.exclude(pk=person.pk).update(sex="male")

    found = shown(frozen, cast.alisher).differences

    assert {each.because for each in found} == {Because.MOVED}
    assert {(each.row.key, each.row.before, each.row.this) for each in found} == {
        ("female", Number(2), NoneCounted()),
        ("male", NoneCounted(), Number(2)),
    }


def test_a_correction_is_another_edition_that_names_the_one_it_corrects(frozen, book, cast):
    book.presumed("2025-05-01")
    made = correct_edition(edition=frozen, because="One case was entered late.", by=cast.alisher, at=NOON)

    assert in_force(YEAR) == frozen
    sign_edition(edition=made, approved=True, by=cast.malika, at=NOON)
    made = Edition.objects.get(pk=made.pk)

    assert in_force(YEAR) == made
    assert (made.number, made.corrects, read(made.text).corrects) == (2, frozen, 1)
    assert read(made.text).figure("victims_presumed").value == Number(3)
    assert read(Edition.objects.get(pk=frozen.pk).text).figure("victims_presumed").value == Number(2)
    assert not shown(made, cast.alisher).differences


def test_a_correction_of_nothing_without_reasons_or_of_an_older_edition_is_refused(frozen, book, cast):
    with pytest.raises(Refused, match="say the same"):
        correct_edition(edition=frozen, because="Just so.", by=cast.alisher, at=NOON)
    book.presumed("2025-05-01")
    with pytest.raises(Refused, match="says why"):
        correct_edition(edition=frozen, because="  ", by=cast.alisher, at=NOON)
    newer = correct_edition(edition=frozen, because="Entered late.", by=cast.alisher, at=NOON)
    with pytest.raises(OutOfOrder, match="waits for its signature"):
        correct_edition(edition=frozen, because="Again.", by=cast.alisher, at=NOON)
    sign_edition(edition=newer, approved=True, by=cast.rustam, at=NOON)
    with pytest.raises(OutOfOrder, match="Another edition"):
        correct_edition(edition=frozen, because="Again.", by=cast.alisher, at=NOON)


def test_a_period_that_is_not_over_is_refused_with_the_way_forward(book, cast):
    with pytest.raises(Refused, match="not over") as refused:
        prepare_edition(period=Period(PeriodKind.CALENDAR_YEAR, 2026), by=cast.alisher, at=NOON)

    assert "Freeze it after" in refused.value.way_forward
    assert not Edition.objects.exists()
    assert LedgerEntry.objects.latest("seq").act == "prepare_edition.refused"


def test_a_period_before_the_records_is_refused(book, cast):
    with pytest.raises(Refused, match="No figure of this period"):
        prepare_edition(period=Period(PeriodKind.CALENDAR_YEAR, 2020), by=cast.alisher, at=NOON)


def test_the_last_day_of_a_period_is_not_over_and_the_day_after_is(book, cast):
    half = Period(PeriodKind.FIRST_HALF, 2026)
    with pytest.raises(Refused, match="not over"):
        prepare_edition(period=half, by=cast.alisher, at=NOON.replace(month=6, day=30))

    assert prepare_edition(period=half, by=cast.alisher, at=NOON.replace(month=7, day=1)).number == 1


def test_a_frozen_period_is_not_frozen_again(frozen, cast):
    with pytest.raises(OutOfOrder, match="are frozen"):
        prepare_edition(period=YEAR, by=cast.alisher, at=NOON)


def test_whoever_prepared_does_not_sign_and_the_database_says_so_too(book, cast):
    made = prepare_edition(period=YEAR, by=cast.alisher, at=NOON)

    with pytest.raises(Refused, match="You prepared"):
        sign_edition(edition=made, approved=True, by=cast.alisher, at=NOON)
    with pytest.raises(DatabaseError), transaction.atomic():
        EditionSignature.objects.create(edition=made, prepared_by=cast.alisher, by=cast.alisher, approved=True, at=NOON)
    assert in_force(YEAR) is None


def test_an_edition_is_answered_once(frozen, cast):
    with pytest.raises(Conflict):
        sign_edition(edition=frozen, approved=False, because="Too late.", by=cast.malika, at=NOON)

    assert frozen.signed.approved


def test_a_refused_signature_has_reasons_and_the_period_can_be_prepared_again(book, cast):
    made = prepare_edition(period=YEAR, by=cast.alisher, at=NOON)
    with pytest.raises(Refused, match="has reasons"):
        sign_edition(edition=made, approved=False, by=cast.rustam, at=NOON)

    sign_edition(edition=made, approved=False, because="A region is missing.", by=cast.rustam, at=NOON)

    assert in_force(YEAR) is None
    assert prepare_edition(period=YEAR, by=cast.alisher, at=NOON).number == 2


@pytest.mark.parametrize("name", ["zarina", "nigina", "shahlo", "firuza", "safar"])
def test_other_posts_neither_prepare_nor_sign(book, cast, name):
    by = getattr(cast, name)
    with pytest.raises(NotPermitted):
        prepare_edition(period=YEAR, by=by, at=NOON)
    made = prepare_edition(period=YEAR, by=cast.alisher, at=NOON)
    with pytest.raises(NotPermitted):
        sign_edition(edition=made, approved=True, by=by, at=NOON)


@pytest.mark.parametrize("change", ["update", "delete"])
@pytest.mark.parametrize("kept", [Edition, EditionSignature])
def test_the_database_refuses_to_change_or_remove_what_is_frozen(frozen, kept, change):
    rows = kept.objects.all()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(because="altered") if change == "update" else rows._raw_delete(rows.db)


def test_a_text_altered_past_the_guard_is_found_and_is_not_signed(book, cast, capsys):
    made = prepare_edition(period=YEAR, by=cast.alisher, at=NOON)
    lower_guard(connection)
    text = made.text.replace('"edition":1', '"edition":7')
    Edition.objects.filter(pk=made.pk).update(text=text, digest=digest(text))
    raise_guard(connection)
    made.refresh_from_db()

    assert "another hash" in fault_of(made)
    with pytest.raises(Refused, match="not the one that was prepared"):
        sign_edition(edition=made, approved=True, by=cast.rustam, at=NOON)
    assert main(["figures", "--editions"]) == 1
    assert "the ledger kept another hash" in capsys.readouterr().out


def test_the_command_holds_every_edition_against_its_hash(frozen, capsys):
    assert main(["figures", "--editions"]) == 0

    said = capsys.readouterr().out
    assert frozen.digest in said
    assert "whole" in said


def test_the_assessment_takes_the_frozen_figure(frozen, book, cast):
    book.decided(book.presumed("2025-06-01"), "2025-07-01")

    page = criteria_for(cast.alisher, country="TJK", report=2026, now=NOON)

    own = {line.asked.figure: line for block in page.blocks for line in block.lines if line.own}
    assert own["victims_identified"].own[0] == NoneCounted()
    assert own["victims_identified"].edition == 1


@pytest.fixture
def clock(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOON)


def test_on_its_pages_an_edition_is_prepared_signed_and_corrected(clock, book, client, cast):
    client.force_login(cast.alisher)
    client.post(reverse("statistics:prepare_edition"), {"year": "2025", "kind": "calendar_year"})
    made = Edition.objects.get()
    page = reverse("statistics:edition", args=[made.pk])
    client.force_login(cast.rustam)
    assert "I sign these figures" in client.get(page).content.decode()
    client.post(reverse("statistics:sign_edition", args=[made.pk]), {"approved": "yes"})
    book.presumed("2025-06-01")

    client.force_login(cast.alisher)
    assert "records of this period were added" in client.get(page).content.decode()
    assert (
        "records of this period were added" in client.get(reverse("statistics:home"), {"year": 2025}).content.decode()
    )
    client.post(reverse("statistics:correct_edition", args=[made.pk]), {"because": "Entered late."})

    listed = client.get(reverse("statistics:editions")).content.decode()
    assert Edition.objects.count() == 2
    assert "waits for a signature" in listed
    assert CANARY not in listed


def test_a_refused_form_keeps_what_was_typed(clock, book, client, cast):
    made = prepare_edition(period=YEAR, by=cast.alisher, at=NOON)
    client.force_login(cast.rustam)
    sign_edition(edition=made, approved=True, by=cast.malika, at=NOON)

    answer = client.post(
        reverse("statistics:sign_edition", args=[made.pk]), {"approved": "no", "because": "Sughd is missing."}
    )
    assert answer.status_code == 422

    client.force_login(cast.alisher)
    answer = client.post(reverse("statistics:prepare_edition"), {"year": "2026", "kind": "second_half"})
    assert answer.status_code == 422
    assert "Freeze it after" in answer.content.decode()
    assert '<option value="second_half" selected>' in answer.content.decode()


def test_the_api_does_the_same(clock, book, client, cast):
    client.force_login(cast.alisher)
    given = client.post("/api/statistics/editions", {"kind": "calendar_year", "year": 2025}, "application/json").json()
    client.force_login(cast.rustam)
    client.post(f"/api/statistics/editions/{given['id']}/signature", {"approved": True}, "application/json")
    book.presumed("2025-06-01")

    seen = client.get(f"/api/statistics/editions/{given['id']}").json()

    assert seen["stands"]
    assert seen["whole"]
    assert seen["differences"][0]["today"]["count"] == 1
    assert digest(seen["text"]) == seen["edition"]["digest"]
