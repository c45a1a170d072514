"""Finding a case, as officers type and hear references."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.urls import reverse

from panoh.desk.queries import find_cases
from panoh.registry.actions import disclose
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.references import reference_from
from panoh.screening.queries.earlier import earlier_cases
from tests.journeys import ways


@pytest.mark.parametrize("typed", ["7F3K-92QD", "7f3k92qd", " 7f3k 92qd ", "7F3K–92QD"])
def test_a_reference_is_understood_however_it_is_typed(typed):
    assert reference_from(typed) == "7F3K-92QD"


def test_whoever_finds_nothing_reads_what_to_try_next(client, cast):
    client.force_login(cast.zarina)

    page = client.post(reverse("find"), {"text": "zzzz"}).content.decode()

    assert "Nothing your post may see." in page


def test_a_post_that_sees_no_case_is_offered_no_search(client, cast):
    client.force_login(cast.safar)

    page = client.get(reverse("my_work")).content.decode()

    assert reverse("find") not in page
    assert reverse("posts") in page


def found(officer, typed, now) -> list[Case]:
    return [each.case for each in find_cases(officer, text=typed, at=now)]


def shown_with(fields, cast, now):
    """A woman's case, shown to another police desk with these fields and no others."""
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    ways.agrees(way.case, "police", by=cast.zarina, at=now)
    yes, by = way.case.consents.get(purpose="police"), cast.zarina
    disclose(case=way.case, to_desk=cast.behruz.desk, purpose="police", fields=fields, consent=yes, by=by, at=now)
    return way.case


@pytest.mark.parametrize("typed", ["Канареева", "DEMO 7712345"])
def test_a_search_tells_nobody_who_somebody_is_whose_post_reads_no_name(typed, client, cast, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    client.force_login(cast.rustam)

    assert case.reference not in client.post(reverse("find"), {"text": typed}).content.decode()
    assert case.reference in client.post(reverse("find"), {"text": case.reference}).content.decode()
    assert found(cast.zarina, typed, now) == found(cast.nigina, typed, now) == [case]


@pytest.mark.parametrize(
    ("fields", "by_name", "by_paper"),
    [
        ((), False, False),
        (("contact",), False, False),
        (("names", "contact"), True, False),
        (("documents",), False, True),
        (("names", "documents"), True, True),
    ],
)
def test_a_desk_that_was_shown_a_case_finds_it_by_what_it_was_shown(fields, by_name, by_paper, cast, now):
    case = shown_with(fields, cast, now)

    for typed, told in (("Канареева", by_name), ("DEMO 7712345", by_paper), (case.reference, True)):
        assert found(cast.behruz, typed, now) == ([case] if told else []), typed


@pytest.mark.parametrize(("fields", "told"), [((), []), (("names",), [False]), (("names", "documents"), [True])])
def test_nor_does_an_interview_tell_that_its_person_is_in_a_case_shown_without_names(fields, told, cast, now):
    shown_with(fields, cast, now)
    same = ways.interviewed(ways.WOMAN, by=cast.behruz, at=now).case

    assert [each.by_paper for each in earlier_cases(same, cast.behruz)] == told


@pytest.mark.parametrize("typed", ["Канареева", "Kanareeva", "DEMO 7712345", "reference"])
def test_by_api_the_same_is_found_and_the_search_is_on_record_as_the_page_s_is(typed, client, cast, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    told = {"text": case.reference if typed == "reference" else typed}

    def asked(officer):
        client.force_login(officer)
        return client.post("/api/desk/find", told, content_type="application/json").json()

    [told_of] = asked(cast.zarina)
    by = {"Канареева": "one_name", "Kanareeva": "one_name", "DEMO 7712345": "paper", "reference": "reference"}[typed]
    assert told_of == {"id": str(case.pk), "reference": case.reference, "sex": "female", "track": "adult", "by": by}
    line = LedgerEntry.objects.filter(act="find").get()
    assert (line.officer, line.detail["found"], typed in str(line.detail)) == (cast.zarina, [str(case.pk)], False)
    assert asked(cast.behruz) == [], "of another desk"


@pytest.mark.parametrize("typed", ["' OR 1=1 --", "x" * 120])
def test_what_is_no_name_finds_nobody(typed, cast, now):
    """Read by sound alone, "OR" and a row of x are like parts of these two names."""
    for name in ("Ур", "Хайё"):
        person = replace(ways.WOMAN, names=((name, "said"),), documents=())
        ways.interviewed(person, by=cast.zarina, at=now)

    assert found(cast.zarina, typed, now) == []
