"""Operations: everybody on a list stands on the roster once, in a queue nobody is shut out of, and is accounted for."""

from __future__ import annotations

import io
from datetime import date

import pytest

from panoh.exchange.invented_manifest import invented_manifest
from panoh.exchange.manifest import open_manifest
from panoh.instruments.library import screening_instruments
from panoh.registry import ledger, vault
from panoh.registry.actions import PersonGiven, open_case, register_person
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder
from panoh.screening.actions import Told, begin_screening, decline, import_roster, open_operation, set_roster_status
from panoh.screening.models import Operation, RosterEntry
from panoh.screening.queries.coverage import coverage_of
from panoh.screening.queries.operations import operations
from panoh.screening.queries.roster import Show, roster_page, said_of
from panoh.screening.rules import Answer
from panoh.screening.rules.roster import RosterRow

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 16)
YES = Answer.YES
LEFT = Told(moved_to="left", said_by="seen")
SIGNS = (("AL.CD.documents", YES), ("AL.CD.violence_victim", YES))


@pytest.fixture
def flight(cast, now) -> Operation:
    return open_operation(kind="flight", title="DEMO 632", on=DAY, by=cast.zarina, at=now)


@pytest.fixture
def take(flight, cast, now):
    return lambda *rows: import_roster(operation=flight, rows=rows, by=cast.zarina, at=now)


def person(row: int, name: str = "Саидов Алӣ", **more) -> RosterRow:
    return RosterRow(**{"row": row, "name": name, "document": f"DEMO{row:04d}", **more})


def queue(flight, cast, now) -> list[str]:
    return [each.name for each in roster_page(cast.zarina, flight.pk, at=now).people]


def test_a_desk_does_not_open_the_same_operation_twice_on_a_day(flight, cast, now):
    with pytest.raises(Conflict):
        open_operation(kind="flight", title="DEMO 632", on=DAY, by=cast.zarina, at=now)

    assert Operation.objects.count() == 1


def test_a_list_sent_again_in_another_order_and_spelling_doubles_no_one(take):
    take(person(2, "Саидов Алӣ", document="DEMO 0001"), person(3, "Ҷӯраева Муҳаббат", document="DEMO 0002"))

    again = take(person(2, "MUKHABBAT DZHURAEVA", document="demo-0002"), person(3, "Ali Saidov", document="DEMО0001"))

    assert (again.new, again.already_on_roster) == (0, 2)
    assert RosterEntry.objects.count() == 2


def test_a_name_with_its_words_in_another_order_and_the_same_birth_date_is_the_same_person(take):
    take(person(2, "Саидов Алӣ", document="", birth_date="1990-05-31", born_from=1990, born_to=1990))

    again = take(person(9, "алӣ САИДОВ", document="", birth_date="1990-05-31", born_from=1990, born_to=1990))

    assert again.already_on_roster == 1


def test_namesakes_of_whom_nothing_else_is_known_are_both_kept_and_not_doubled_when_sent_again(take):
    first = take(person(2, document=""), person(3, document=""))

    again = take(person(2, document=""), person(3, document=""))

    assert (first.new, again.new, again.already_on_roster) == (2, 0, 2)


def test_the_same_paper_twice_in_one_list_is_one_person(take):
    result = take(person(2, document="DEMO1"), person(3, document="demo 1"))

    assert (result.new, result.already_on_roster) == (1, 1)


def test_children_come_first_then_danger_injury_and_being_alone_then_what_the_answers_show(flight, take, cast, now):
    take(
        person(2, "nothing known"),
        person(3, "answers show signs", born_from=1990, born_to=1990, answers=SIGNS),
        person(4, "alone", answers=(("alone", YES),)),
        person(5, "injured", answers=(("injured", YES),)),
        person(6, "in danger", answers=(("in_danger", YES),)),
        person(7, "child", born_from=2015, born_to=2015),
        person(8, "child alone", born_from=2015, born_to=2015, answers=(("alone", YES),)),
        person(9, "perhaps a child", born_from=2005, born_to=2010),
    )

    assert queue(flight, cast, now) == [
        "child alone", "child", "perhaps a child", "in danger", "injured", "alone", "answers show signs", "nothing known"
    ]  # fmt: skip


def test_no_score_shuts_anyone_out_of_the_queue(flight, take, now):
    take(person(2, answers=(("AL.CD.documents", Answer.NO),)), person(3))

    assert coverage_of(flight, now=now).number("to_screen") == 2


