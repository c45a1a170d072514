"""Open work is counted up to a limit, and the limit is said in words."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from panoh.referral.queries.closings import BY_THE_PERSON, TAKEN_BACK
from panoh.registry.asking import Asked, Question
from panoh.registry.models import Agency
from panoh.registry.models.consent import TOLD_TO_THE_DESK
from panoh.registry.parts import Part, each, listed
from panoh.registry.worklists import MOST, WorkItem, added, in_words
from tests.cast import Cast
from tests.conftest import NOON


def test_past_the_limit_a_total_says_only_that_there_are_more() -> None:
    with override("en"):
        assert in_words(MOST) == str(MOST)
        assert in_words(added((MOST, 1))) == f"more than {MOST}" == in_words(added((MOST, MOST)))


@pytest.mark.django_db
def test_what_is_shown_is_read_and_the_rest_counted_up_to_a_limit(cast: Cast) -> None:
    tell = each(lambda agency, due, asked: WorkItem(due, agency.code, "registry", "", "", ""))
    Agency.objects.bulk_create(Agency(code=f"a{number}", words={"en": "A"}, kind="count") for number in range(6))
    found = Agency.objects.filter(kind="count").order_by("code")
    part = Part(
        (Question(lambda viewer, now: found, "pk", "code", most=5),), tell, Agency.objects.all, due=lambda _: NOON
    )

    given = listed((part,), Asked(cast.zarina, NOON), shown=3)

    assert ([line.reference for line in given.lines], given.total) == (["a0", "a1", "a2"], 5)


@pytest.mark.django_db
def test_of_a_kind_that_stands_first_a_few_do_and_the_others_follow_by_their_day_on_full_pages(cast: Cast) -> None:
    tell = each(lambda agency, due, asked: WorkItem(due, agency.code, "registry", "", "", ""))
    Agency.objects.bulk_create(
        Agency(code=f"{kind}{number}", words={"en": "A"}, kind=kind) for kind in ("late", "more") for number in range(4)
    )
    kinds = {kind: Agency.objects.filter(kind=kind).order_by("code") for kind in ("late", "more")}
    parts = tuple(
        Part(
            (Question(lambda viewer, now, rows=rows: rows, "pk", "code", most=9),),
            tell,
            Agency.objects.all,
            due=lambda _: NOON,
            first=kind == "late",
            at_top=2,
        )
        for kind, rows in kinds.items()
    )

    pages = [listed(parts, Asked(cast.zarina, NOON), shown=3, after=after) for after in (0, 3, 6)]

    assert [[line.reference for line in page.lines] for page in pages] == [
        ["late0", "late1", "late2"],
        ["late3", "more0", "more1"],
        ["more2", "more3"],
    ]
    assert [(page.first, page.more) for page in pages] == [(2, True), (0, True), (0, False)]


def test_the_index_of_closed_views_names_every_reason_a_desk_is_told() -> None:
    assert set(TOLD_TO_THE_DESK) == {*BY_THE_PERSON, *TAKEN_BACK}
