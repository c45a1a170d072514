"""Whoever counts persons counts them by `counted_as`: two records that are one person's are one, in every figure and page."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import PACKAGE, modules, named, tree_of

COUNTING = ("referral", "protection", "justice", "prevention", "statistics", "assessment", "exchange", "desk")
"""From here on people are counted. Before, a record is what somebody told and is worked on by itself."""
READS = {"values", "values_list", "Count", "Min", "Max", "F", "OuterRef", "Subquery", "Q", "filter", "exclude", "get"}
NO_PERSONS = {
    "panoh/referral/queries/nobody_left.py": "needs are counted, by what those have in common whom no desk serves",
    "panoh/exchange/backup/erasures.py": "of a copy put back each case is erased again",
}


def by_record(path: Path) -> Iterator[str]:
    """Where a query goes to the record of a person by itself."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and (getattr(node.func, "attr", "") or getattr(node.func, "id", "")) in READS:
            given = [each.value for each in node.args if isinstance(each, ast.Constant)]
            for way in [*map(str, given), *(each.arg or "" for each in node.keywords)]:
                if "person" in way.split("__") or way.endswith("person_id"):
                    yield f"{node.lineno}: {way}"


def test_persons_are_counted_in_the_one_way():
    """See identification/queries/counted_as.py."""
    rooms = {path: path.relative_to(PACKAGE).parts for path in modules() if named(path) not in NO_PERSONS}
    counting = [path for path, parts in rooms.items() if parts[0] in COUNTING and "actions" not in parts]

    found = {named(path): list(by_record(path)) for path in counting}

    assert {name: ways for name, ways in found.items() if ways} == {}


def test_a_query_that_passes_it_by_is_found(tmp_path):
    passing = tmp_path / "of_care.py"
    passing.write_text('rows.values("case__person").distinct().count()\nrows.filter(case__person__in=found)\n')

    assert len(list(by_record(passing))) == 2
