"""A fresh key is laid over what is not made anew: at every step the same is found again, and a stolen key finds nothing."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.apps import apps
from django.db.models import CharField, JSONField

from panoh.__main__ import main
from panoh.desk.devices import known_mark, recognise
from panoh.justice.actions import PenaltyGiven, hold_defendant, record_penalty
from panoh.justice.models import Defendant, Penalty
from panoh.justice.rules.places import place_key
from panoh.registry import vault
from panoh.registry.actions import add_attachment, begin_layer, finish_layer, lay_over, open_case, register_person
from panoh.registry.actions import index_layers as laying
from panoh.registry.actions.factors import print_sheet, prove_code
from panoh.registry.actions.people import PersonGiven
from panoh.registry.key_ring import KeyRing, ring
from panoh.registry.models import KnownDevice, LedgerEntry, RecoveryCode
from panoh.registry.refusals import Conflict
from panoh.screening.actions import correct_line, import_roster, set_roster_status
from panoh.screening.models import RosterEntry
from panoh.screening.queries.digests import count_already_on
from panoh.screening.queries.reading import is_mark_of, mark_of_words
from panoh.screening.rules.roster import RosterRow
from tests.justice.conftest import accused, criminal  # noqa: F401  # a criminal case and its defendant
from tests.registry.files import jpeg
from tests.screening.rosters import known, raid  # noqa: F401  # a raid at Zarina's desk

pytestmark = pytest.mark.django_db
BORN = {"born_from": 1990, "born_to": 1990, "birth_date": "1990-03-04"}
LIST = (
    RosterRow(row=1, name="Саидов Алӣ", document="DEMO 4400981", **BORN),
    RosterRow(row=2, name="Назарова Ситора", **BORN),
    RosterRow(row=3, name="Раҳимов Фирӯз"),
    RosterRow(row=4, name="Раҳимов Фирӯз"),
)
PLACE, DEVICE = "Isolator No. 1, Dushanbe", "a secret the browser keeps"


@pytest.fixture(autouse=True)
def stolen(settings, tmp_path) -> KeyRing:
    """The ring as somebody took it away, before any turn."""
    settings.KEY_RING_FILE = tmp_path / "keys.json"
    return ring()


def turn(now) -> None:
    begin_layer(at=now)
    list(lay_over())
    finish_layer(at=now)


def test_a_digest_keeps_its_length_and_is_found_in_every_form(now):
    before = vault.blind("roster", "x")
    turn(now)
    turn(now)

    forms = vault.blind_forms("roster", "x")
    assert [form[:3] for form in forms[1:]] == ["t01", "t02"]
    assert {len(form) for form in forms} == {32}
    assert (forms[0], forms[-1]) == (before, vault.blind("roster", "x"))
    assert vault.forms_from(forms[1]) == forms[1:]
    assert vault.forms_from("")[-1] == ""
    assert vault.blind("held", "x")[3:] != forms[-1][3:]


def test_whoever_holds_the_keys_of_before_can_make_no_digest_of_after(now, stolen):
    turn(now)

    theirs = hmac.digest(vault._index_key(stolen.index, "roster"), b"x", "sha256")[:16].hex()
    assert theirs == vault.blind_forms("roster", "x")[0] != vault.blind("roster", "x")
    assert ring().index == stolen.index
    assert not set(ring().layers.values()) & {stolen.index, *stolen.masters.values()}


@pytest.fixture
def sent(raid, cast, now) -> Callable[[], int]:  # noqa: F811
    """Send the list; gives how many were new."""
    return lambda: import_roster(operation=raid, rows=LIST, by=cast.zarina, at=now).new


def test_at_every_step_a_list_sent_again_brings_nobody_back_who_declined_or_was_corrected(raid, sent, cast, now):  # noqa: F811
    assert sent() == len(LIST)
    declined, corrected = RosterEntry.objects.order_by("row")[:2]
    set_roster_status(entry=declined, status="declined", by=cast.zarina, at=now)
    correct_line(entry=corrected, line=known("Назарова Гулнора"), by=cast.zarina, at=now)

    begin_layer(at=now)
    assert (sent(), count_already_on(raid, LIST)) == (0, len(LIST)), "the key is there, nothing is under it yet"
    list(lay_over())
    assert (sent(), count_already_on(raid, LIST)) == (0, len(LIST))
    finish_layer(at=now)
    turn(now)

    assert sent() == 0
    assert {each.digest[:3] for each in RosterEntry.objects.all()} == {"t02"}
    corrected.refresh_from_db()
    assert [each[:3] for each in corrected.former_digests] == ["t02"]


def test_a_correction_in_the_middle_keeps_the_old_spelling_under_the_new_key(sent, cast, now):
    sent()
    begin_layer(at=now)
    second = RosterEntry.objects.get(row=2)
    correct_line(entry=second, line=known("Назарова Гулнора"), by=cast.zarina, at=now)
    list(lay_over())

    second.refresh_from_db()
    assert [each[:3] for each in (second.digest, *second.former_digests)] == ["t01", "t01"]
    assert sent() == 0


def test_a_correction_of_anything_else_in_the_middle_is_no_former_spelling(sent, cast, now):
    sent()
    begin_layer(at=now)
    entry = RosterEntry.objects.get(row=1)

    held = correct_line(entry=entry, line=replace(known(), row=replace(LIST[0], sex="male")), by=cast.zarina, at=now)

    assert held.former_digests == []


def test_a_victim_and_a_suspect_in_one_place_are_noticed_whenever_each_was_recorded(criminal, accused, cast, now):  # noqa: F811
    today = date(2026, 11, 16)
    person = register_person(given=PersonGiven(names=(("Гулбаҳор", "self"),)), by=cast.zarina, at=now)
    case = open_case(person=person, track="adult", by=cast.zarina, at=now)
    given = PenaltyGiven(kind="detention", on=today, authority="police", place=PLACE)
    record_penalty(case=case, given=given, by=cast.zarina, at=now)
    turn(now)

    hold_defendant(defendant=accused(criminal()), place=PLACE, on=today, by=cast.jamshed, at=now)

    assert keys_of_places() == [vault.blind("held", place_key(PLACE))]
    turn(now)
    assert keys_of_places() == [vault.blind("held", place_key(PLACE))]


def keys_of_places() -> list[str]:
    return sorted({each.get().held_key for each in (Penalty.objects, Defendant.objects)})


def test_a_known_device_and_a_printed_code_stay_good_and_nothing_is_taken_twice(cast, now):
    recognise(secret=DEVICE, described="Firefox", by=cast.zarina, at=now)
    codes = print_sheet(cast.zarina, printed_by=None, length=3, at=now)
    begin_layer(at=now)
    assert known_mark(name="zarina", secret=DEVICE)
    assert prove_code(cast.zarina, codes[0], at=now)
    list(lay_over())

    recognise(secret=DEVICE, described="Firefox", by=cast.zarina, at=now)

    assert known_mark(name="zarina", secret=DEVICE) == KnownDevice.objects.get().mark
    assert (prove_code(cast.zarina, codes[0], at=now), prove_code(cast.zarina, codes[1], at=now)) == ("", "sheet")
    assert {each.mark[:3] for each in RecoveryCode.objects.all()} == {"t01"}


def test_the_same_file_is_not_added_twice_before_and_after(cast, now):
    person = register_person(given=PersonGiven(names=(("Гулбаҳор", "self"),)), by=cast.nigina, at=now)
    case = open_case(person=person, track="adult", by=cast.nigina, at=now)
    add_attachment(case=case, kind="other", label="", content=jpeg(), by=cast.nigina, at=now)
    begin_layer(at=now)

    for step in ("the key is there", "it is laid over"):
        with pytest.raises(Conflict, match="already"):
            add_attachment(case=case, kind="other", label="", content=jpeg(), by=cast.nigina, at=now)
        assert list(lay_over()), step


def test_a_page_that_showed_words_before_the_turn_knows_them_after_it(now):
    shown = mark_of_words("she came back")
    begin_layer(at=now)

    assert is_mark_of(shown, "she came back") is is_mark_of(mark_of_words("she came back"), "she came back") is True
    assert not is_mark_of(shown, "she left")


def test_what_was_broken_off_goes_on_and_takes_no_second_key(sent, now, monkeypatch):
    monkeypatch.setattr(laying, "AT_ONCE", 2)
    sent()
    layer = begin_layer(at=now)
    next(lay_over())

    assert begin_layer(at=now) == layer
    assert list(lay_over())[-1] == len(LIST)
    assert list(lay_over()) == [0], "whoever is under it is not done twice"
    finish_layer(at=now)
    assert begin_layer(at=now) != layer


def test_a_copy_of_before_the_turn_that_was_put_back_is_found_and_then_brought_under_it(sent, now):
    sent()
    before = dict(RosterEntry.objects.values_list("pk", "digest"))
    turn(now)
    turn(now)
    for pk, digest in before.items():
        RosterEntry.objects.filter(pk=pk).update(digest=digest)

    assert sent() == 0
    list(lay_over())
    assert {each.digest[:3] for each in RosterEntry.objects.all()} == {"t02"}


def test_no_record_is_left_out(sent, cast, now):
    """Every field of digests that may stand under the first key is named by its record, or here with the reason."""
    not_laid_over = {
        ("PersonKey", "digest"),  # made anew: test_index_key
        ("Brake", "mark"),  # counts begin anew with the turn, and are forgotten within a day
        ("OpenSession", "device"),  # ends within the day; compared by `forms_from`
        ("OpenSession", "session_key"),  # not a digest
    }
    fields = {
        (kind.__name__, each.name)
        for kind in apps.get_models()
        for each in kind._meta.get_fields()
        if (isinstance(each, CharField) and each.max_length == 32 and not each.choices)
        or (isinstance(each, JSONField) and "digest" in each.name)
    }
    named = {(kind.__name__, name) for kind in laying.keyed_models() for name in kind.KEYED}

    assert named <= fields
    assert fields - named - not_laid_over == set()


def test_each_step_is_in_the_ledger_without_a_key(sent, now, stolen):
    sent()
    turn(now)

    lines = list(LedgerEntry.objects.order_by("seq"))[-2:]
    assert [each.act for each in lines] == ["begin_index_layer", "finish_index_layer"]


def test_a_ring_of_before_layers_is_read(stolen):
    text = stolen.to_text().replace(' "layers": {},', "").replace(',\n "laid": ""', "")

    assert KeyRing.from_text(text) == stolen
    assert KeyRing.from_text(ring().with_next_layer().all_laid().to_text()).laid


def test_the_command_turns_both(sent, now, capsys):
    sent()
    assert main(["keys", "turn-index", "--wait", "0"]) == 0

    assert f"{len(LIST)} lines of lists" in capsys.readouterr().err
    assert {each.digest[:3] for each in RosterEntry.objects.all()} == {"t01"}
