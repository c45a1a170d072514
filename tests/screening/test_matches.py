"""People on a list who may be on record: proposed by machine, decided by an officer, and a secret to everybody else."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.registry.models import LedgerEntry
from panoh.screening.models import RosterEntry, RosterMatch
from panoh.screening.queries import worklist
from panoh.screening.queries.matches import matches_for
from tests.screening.on_record import proposed, row

pytestmark = pytest.mark.django_db
CANARY = "Канарейкин"


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
