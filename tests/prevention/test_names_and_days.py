"""What a reader of prevention's lists meets: regions by name, the newest visit first whenever it was made."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.prevention import actions
from panoh.prevention.queries import worklist
from panoh.prevention.queries.visits import visits_by_day
from panoh.web.templatetags.panoh import in_lines
from tests.prevention.made import a_site, a_visit


def test_a_long_name_of_a_region_breaks_between_words_and_fits_a_tile():
    assert in_lines("Districts of Republican Subordination", 18) == ["Districts of", "Republican", "Subordination"]
    assert in_lines("Горно-Бадахшанская автономная область", 18) == ["Горно-Бадахшанская", "автономная область"]


@pytest.mark.django_db
def test_work_names_the_region_and_no_code(cast, now):
    a_visit(a_site(by=cast.zarina, at=now), by=cast.zarina, at=now)

    said = [item.why for item in worklist(cast.zarina, now=now + timedelta(days=30)).items]

    assert said
    assert all("Khatlon" in each and "TJ-" not in each for each in said)


@pytest.mark.django_db
def test_a_visit_made_late_stands_by_the_day_it_was_made(cast, now):
    site = a_site(by=cast.zarina, at=now)
    early, late = (
        actions.plan_visit(
            site=site, desk=cast.zarina.desk, planned_on=(now + timedelta(days=ahead)).date(), by=cast.zarina, at=now
        )
        for ahead in (1, 5)
    )
    then = now + timedelta(days=9)
    actions.record_visit(visit=early, on=then.date(), private=True, present=3, declined=0, by=cast.zarina, at=then)

    assert [each.pk for each in visits_by_day(cast.zarina)] == [early.pk, late.pk]