def test_a_row_with_answers_says_why_it_stands_where_it_stands(take):
    result = take(person(2, born_from=1990, born_to=1990, answers=(*SIGNS, ("injured", YES))))

    entry = RosterEntry.objects.get()
    assert (result.scored, result.first) == (1, 1)
    assert entry.because == ["injured", "presumed", "TIP_POSSIBLE"]
    assert entry.instrument == "ilo_ec_adult_labour"
    assert entry.answers == {"AL.CD.documents": "yes", "AL.CD.violence_victim": "yes", "injured": "yes"}


def test_whoever_is_on_record_with_the_same_paper_is_recognised(flight, take, cast, now):
    given = PersonGiven(names=(("Саидов Алӣ", "passport"),), documents=(("passport", "DEMO 0007"),))
    known = register_person(given=given, by=cast.zarina, at=now)
    case = open_case(person=known, track="adult", by=cast.zarina, at=now)

    result = take(person(2, "Ali Saidov", document="demo0007"), person(3, "Назаров Салим"))

    shown = roster_page(cast.zarina, flight.pk, at=now).people
    assert result.known_before == 1
    assert [each.on_record.by_paper for each in shown] == [(case,), ()]


def test_a_name_alike_is_a_hint_and_never_a_match(flight, take, cast, now):
    given = PersonGiven(names=(("Ҷӯраева Муҳаббат", "passport"),))
    case = open_case(person=register_person(given=given, by=cast.zarina, at=now), track="adult", by=cast.zarina, at=now)

    result = take(person(2, "MUHABBAT JURAEVA"))

    (shown,) = roster_page(cast.zarina, flight.pk, at=now).people
    assert result.known_before == 0
    assert (shown.on_record.by_paper, shown.on_record.by_name) == ((), (case,))


def test_an_import_that_fails_leaves_nothing(flight, cast, now):
    def rows():
        yield person(2)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        import_roster(operation=flight, rows=rows(), by=cast.zarina, at=now)

    assert not RosterEntry.objects.exists()


def test_an_import_is_one_line_in_the_ledger_with_counts_and_without_names(flight, cast, now):
    import_roster(operation=flight, rows=(person(2), person(3)), file_digest="abc", by=cast.zarina, at=now)

    line = LedgerEntry.objects.latest("seq")
    assert (line.act, line.subject) == ("import_roster", f"operation:{flight.pk}")
    assert line.detail == {
        "file": "abc",
        "new": 2,
        "already": 0,
        "known": 0,
        "compared": 0,
        "to_compare": 0,
        "scored": 0,
    }
    assert ledger.verify().whole


def test_showing_the_names_of_a_roster_is_one_line_in_the_ledger(flight, take, cast, now):
    take(person(2), person(3))

    roster_page(cast.zarina, flight.pk, at=now)

    line = LedgerEntry.objects.latest("seq")
    assert (line.act, line.fields, line.detail) == ("read_roster", ["names", "documents"], {"people": 2, "rows": "2-3"})


def test_another_desk_neither_sees_nor_changes_an_operation(flight, take, cast, now):
    take(person(2))

    for attempt in (
        lambda: roster_page(cast.behruz, flight.pk, at=now),
        lambda: import_roster(operation=flight, rows=(person(3),), by=cast.behruz, at=now),
        lambda: set_roster_status(
            entry=RosterEntry.objects.get(), status="moved_on", told=LEFT, by=cast.behruz, at=now
        ),
    ):
        with pytest.raises(NotPermitted):
            attempt()
    assert [line.operation for line in operations(cast.nigina, now=now)] == [flight]


@pytest.mark.parametrize("name", ["safar", "alisher", "shahlo", "jamshed", "davlat"])
def test_who_may_not_run_operations_opens_none(name, cast, now):
    with pytest.raises(NotPermitted):
        open_operation(kind="flight", title="DEMO 1", on=DAY, by=getattr(cast, name), at=now)

    assert LedgerEntry.objects.latest("seq").act == "open_operation.refused"


def test_coverage_always_adds_up(flight, take, cast, now):
    take(*(person(row) for row in range(2, 12)))
    moves = ["moved_on", "again", "screened", "declined", "declined"]
    for entry, status in zip(RosterEntry.objects.order_by("row"), moves, strict=False):
        set_roster_status(entry=entry, status=status, told=LEFT, by=cast.zarina, at=now)

    found = coverage_of(flight, now=now)

    assert [found.number(each) for each in ("to_screen", "again", "screened", "declined", "moved_on")] == [
        5,
        1,
        1,
        2,
        1,
    ]
    assert found.total == RosterEntry.objects.count() == 10


