"""Situations to monitor in the demonstration leave something to see on each list, and nothing names anybody."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from panoh.demo.clockwork import run
from panoh.demo.posts import fill_posts
from panoh.demo.situations import situations
from panoh.prevention.models import SamplingPlan
from panoh.prevention.queries import worklist
from panoh.prevention.queries.plans import plan_page
from panoh.registry.actions.set_up import set_up_installation
from panoh.registry.models import Installation

DAY = datetime(2026, 11, 16, 7, tzinfo=UTC)


@pytest.mark.django_db
def test_a_harvest_is_sampled_and_work_is_left():
    set_up_installation(kind=Installation.Kind.DEMO, at=DAY, demo_day=DAY.date())
    officers = fill_posts(at=DAY)

    run(situations(officers, until=DAY), until=DAY)

    page = plan_page(officers["analyst"], SamplingPlan.objects.get().pk)
    assert (page.refused, page.made > 2, page.found is not None) == (1, True, True)
    assert all(each.again for each in page.strata)
    waits = {each.what for each in worklist(officers["intake"], now=DAY).items}
    assert waits == {
        "A visit was not let in: look at it and have a way opened",
        "Ask after what was asked after a visit",
    }
    assert [each.what for each in worklist(officers["case-manager"], now=DAY).items] == ["Visit a site"]
