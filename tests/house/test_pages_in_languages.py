"""Who reads Russian or Tajik reads no English between: the case, and every page of identification and of the procedure."""

from __future__ import annotations

import pytest
from django.utils import translation

from panoh.instruments import assessment, countries, library
from tests.english import english
from tests.house.access_pages import PAGES
from tests.house.visits import body, where
from tests.identification.panels import FOUND
from tests.journeys import ways

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_cache")]

ROOMS = ["case", *(route for route in PAGES if route.startswith("identification:"))]
READERS = ("zarina", "nigina", "davlat", "rustam", "shahlo")
"""Of a front desk, the intake desk, both that decide, and a shelter."""


def as_it_was_said() -> set[str]:
    """Titles of texts stand as they were published, and what somebody typed stands as it was typed."""
    known = {**library.sources(), **countries.sources("tj"), **assessment.sources()}
    return {each.title for each in known.values()} | {*ways.SAID, *FOUND.values(), ways.WOMAN.contact}


@pytest.mark.parametrize("language", ["ru", "tg"])
@pytest.mark.parametrize("name", READERS)
def test_no_english_stands_on_a_page_of_identification(world, name, language):
    said, left = as_it_was_said(), dict[str, str]()
    with translation.override("en"):  # puts the language of the other tests back
        for route in ROOMS:
            answer = world.clients[name].get(where(world, route), headers={"accept-language": language})
            left |= dict.fromkeys(english(body(answer), said), route) if answer.status_code in {200, 422} else {}

    assert left == {}