def test_whoever_declines_leaves_nothing_that_names_them_and_a_list_sent_again_does_not_bring_them_back(
    flight, take, cast, now
):
    take(person(2, sex="female", nationality="TJ", born_from=1990, born_to=1990, answers=SIGNS))
    set_roster_status(entry=RosterEntry.objects.get(), status="declined", by=cast.zarina, at=now)

    again = take(person(2, sex="female", nationality="TJ", born_from=1990, born_to=1990, answers=SIGNS))

    entry = RosterEntry.objects.get()
    assert again.new == 0
    assert vault.unseal(entry) == {}
    assert (entry.sex, entry.nationality, entry.status) == ("female", "TJ", "declined")
    assert (entry.row, entry.answers, entry.because, entry.born_from) == (0, {}, [], None)
    assert roster_page(cast.zarina, flight.pk, show=Show.SCREENED, at=now).people == ()


def test_of_two_officers_who_change_one_person_the_second_is_told(take, cast, now):
    take(person(2))
    stale = RosterEntry.objects.get()
    set_roster_status(entry=RosterEntry.objects.get(), status="moved_on", told=LEFT, by=cast.zarina, at=now)

    with pytest.raises(Conflict):
        set_roster_status(entry=stale, status="again", by=cast.zarina, at=now)


def test_what_a_person_declined_cannot_be_set_otherwise(take, cast, now):
    take(person(2))
    declined = set_roster_status(entry=RosterEntry.objects.get(), status="declined", by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder):
        set_roster_status(entry=declined, status="to_screen", by=cast.zarina, at=now)


def test_the_interview_can_begin_from_what_the_list_says(take, cast, now):
    take(person(2, sex="male", birth_date="1990-05-31", born_from=1990, born_to=1990, contact="+992"))

    given = said_of(RosterEntry.objects.get(), viewer=cast.zarina, at=now)

    assert given.names == (("Саидов Алӣ", "list"),)
    assert (given.birth_date, given.documents) == ("1990-05-31", (("paper on the list", "DEMO0002"),))
    assert LedgerEntry.objects.latest("seq").act == "read_roster"


def test_a_thousand_invented_people_are_imported_once(flight, cast, now):
    manifest = invented_manifest(1000, seed=3, on=DAY)

    def rows():
        read = open_manifest(io.BytesIO(manifest.content), on=DAY, instruments=screening_instruments())
        return (line.person for line in read.lines if line.person)

    first = import_roster(operation=flight, rows=rows(), by=cast.zarina, at=now)
    again = import_roster(operation=flight, rows=rows(), by=cast.zarina, at=now)

    assert (first.new, first.already_on_roster) == (manifest.sound, 0)
    assert (again.new, again.already_on_roster) == (0, manifest.sound)


def test_a_roster_page_takes_the_same_number_of_queries_for_two_people_and_for_fifty(
    flight, take, cast, now, django_assert_max_num_queries
):
    take(person(2))
    with django_assert_max_num_queries(17):
        roster_page(cast.zarina, flight.pk, at=now)
    take(*(person(row) for row in range(3, 80)))

    with django_assert_max_num_queries(17):
        roster_page(cast.zarina, flight.pk, at=now)


def test_an_adult_on_a_roster_who_declines_the_interview_leaves_no_name_there(flight, take, cast, now):
    take(person(2, sex="female", born_from=1990, born_to=1990))
    screening = begin_screening(roster_entry=RosterEntry.objects.get(), by=cast.zarina, at=now)

    decline(screening=screening, sex="female", nationality="TJ", reason="not_now", by=cast.zarina, at=now)

    entry = RosterEntry.objects.get()
    assert (entry.status, entry.sealed, entry.born_from) == ("declined", None, None)
    assert coverage_of(flight, now=now).number("declined") == 1


def test_whoever_was_screened_and_declines_a_second_talk_stays_counted_as_screened(flight, take, cast, now):
    take(person(2))
    case = open_case(
        person=register_person(given=PersonGiven(), by=cast.zarina, at=now), track="adult", by=cast.zarina, at=now
    )
    RosterEntry.objects.update(case=case, status="again")
    screening = begin_screening(roster_entry=RosterEntry.objects.get(), by=cast.zarina, at=now)

    decline(screening=screening, reason="not_now", by=cast.zarina, at=now)

    assert coverage_of(flight, now=now).number("screened") == 1
