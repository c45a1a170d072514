"""People on a list who may be on record: proposed by machine, decided by an officer, and a secret to everybody else."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from panoh.registry import vault
from panoh.registry.actions import PersonGiven, open_case, register_person
from panoh.registry.models import Case, LedgerEntry, Person
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder
from panoh.screening.actions import (
    begin_screening,
    decide_match,
    import_roster,
    open_operation,
    record_agreement,
    set_roster_status,
    tell_conditions,
)
from panoh.screening.models import Finding, Operation, RosterEntry, RosterMatch, Screening
from panoh.screening.queries import worklist
from panoh.screening.queries.matches import comparison, matches_for, to_compare
from panoh.screening.queries.roster import roster_page
from panoh.screening.rules.roster import RosterRow

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 16)
CANARY = "Канарейкин"


@pytest.fixture
def flight(cast, now) -> Operation:
    return open_operation(kind="flight", title="DEMO 632", on=DAY, by=cast.zarina, at=now)


@pytest.fixture
def on_record(cast, now):
    """Puts somebody on record at the desk of an officer (another one than Zarina's)."""

    def put(name: str, born: str = "1990-05-31", *, number: str = "", sex: str = "unknown", by=None) -> Person:
        year = int(born[:4]) if born else None
        papers = (("passport", number),) if number else ()
        given = PersonGiven(
            names=((name, "passport"),), birth_date=born, born_from=year, born_to=year, sex=sex, documents=papers
        )
        person = register_person(given=given, by=by or cast.behruz, at=now)
        open_case(person=person, track="adult", by=by or cast.behruz, at=now)
        return person

    return put


@pytest.fixture
def take(flight, cast, now):
    return lambda *rows: import_roster(operation=flight, rows=rows, by=cast.zarina, at=now)


def row(number: int, name: str, born: str = "1990-05-31", **more) -> RosterRow:
    year = int(born[:4]) if born else None
    return RosterRow(number, name, birth_date=born, born_from=year, born_to=year, **more)


def proposed() -> list[tuple[int, str]]:
    return list(RosterMatch.objects.order_by("entry__row").values_list("entry__row", "strength"))


@pytest.mark.parametrize(
    ("known", "listed"),
    [
        ("Ҷӯраева Муҳаббат", "MUKHABBAT DZHURAEVA"),
        ("Раҳимов Фирӯз Каримович", "Rahimzoda Firuz"),
        ("محمد رحیمی", "Муҳаммад Раҳимӣ"),
        ("Saidov Jamshed", "Саидов Љамшед"),
    ],
)
def test_the_same_name_in_another_script_with_the_same_birth_date_is_proposed(on_record, take, known, listed):
    on_record(known)

    result = take(row(2, listed))

    assert result.to_compare == 1
    assert proposed() == [(2, "strong")]


def test_the_same_paper_is_proposed_whatever_name_stands_beside_it_and_never_taken_for_certain(on_record, take):
    on_record("Саидов Алӣ", number="A 4012345", sex="male")

    take(row(2, "Назарова Зебо", "1971-01-02", document="a4012345", sex="female"))

    match = RosterMatch.objects.get()
    assert (match.strength, match.state, match.entry.case) == ("paper", "proposed", None)


@pytest.mark.parametrize(
    ("listed", "more"),
    [
        (("Саидов Алӣ", "1985-05-31"), {}),
        (("Саидов Алӣ", "1990-11-02"), {}),
        (("Саидова Алия", "1990-05-31"), {"sex": "female"}),
        (("Назаров Салим", "1990-05-31"), {}),
        (("Алӣ", ""), {}),
    ],
    ids=["another year", "another day", "a woman", "another name", "one name alone"],
)
def test_who_only_shares_something_is_not_proposed(on_record, take, listed, more):
    on_record("Саидов Алӣ", sex="male")

    take(row(2, *listed, **more))

    assert proposed() == []


@pytest.mark.parametrize("born", ["1990-01-01", "1990-05-30", "1991-05-31", "1990"])
def test_a_birth_date_that_may_be_guessed_or_mistyped_is_proposed_as_likely(on_record, take, born):
    on_record("Саидов Алӣ Назарович")

    take(row(2, "Saidov Ali Nazarovich", born))

    assert proposed() == [(2, "likely")]


def test_day_and_month_that_changed_places_are_found(on_record, take):
    on_record("Саидов Алӣ", "1990-05-03")

    take(row(2, "Saidov Ali", "1990-03-05"))

    assert proposed() == [(2, "likely")]


def test_twins_are_never_made_one_by_machine(on_record, take):
    on_record("Саидов Ҳасан", "2001-05-31")

    take(row(2, "Саидов Ҳусейн", "2001-05-31"), row(3, "Саидов Ҳасан", "2001-05-31"))

    assert (3, "strong") in proposed()
    assert (2, "strong") not in proposed()
    assert not RosterMatch.objects.exclude(state="proposed").exists()
    assert not RosterEntry.objects.exclude(case=None).exists()


def test_at_most_five_are_proposed_for_one_line_the_likeliest_first(on_record, take):
    for number in range(7):
        on_record("Саидов Алӣ", number=f"DEMO{number}")

    take(row(2, "Ali Saidov", document="DEMO6"))

    assert [strength for _, strength in proposed()].count("strong") == 4
    assert len(proposed()) == 5
    assert RosterMatch.objects.filter(strength="paper").count() == 1


def test_a_list_sent_again_proposes_nobody_again(on_record, take):
    on_record("Саидов Алӣ")
    take(row(2, "Ali Saidov"))

    again = take(row(2, "Ali Saidov"))

    assert (again.new, len(proposed())) == (0, 1)


def test_the_names_read_to_compare_stand_in_the_ledger_by_number(on_record, take):
    on_record("Саидов Алӣ")

    take(row(2, "Ali Saidov"))

    line = LedgerEntry.objects.filter(act="import_roster").latest("seq")
    assert line.fields == ["names", "birth_date"]
    assert (line.detail["compared"], line.detail["to_compare"]) == (1, 1)


# who learns of it


def test_whoever_may_not_see_the_case_sees_the_same_pages_as_if_there_were_none(client, on_record, take, flight, cast):
    take(row(2, "Ali Saidov"))
    client.force_login(cast.zarina)
    address = reverse("screening:operation", args=[flight.pk])
    before = client.get(address).content.decode()
    person = on_record("Саидов Алӣ")
    RosterMatch.objects.create(
        entry=RosterEntry.objects.get(), person=person, strength="strong", proposed_at=flight.opened_at
    )

    after = client.get(address).content.decode()

    assert strip_tokens(after) == strip_tokens(before)
    assert list(matches_for(cast.zarina)) == []
    assert client.get(reverse("screening:compare", args=[RosterEntry.objects.get().pk])).status_code == 403
    assert client.get("/api/exchange/matches").json() == []


def strip_tokens(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line and "nonce" not in line]


def test_the_desk_whose_case_it_is_compares_itself(on_record, take, cast):
    on_record("Саидов Алӣ", by=cast.zarina)
    take(row(2, "Ali Saidov"))

    assert matches_for(cast.zarina).count() == 1
    assert matches_for(cast.behruz).count() == 0


@pytest.mark.parametrize("name", ["davlat", "rustam", "shahlo", "parvina", "jamshed", "firuza", "alisher", "safar"])
def test_a_post_that_compares_nobody_sees_none(on_record, take, cast, name):
    on_record("Саидов Алӣ")
    take(row(2, "Ali Saidov"))

    assert not matches_for(getattr(cast, name)).exists()


def test_the_intake_desk_finds_them_in_its_work_and_sees_both_sides_with_reasons(client, on_record, take, cast, now):
    on_record("Саидов Алӣ", number="A 77")
    take(row(2, "Ali Saidov"))
    client.force_login(cast.nigina)

    assert [item.why for item in worklist(cast.nigina, now=now).items] == ["1 pair is waiting"]
    page = client.get(reverse("screening:compare", args=[RosterEntry.objects.get().pk])).content.decode()

    for shown in ("Ali Saidov", "Саидов Алӣ", "A 77", "1990-05-31", "the same day of birth", "the same name"):
        assert shown in page
    line = LedgerEntry.objects.latest("seq")
    assert (line.act, line.detail["people"], line.purpose) == ("compare_people", 2, "comparison")


def test_the_queue_names_nobody(client, on_record, take, cast):
    on_record(f"{CANARY} Алӣ")
    take(row(2, f"{CANARY} Али"))
    client.force_login(cast.nigina)

    page = client.get(reverse("screening:matches")).content.decode()

    assert "row 2" in page
    assert CANARY not in page


def test_nothing_of_anybody_stands_in_a_log_or_an_address(client, on_record, take, cast, caplog):
    on_record(f"{CANARY} Алӣ")
    take(row(2, f"{CANARY} Али"))
    client.force_login(cast.nigina)
    match = RosterMatch.objects.get()

    answer = client.post(reverse("screening:decide_match", args=[match.pk]), {"state": "what", "seen": "proposed"})

    assert answer.status_code == 422
    assert CANARY not in answer.content.decode() + caplog.text + reverse("screening:compare", args=[match.entry_id])
    assert CANARY not in str(list(LedgerEntry.objects.values()))


# deciding


@pytest.fixture
def match(on_record, take) -> RosterMatch:
    on_record("Саидов Алӣ")
    take(row(2, "Ali Saidov"))
    return RosterMatch.objects.get()


def decide(match, state, by, at, seen=None):
    return decide_match(match=match, state=state, seen=seen or match.state, by=by, at=at)


def test_a_decision_is_kept_with_who_and_when_and_can_be_undone(match, cast, now):
    same = decide(match, "same", cast.nigina, now)
    undone = decide(same, "undone", cast.nigina, now)

    assert (same.decided_by, same.decided_at, undone.state) == (cast.nigina, now, "undone")
    assert to_compare(cast.nigina).object_list[0] == match
    assert [line.detail["state"] for line in LedgerEntry.objects.filter(act="decide_match")] == ["same", "undone"]


def test_who_cannot_tell_leaves_it_open(match, cast, now):
    decide(match, "unsure", cast.nigina, now)

    assert len(to_compare(cast.nigina)) == 1


def test_of_two_officers_the_second_is_told_what_the_first_decided(match, cast, now):
    decide(match, "other", cast.nigina, now)

    with pytest.raises(Conflict, match="someone else"):
        decide(match, "same", cast.nigina, now, seen="proposed")


def test_nobody_is_two_people(on_record, take, cast, now):
    on_record("Саидов Алӣ")
    on_record("Saidov Ali")
    take(row(2, "Ali Saidov"))
    one, other = RosterMatch.objects.all()
    decide(one, "same", cast.nigina, now)

    with pytest.raises(Conflict):
        decide(other, "same", cast.nigina, now)


def test_whoever_may_not_see_the_match_decides_nothing(match, cast, now):
    for officer in (cast.zarina, cast.davlat, cast.safar):
        with pytest.raises(NotPermitted):
            decide(match, "same", officer, now)

    assert RosterMatch.objects.get().state == "proposed"


def test_a_presumed_victim_moves_up_in_the_queue_without_a_word_why_and_down_again(match, cast, now):
    case = Case.objects.get(person=match.person)
    screening = Screening.objects.create(
        case=case, track="adult", agreed_at=now, desk=case.desk, started_by=cast.behruz, started_at=now
    )
    Finding.objects.create(
        screening=screening, outcome="TIP_POSSIBLE", presumed=True, provisional=False, at=now, by=cast.behruz
    )

    same = decide(match, "same", cast.nigina, now)
    entry = RosterEntry.objects.get()
    assert (entry.urgency, entry.because) == (2, [])

    decide(same, "undone", cast.nigina, now)
    assert RosterEntry.objects.get().urgency == 0


def test_the_line_says_to_nobody_through_the_api_that_the_person_is_on_record_or_was_presumed(
    client, on_record, take, cast, now
):
    on_record("Саидов Алӣ", number="DEMO 123456")
    take(row(2, "Саидов Алӣ", document="DEMO 123456"), row(3, "Саидов Карим", document="DEMO 9"))
    RosterEntry.objects.filter(row=2).update(urgency=2)  # an officer recognised somebody presumed before
    client.force_login(cast.zarina)

    one, other = (client.get(f"/api/screening/roster/{each.pk}").json() for each in RosterEntry.objects.order_by("row"))

    assert "person" not in one["said"]
    assert one["said"].keys() == other["said"].keys()
    assert (one["urgency"], one["because"]) == (other["urgency"], other["because"]) == (0, [])


def agreed(entry: RosterEntry, by, at) -> Case:
    screening = begin_screening(roster_entry=entry, by=by, at=at)
    tell_conditions(
        screening=screening, private_place=True, language="tg", interpreter=False, track="adult", by=by, at=at
    )
    return record_agreement(screening=screening, by=by, at=at)


def test_an_interview_with_a_recognised_person_goes_on_in_their_case(on_record, take, cast, now):
    person = on_record("Саидов Алӣ", by=cast.zarina)
    take(row(2, "Ali Saidov"))
    decide(RosterMatch.objects.get(), "same", cast.zarina, now)

    case = agreed(RosterEntry.objects.get(), cast.zarina, now)

    assert case.person == person
    assert Person.objects.count() == Case.objects.count() == 1
    assert vault.unseal(person)["names"] == [{"text": "Саидов Алӣ", "source": "passport"}]


def test_a_desk_that_may_not_see_the_case_holds_its_interview_in_one_of_its_own(match, cast, now):
    decide(match, "same", cast.nigina, now)

    case = agreed(RosterEntry.objects.get(), cast.zarina, now)

    assert case.person != match.person
    assert RosterMatch.objects.get().state == "same"


def test_a_person_recognised_is_not_undone_after_the_interview_in_their_case(on_record, take, cast, now):
    on_record("Саидов Алӣ", by=cast.zarina)
    take(row(2, "Ali Saidov"))
    same = decide(RosterMatch.objects.get(), "same", cast.zarina, now)
    agreed(RosterEntry.objects.get(), cast.zarina, now)

    with pytest.raises(OutOfOrder):
        decide(same, "undone", cast.zarina, now)


def test_until_somebody_decided_the_interview_is_with_somebody_new(on_record, take, cast, now):
    person = on_record("Саидов Алӣ", number="A 77", by=cast.zarina)
    take(row(2, "Ali Saidov", document="A77"))

    assert agreed(RosterEntry.objects.get(), cast.zarina, now).person != person


def test_whoever_declines_leaves_no_link_to_anybody_on_record(match, cast, now):
    entry = match.entry
    set_roster_status(entry=entry, status="declined", by=cast.zarina, at=now)

    assert not RosterMatch.objects.exists()


def test_the_roster_line_leads_whoever_may_see_it_to_the_comparison(match, flight, cast, now):
    assert [each.to_compare for each in roster_page(cast.nigina, flight.pk, at=now).people] == [True]
    assert [each.to_compare for each in roster_page(cast.zarina, flight.pk, at=now).people] == [False]


def test_the_reasons_are_found_again_and_not_kept(match, cast, now):
    shown = comparison(cast.nigina, match.entry_id, at=now)

    assert shown.candidates[0].reasons[0].words == "the same day of birth"
    assert {field.name for field in RosterMatch._meta.get_fields()} == {
        "id", "entry", "person", "strength", "state", "proposed_at", "decided_by", "decided_at"
    }  # fmt: skip
