"""Nothing goes round the person's rules for contact: whatever shows a way to reach them got it from `may_contact`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.sources import modules, named, templates, text_of

READS = re.compile(r"\.contact\b(?!\.)|get\(\s*[\"'](?:contact|way)[\"']")
ASKS = re.compile(r"\b(?:may_contact|with_rules)\(")
ENTERED_OR_KEPT = {
    "panoh/registry/actions/people.py": "keeps what is typed",
    "panoh/registry/queries/people.py": "opens the record of who the person is; pages ask before they show it",
    "panoh/exchange/manifest/rows.py": "reads a list that came in",
    "panoh/screening/actions/roster.py": "keeps what a list says",
    "panoh/screening/actions/lines.py": "keeps what is typed",
    "panoh/protection/actions/consular.py": "looks whether one was typed before anybody agreed",
    "panoh/screening/actions/second_look.py": "keeps the way of a plan that is put to another day",
    "panoh/screening/forms/person.py": "the field in which it is corrected, filled with what stands",
    "panoh/screening/queries/roster.py": "a line begins an interview with the person who is there",
    "panoh/screening/api/roster.py": "sends what `again_page` let through",
    "panoh/web/templates/screening/to_see_again.html": "shows what `again_page` let through",
    "panoh/web/templates/screening/line_said.html": "what a line said before, or says where a colleague was first",
}


def test_a_way_to_reach_somebody_is_shown_only_through_their_rules():
    shown = [path for path in [*modules(), *templates()] if reads_a_way(path) and path.name != "reach.html"]
    round_them = {named(path) for path in shown if not ASKS.search(text_of(path))}

    assert round_them - ENTERED_OR_KEPT.keys() == set()


def reads_a_way(path: Path) -> bool:
    return bool(READS.search(re.sub(r"^\s*(?:from|import) .*$", "", text_of(path), flags=re.M)))


@pytest.mark.parametrize("name", ENTERED_OR_KEPT)
def test_the_exceptions_still_read_one(name):
    paths = {named(path): path for path in [*modules(), *templates()]}

    assert READS.search(text_of(paths[name]))
