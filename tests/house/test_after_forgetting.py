"""When everybody's name and words were erased every page and every read of the API still answers, and shows nothing of them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.db import transaction

from panoh.identification.actions.forgetting import forget_person, lines_held
from panoh.registry.models import Case
from tests.conftest import NOON
from tests.house.addresses import operations
from tests.house.test_what_is_shown import EVERYWHERE, everything, marked
from tests.house.visits import crawl, signed_in, who_looks
from tests.journeys import ways

pytestmark = pytest.mark.django_db


@pytest.fixture
def forgotten(world):
    with transaction.atomic():
        for case in Case.objects.select_related("person"):
            forget_person(case, lines_held(case), by=world.cast.nigina, at=NOON)
        yield SimpleNamespace(**{**vars(world), "shown": {}})  # another world than the one whose pages were opened
        transaction.set_rollback(True)


WHO_READS = ("zarina", "nigina", "shahlo", "rustam", "davlat", "parvina", "mavzuna", "firuza")
"""A desk that interviews, the Centre, a shelter and the commission read the most; the others in the long run."""


@pytest.mark.parametrize("name", who_looks(WHO_READS, WHO_READS[:4], WHO_READS[1:3]))
def test_pages_and_reads_answer_and_show_nothing_of_whoever_was_erased(forgotten, name, caplog):
    shown = everything(crawl(forgotten, name, EVERYWHERE, caplog, beyond=0))
    assert set(marked(shown)) <= {ways.NOTE}  # stands in a hand-over and a signal too, which are about no case

    for each in operations(forgotten.ids):
        if each.method == "get":
            answer = signed_in(forgotten, name).get(f"/api{each.path}", each.query)
            assert answer.status_code < 500, each.name
