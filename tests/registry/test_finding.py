"""Who is found first, among the many who share a name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.registry import access
from panoh.registry.access import Act, Scope
from panoh.registry.actions import PersonGiven, disclose, open_case, record_consent, register_person
from panoh.registry.models import Case
from panoh.registry.queries import finding
from panoh.registry.queries.finding import FoundBy, cases_alike, find_people
from panoh.screening.queries.earlier import earlier_cases

SHE = "Каримова Лола Ахмадовна"


def on_record(name, cast, at, *, by="zarina", documents=(), born="") -> Case:
    officer = cast.officers[by]
    year = int(born[:4]) if born else None
    who = {"names": ((name, "passport"),), "sex": "female", "documents": documents}
    given = PersonGiven(**who, birth_date=born, born_from=year, born_to=year)
    return open_case(person=register_person(given=given, by=officer, at=at), track="adult", by=officer, at=at)


@pytest.mark.parametrize(
    "typed",
    [
        "Szaripowa Churszeda",
        "Sjaripova Choersjeda",
        "Saripova Hurseda",
        "Jurshéda Sharípova",
        "Øàðèïîâà Õóðøåäà",
        "ШAPИПOBA ХУРШЕДА",
    ],
)
def test_a_name_is_found_as_another_country_or_a_wrong_table_writes_it(typed, cast, now):
    hers = on_record("Шарипова Хуршеда", cast, now)
    on_record("Шарипова Зарина", cast, now + timedelta(days=1))

    found = cases_alike(cast.nigina, typed)

    assert [(each.case, each.by) for each in found][:1] == [(hers, FoundBy.NAMES)]


@pytest.mark.parametrize(
    "typed", [SHE, "KARIMOVA LOLA AKHMADOVNA", "Лола Ахмадовна Каримова", "lola karimowa axmadovna"]
)
def test_whoever_shares_the_whole_name_comes_before_all_who_share_parts_of_it(typed, cast, now):
    her = on_record(SHE, cast, now - timedelta(days=900))
    for number in range(60):
        on_record(("Каримова Лола", "Шарипова Лола")[number % 2], cast, now + timedelta(minutes=number))

    first, *others = cases_alike(cast.nigina, typed)

    assert (first.case, first.by, len(others)) == (her, FoundBy.NAMES, finding.MOST_FOUND - 1)


def test_a_part_with_the_initial_of_another_comes_before_one_part_alone(cast, now):
    one_part = on_record("Шарипова Лола", cast, now + timedelta(days=2))
    initial = on_record("Каримова Латофат", cast, now)
    both = on_record("Каримова Лола", cast, now)

    found = [(each.case, each.by) for each in cases_alike(cast.nigina, "Лола Каримова")]

    assert found == [(both, FoundBy.NAMES), (initial, FoundBy.INITIAL), (one_part, FoundBy.ONE_NAME)]


@pytest.mark.parametrize(
    ("number", "typed"),
    [
        ("DEMO 8800001", "demo8800001"),
        ("DEMO 88", "demo 88"),
        ("DEMOLALA", "demolala"),
        ("DEMO 8800001", "ДЕМО8800001"),
        ("ДЕМО 88", "demo 88"),
    ],
)
def test_the_number_of_a_paper_comes_before_every_name(number, typed, cast, now):
    hers = on_record("Каримова Лола", cast, now, documents=(("passport", number),))
    on_record("Каримова Лола", cast, now + timedelta(days=1))

    [found] = cases_alike(cast.nigina, typed)

    assert (found.case, found.by) == (hers, FoundBy.PAPER)


def test_a_desk_finds_its_own_case_behind_however_many_of_other_desks(cast, now, monkeypatch):
    monkeypatch.setattr(finding, "LOOKED_THROUGH", (2, 5, None))
    for number in range(9):
        on_record(SHE, cast, now + timedelta(minutes=number))
    own = on_record("Каримова Лола", cast, now, by="behruz")

    assert [each.case for each in cases_alike(cast.behruz, SHE)] == [own]
    assert len(cases_alike(cast.nigina, SHE)) == 10


@pytest.mark.parametrize(
    "typed", ["Лола Каримова 1990", "karimova lola 02.04.1990", "1990-02-04 Карымова", "Лола 2.4.1990"]
)
def test_of_many_namesakes_the_one_born_then_comes_first(typed, cast, now):
    her = on_record("Каримова Лола", cast, now, born="1990-04-02")
    for number in range(60):
        on_record("Каримова Лола", cast, now + timedelta(minutes=number), born=f"{1950 + number % 30}-04-02")

    first, *others = cases_alike(cast.nigina, typed)

    assert (first.case, first.by) == (her, FoundBy.BORN)
    assert {each.by for each in others} <= {FoundBy.NAMES, FoundBy.INITIAL, FoundBy.ONE_NAME}


def test_a_desk_that_was_shown_no_birth_date_learns_none_by_guessing(cast, now):
    """The name is shown; that she was born in 1990 is not."""
    her = on_record("Каримова Лола", cast, now, born="1990-04-02")
    agreed = {"purpose": "police", "given": True, "language": "tg", "explained": True}
    yes = record_consent(case=her, **agreed, by=cast.zarina, at=now)
    shown = {"to_desk": cast.behruz.desk, "purpose": "police", "consent": yes}
    disclose(case=her, **shown, fields=("names",), by=cast.zarina, at=now)

    for typed in ("Каримова Лола 1990", "Каримова Лола 1991"):
        assert [(each.case, each.by) for each in cases_alike(cast.behruz, typed)] == [(her, FoundBy.NAMES)]


def test_nobody_is_found_by_nothing(cast, now):
    on_record("Каримова Лола", cast, now)

    assert cases_alike(cast.nigina, "–") == ()
    assert not find_people().exists()


def test_an_interview_is_told_of_two_names_alike_and_of_no_single_one(cast, now):
    on_record("Шарипова Лола", cast, now)
    alike = on_record("KARIMOVA LOLA", cast, now)
    same_paper = on_record("Назарова Мадина", cast, now, documents=(("passport", "DEMO 8800002"),))
    case = on_record("Лола Каримова", cast, now, documents=(("passport", "DEMO8800002"),))

    assert [(each, each.by_paper) for each in earlier_cases(case, cast.zarina)] == [(same_paper, True), (alike, False)]


def test_no_post_reads_a_name_where_it_sees_no_case():
    """What the search leaves out by: reach of the name alone."""
    for role, reach in access.TABLE[Act.READ_IDENTITY].items():
        assert access.TABLE[Act.SEE_CASE].get(role, Scope.NONE) is reach
