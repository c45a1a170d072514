"""What waits for a second officer stands in their work: whom to vet, what to confirm for a colleague, a sheet to print."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.desk.posts_page import help_to_confirm
from panoh.desk.work import my_work
from panoh.registry.actions import helping, officers
from panoh.registry.actions.set_up import add_officer
from panoh.registry.models import Officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def waits_for(open_as, now):
    return lambda officer: told(officer, open_as, now)


def told(officer: Officer, open_as, now) -> list[str]:
    """What is said to wait for a second officer; each line leads to a page that opens."""
    lines = [each for each in my_work(officer, now=now).mine if each.stage == "posts"]
    assert {open_as(officer).get(each.address).status_code for each in lines} <= {200}
    return [f"{each.what} {each.why}" for each in lines]


def test_whoever_is_to_be_vetted_stands_in_the_work_of_who_may_and_of_nobody_else(
    lola, other_administrator, cast, own, now, waits_for, open_as
):
    for officer in (other_administrator, own):
        [line] = waits_for(officer)
        assert "Vet an officer" in line
        assert "Lola" in line
    assert not any(waits_for(officer) for officer in (cast.safar, cast.zarina, cast.farzona, cast.officers["firuza"]))
    assert "Nothing waits for you now" not in open_as(other_administrator).get(reverse("my_work")).content.decode()

    officers.vet_officer(officer=lola, by=other_administrator, at=now)

    assert not waits_for(other_administrator)


def test_an_administrator_of_one_agency_is_not_told_of_another_one_s(cast, own, other_administrator, now, waits_for):
    add_officer(post=cast.zarina.post, username="lola", name="Lola", password=None, by=cast.safar, at=now)

    assert waits_for(other_administrator)
    assert not waits_for(own)


def test_help_to_confirm_and_a_sheet_to_print_stand_in_the_work_of_who_does_it(
    cast, other_administrator, now, waits_for
):
    asked = helping.ask_for_help(officer=cast.shahlo, kind="sheet", by=cast.safar, at=now)

    for officer in (other_administrator, cast.farzona):
        [line] = waits_for(officer)
        assert "Confirm, once you have seen the person: print a sheet of codes" in line
    assert not any(waits_for(officer) for officer in (cast.safar, cast.shahlo, cast.zarina))
    assert {each.pk for each in help_to_confirm(other_administrator)} == {asked.pk}

    helping.confirm_help(asked=asked, by=cast.farzona, at=now)
    assert "Print the sheet of codes" in waits_for(cast.safar)[0]
    assert not waits_for(other_administrator)
    helping.print_sheet_for(asked=asked, by=cast.safar, at=now)
    assert not waits_for(cast.safar)
