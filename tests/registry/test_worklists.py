"""Open work is counted up to a limit, and the limit is said in words."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from panoh.referral.queries.closings import BY_THE_PERSON, TAKEN_BACK
from panoh.registry.models import Agency
from panoh.registry.models.consent import TOLD_TO_THE_DESK
from panoh.registry.worklists import MOST, added, counted, in_words, most_urgent


def test_past_the_limit_a_total_says_only_that_there_are_more() -> None:
    with override("en"):
        assert in_words(MOST) == str(MOST)
        assert in_words(added((MOST, 1))) == f"more than {MOST}" == in_words(added((MOST, MOST)))


@pytest.mark.django_db
def test_a_count_stops_one_above_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    Agency.objects.bulk_create(Agency(code=f"a{number}", words={"en": "A"}, kind="count") for number in range(6))
    found = Agency.objects.filter(kind="count").order_by("code")
    monkeypatch.setattr("panoh.registry.worklists.MOST", 4)
    assert counted(found) == 5
    rows, total = most_urgent(found, 3)
    assert ([row.code for row in rows], total) == (["a0", "a1", "a2"], 5)
    assert most_urgent(found, 10)[1] == 6  # all of them were read: nothing is left to count


def test_the_index_of_closed_views_names_every_reason_a_desk_is_told() -> None:
    assert set(TOLD_TO_THE_DESK) == {*BY_THE_PERSON, *TAKEN_BACK}
