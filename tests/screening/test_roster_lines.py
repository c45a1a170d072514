"""A roster by hand: somebody is added with only what is known, is not doubled, and nothing corrected is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.registry import ledger, vault
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.screening.actions import (
    begin_screening,
    call_next,
    correct_line,
    decline,
    import_roster,
    join_lines,
    part_lines,
    set_roster_status,
)
from panoh.screening.models import RosterEntry
from panoh.screening.queries.coverage import coverage_of
from panoh.screening.queries.lines import line_page
from panoh.screening.queries.reading import mark_of
from panoh.screening.queries.removals import removals_ahead
from panoh.screening.rules import Answer
from panoh.screening.rules.roster import RosterRow
from panoh.screening.rules.urgency import WEIGHTS
from tests.screening.rosters import DAY, LEFT, known

pytestmark = pytest.mark.django_db
COAT = "woman about 30, red coat"


def test_a_working_description_is_sealed_and_names_nobody_in_the_ledger(add):
    entry = add(known(description=COAT, sex="female"))

    assert vault.unseal(entry)["description"] == COAT
    assert COAT not in str(list(LedgerEntry.objects.values_list("detail", "subject")))
    assert COAT not in str([RosterEntry.objects.values().get()[each] for each in ("answers", "because", "digest")])


def test_people_not_yet_spoken_to_count_from_the_first_minute(raid, people, now):
    people(12)

    assert (coverage_of(raid, now=now).total, coverage_of(raid, now=now).number("to_screen")) == (12, 12)
    assert list(RosterEntry.objects.order_by("row").values_list("row", flat=True)) == list(range(1, 13))


@pytest.mark.parametrize("number", [0, 501])
def test_a_number_out_of_reach_is_refused_and_adds_nobody(people, number):
    with pytest.raises(Refused):
        people(number)

    assert not RosterEntry.objects.exists()


def test_the_same_paper_names_the_line_where_the_person_stands(add):
    first = add(known("Саидов Алӣ", document="A 123"))

    with pytest.raises(Conflict, match="line 1") as refused:
        add(known("Ali Saidov", document="a-123"), another=True)

    assert refused.value.subject == f"roster:{first.pk}"
    assert RosterEntry.objects.count() == 1


def test_a_namesake_is_asked_about_and_then_added(add):
    add(known("Саидов Алӣ"))

    with pytest.raises(Conflict, match="same name"):
        add(known("саидов алӣ"))
    add(known("саидов алӣ"), another=True)

    assert RosterEntry.objects.count() == 2


def test_a_list_sent_after_a_correction_with_the_old_spelling_doubles_no_one(raid, cast, now):
    row = RosterRow(2, "Саидов Алӣ", document="A 123")
    import_roster(operation=raid, rows=(row,), by=cast.zarina, at=now)
    entry = RosterEntry.objects.get()
    correct_line(entry=entry, line=known("Саидов Алӣ", document="A 124"), by=cast.zarina, at=now)

    again = import_roster(operation=raid, rows=(row,), by=cast.zarina, at=now)

    assert (again.new, RosterEntry.objects.count()) == (0, 1)


def test_a_correction_keeps_what_stood_there_before_and_the_answers_of_the_list(raid, cast, now):
    row = RosterRow(2, "Саидов Алӣ", document="A 1", answers=(("AL.CD.documents", Answer.YES),))
    import_roster(operation=raid, rows=(row,), by=cast.zarina, at=now)

    correct_line(
        entry=RosterEntry.objects.get(),
        line=known("Саидова Алия", document="A 1", sex="female"),
        by=cast.zarina,
        at=now,
    )

    page = line_page(entry_id=RosterEntry.objects.get().pk, by=cast.zarina, at=now)
    assert page.name == "Саидова Алия"
    assert [was["name"] for was in page.earlier] == ["Саидов Алӣ"]
    assert page.entry.answers == {"AL.CD.documents": "yes"}
    assert page.entry.sex == "female"


def test_of_two_who_correct_one_line_the_second_is_told(add, cast, now):
    entry = add(known(description=COAT))
    seen = mark_of(entry)
    correct_line(entry=entry, line=known("Назарова Ситора"), seen=seen, by=cast.zarina, at=now)

    with pytest.raises(Conflict):
        correct_line(entry=entry, line=known("Раҳимова Мадина"), seen=seen, by=cast.zarina, at=now)


def test_a_paper_found_later_that_stands_on_another_line_is_told(add, cast, now):
    add(known("Саидов Алӣ", document="A 1"))
    unknown = add(known(description=COAT))

    with pytest.raises(Conflict, match="line 1"):
        correct_line(entry=unknown, line=known(document="A 1"), by=cast.zarina, at=now)


def test_a_line_with_an_age_near_eighteen_goes_to_the_children(add):
    entry = add(known(description=COAT, born_from=2005, born_to=2010))

    assert entry.because == ["child"]


def test_two_lines_of_one_person_count_once_and_can_be_taken_apart(raid, people, cast, now):
    kept, other = people(2)
    set_roster_status(entry=other, status="moved_on", told=LEFT, by=cast.zarina, at=now)

    joining = join_lines(kept=kept, other=other, by=cast.zarina, at=now)
    assert coverage_of(raid, now=now).total == 1

    part_lines(joining=joining, by=cast.zarina, at=now)
    assert coverage_of(raid, now=now).number("moved_on") == 1
    assert coverage_of(raid, now=now).total == 2
    with pytest.raises(Conflict):
        part_lines(joining=joining, by=cast.zarina, at=now)
    assert ledger.verify().whole


def test_whoever_declines_leaves_no_name_on_lines_joined_to_theirs_either(raid, add, cast, now):
    kept, second, third = (add(known(name, contact=name)) for name in ("Саидов Алӣ", "Saidov Ali", "Ali S."))
    join_lines(kept=second, other=third, by=cast.zarina, at=now)
    join_lines(kept=kept, other=second, by=cast.zarina, at=now)
    talk = begin_screening(roster_entry=kept, by=cast.zarina, at=now)

    decline(screening=talk, reason="not_now", by=cast.zarina, at=now)

    lines = RosterEntry.objects.all()
    assert [vault.unseal(each) for each in lines] == [{}, {}, {}]
    assert sorted(each.status for each in lines) == ["declined", "joined", "joined"]
    assert coverage_of(raid, now=now).total == 1


def test_the_hurry_of_a_joined_line_and_its_day_of_removal_pass_to_the_one_that_stays(add, cast, now):
    kept = add(known("Саидов Алӣ", answers=(("alone", Answer.YES),)))
    other = add(known("Ali S.", removal_on=DAY + timedelta(days=1), answers=(("in_danger", Answer.YES),)))

    join_lines(kept=kept, other=other, by=cast.zarina, at=now)

    kept.refresh_from_db()
    assert (kept.removal_on, kept.because) == (other.removal_on, ["in_danger", "alone"])
    assert kept.urgency == WEIGHTS["in_danger"] + WEIGHTS["alone"]
    assert removals_ahead(cast.zarina, today=DAY).get() == kept


def test_a_correction_takes_nobody_out_of_the_place_of_whoever_was_recognised(add, cast, now):
    entry = add(known("Саидов Алӣ"))
    RosterEntry.objects.update(urgency=WEIGHTS["presumed"])  # as decide_match does, without a word why

    corrected = correct_line(entry=entry, line=known("Саидов Алӣ", contact="+992"), by=cast.zarina, at=now)

    assert (corrected.urgency, corrected.because) == (WEIGHTS["presumed"], [])


def test_a_line_with_an_interview_is_not_joined_away(people, cast, now):
    kept, other = people(2)
    begin_screening(roster_entry=other, by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder):
        join_lines(kept=kept, other=other, by=cast.zarina, at=now)


def test_a_joined_line_is_no_longer_called_nor_changed(raid, people, cast, now):
    kept, other = people(2)
    join_lines(kept=kept, other=other, by=cast.zarina, at=now)

    assert call_next(operation=raid, by=cast.zarina, at=now) == kept
    with pytest.raises(OutOfOrder):
        set_roster_status(entry=other, status="joined", told=LEFT, by=cast.zarina, at=now)


def test_no_interview_begins_from_a_joined_line(people, cast, now):
    kept, other = people(2)
    join_lines(kept=kept, other=other, by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder):
        begin_screening(roster_entry=other, by=cast.zarina, at=now)


def test_a_number_names_one_line_whether_it_came_by_hand_or_from_a_list(raid, people, cast, now):
    people(3)

    import_roster(
        operation=raid, rows=(RosterRow(2, "Саидов Алӣ"), RosterRow(3, "Назаров Салим")), by=cast.zarina, at=now
    )

    numbers = list(RosterEntry.objects.values_list("row", flat=True))
    assert len(numbers) == len(set(numbers)) == 5


def test_what_answers_come_to_is_not_shown_on_a_roster_to_a_post_that_reads_no_screenings(raid, cast, now, monkeypatch):
    from panoh.registry import access
    from panoh.screening.queries.roster import roster_page

    signs = (("AL.CD.documents", Answer.YES), ("AL.CD.violence_victim", Answer.YES), ("injured", Answer.YES))
    row = RosterRow(2, "Саидов Алӣ", born_from=1990, born_to=1990, answers=signs)
    import_roster(operation=raid, rows=(row,), by=cast.zarina, at=now)
    (seen,) = roster_page(cast.zarina, raid.pk, at=now).people
    monkeypatch.setitem(access.TABLE, access.Act.READ_SCREENING, {})

    (unseen,) = roster_page(cast.zarina, raid.pk, at=now).people

    assert [each.finding for each in seen.why] == [False, True]
    assert [each.finding for each in unseen.why] == [False]


def test_lines_of_two_operations_are_not_joined(people, cast, now):
    from panoh.screening.actions import add_unnamed, open_operation

    elsewhere = open_operation(kind="camp", title="Camp", on=now.date(), by=cast.zarina, at=now)
    (kept,), (other,) = people(1), add_unnamed(operation=elsewhere, number=1, by=cast.zarina, at=now)

    with pytest.raises(Refused):
        join_lines(kept=kept, other=other, by=cast.zarina, at=now)


def test_another_desk_adds_nobody(raid, cast, now):
    from panoh.screening.actions import add_person

    with pytest.raises(NotPermitted):
        add_person(operation=raid, line=known("Саидов Алӣ"), by=cast.behruz, at=now)
