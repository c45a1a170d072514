"""What names her is shown to those who may read it and nowhere else; and every link a post is shown opens for that post."""

from __future__ import annotations

import re

import pytest

from tests.house.access_pages import BY_FORM_ONLY, PAGES
from tests.house.access_who import CENTRE, COMMISSION, EVERYBODY, SHELTER
from tests.house.visits import Shown, crawl, links, opened, where, who_comes
from tests.journeys import ways

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_cache")]

EVERYWHERE = (*PAGES, *sorted(BY_FORM_ONLY))
SEE_WHO_SHE_IS = {"zarina", *CENTRE.split(), *SHELTER.split()}
"""Whose post reads identity in this case: the desk that interviewed her, the TIP Centre, the shelter."""
READ_WHAT_IS_ATTACHED = {"zarina", *CENTRE.split(), *COMMISSION.split(), *SHELTER.split()}
READ_WHAT_SHE_SAID = {"zarina", *CENTRE.split(), *COMMISSION.split()}
TITLE = re.compile("<title>(.*?)</title>", re.S)


@pytest.mark.parametrize("name", who_comes(EVERYBODY))
def test_what_names_her_shows_only_to_those_who_may_read_it(world, name, caplog):
    met = crawl(world, name, EVERYWHERE, caplog)
    shown = everything(met)

    assert {mark for mark in ways.WHO_SHE_IS if mark in shown} <= (
        set(ways.WHO_SHE_IS) if name in SEE_WHO_SHE_IS else set()
    )
    assert (ways.REASONS in shown) <= (name in READ_WHAT_SHE_SAID)
    assert (ways.LABEL in shown) <= (name in READ_WHAT_IS_ATTACHED)
    assert (ways.WORDS in shown) <= (name in READ_WHAT_SHE_SAID)
    assert (ways.WISH in shown) <= (name in SHELTER.split())
    assert (ways.LEAVING in shown) <= (name in SHELTER.split())
    assert (ways.ADDRESS in shown) <= (name in SHELTER.split())
    assert (ways.STAYING in shown) <= (name in {"nigina", "komil"})
    assert not marked("\n".join(address for address, _ in met))
    assert not marked("\n".join(page.logged for _, page in met))


def test_the_administrator_sees_nothing_of_a_person(world, caplog):
    shown = everything(crawl(world, "safar", EVERYWHERE, caplog))

    assert not marked(shown)
    assert world.woman.case.reference not in shown


def test_the_marks_are_found_where_they_may_be_seen(world, caplog):
    """Otherwise the tests above would pass on empty pages."""
    shown = everything(crawl(world, "zarina", EVERYWHERE, caplog))

    assert "Канареева" in shown


def test_the_marks_are_found_in_a_paper_too(world, caplog):
    paper = opened(world, "zarina", where(world, "case_paper"), caplog).text

    assert "Канареева" in paper
    assert "Канареева" not in opened(world, "rustam", where(world, "case_paper"), caplog).text


@pytest.mark.parametrize("name", who_comes(EVERYBODY))
def test_no_title_names_anybody_also_for_whoever_may_read_it(world, name, caplog):
    """Titles stay in the history of the browser, and on the screen when it is shared."""
    titles = [title for _, page in crawl(world, name, EVERYWHERE, caplog) for title in TITLE.findall(page.text)]

    assert len(titles) > 20
    assert not marked("\n".join(titles))


@pytest.mark.parametrize("name", who_comes(EVERYBODY))
def test_every_link_a_post_is_shown_opens_for_that_post(world, name, caplog):
    shut = {}
    ahead, met = [where(world, route) for route in PAGES if name in PAGES[route].split()], set()
    while ahead and len(met) < 80:
        path = ahead.pop(0)
        if path in met:
            continue
        met.add(path)
        page = opened(world, name, path, caplog)
        if page.status_code not in {200, 302}:
            shut[path] = page.status_code
        ahead += links(page.text, "href")

    assert shut == {}


def everything(met: list[tuple[str, Shown]]) -> str:
    return "\n".join(page.text for _, page in met)


def marked(text: str) -> list[str]:
    marks = (*ways.WHO_SHE_IS, *ways.SAID, ways.ADDRESS)
    return [mark for mark in marks if mark in text]
