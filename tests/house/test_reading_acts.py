"""Every act of reading in the code stands in the one table that tells people who read their file, and leads to a case or says
why it is about nobody."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import panoh
from panoh.registry.queries.reading_subjects import LEADS, LIST
from panoh.registry.rules.reading_acts import OF_LISTS, PERSONAL, READING_ACTS, rows_in_words, rows_of

HOUSE = Path(panoh.__file__).parent
NAMED_SO = re.compile(r"(read|show|compare|print|export)_")
ABOUT_NO_RECORD = {"second_looks"}
SUBJECT = re.compile(r"^(\w+):")


def lines_written() -> Iterator[tuple[str, ast.Call, ast.FunctionDef | None, Path]]:
    """Each `ledger.write(act="…")` in the code, and the function it stands in."""
    for path in HOUSE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "ledger.write(" not in text:
            continue
        tree = ast.parse(text)
        within = {call: each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef) for call in ast.walk(each)}
        for call in (each for each in ast.walk(tree) if isinstance(each, ast.Call)):
            if ast.unparse(call.func) == "ledger.write":
                act = next(each.value for each in call.keywords if each.arg == "act")
                for name in (each.value for each in ast.walk(act) if isinstance(each, ast.Constant)):
                    if isinstance(name, str):
                        yield name, call, within.get(call), path


def subject_of(call: ast.Call, function: ast.FunctionDef | None) -> str:
    """The words of the subject as far as the code says them: of a name, those it is given in the same function."""
    given = next((each.value for each in call.keywords if each.arg == "subject"), None)
    if isinstance(given, ast.Name) and function is not None:
        for each in ast.walk(function):
            if isinstance(each, ast.Assign):
                names = [name for target in each.targets for name in ast.walk(target) if isinstance(name, ast.Name)]
                if given.id in {name.id for name in names}:
                    return ast.unparse(each.value)
    return ast.unparse(given) if given is not None else ""


READS = [each for each in lines_written() if NAMED_SO.match(each[0])]


def test_every_reading_act_in_the_code_stands_in_the_table_and_none_besides():
    assert {name for name, *_ in READS} == set(READING_ACTS)
    assert len(READING_ACTS) > 45, "the search finds them"


def test_each_has_a_word_for_what_it_is_for_and_none_about_nobody_is_without_a_reason():
    assert all(re.fullmatch("[a-z_]{3,40}", each.purpose) for each in READING_ACTS.values())
    assert PERSONAL | {act for act, each in READING_ACTS.items() if each.nobody} == set(READING_ACTS)
    assert OF_LISTS <= PERSONAL


def test_the_subject_of_each_that_is_about_a_person_leads_to_a_case():
    unclear = []
    for name, call, function, path in READS:
        if name not in PERSONAL:
            continue
        said = subject_of(call, function)
        kinds = set(re.findall(r"\b([a-z_]+):\{", said))
        if not kinds <= {*LEADS, LIST} or (not kinds and said not in ELSEWHERE):
            unclear.append(f"{path.relative_to(HOUSE)}: {name}: {said}")

    assert not unclear


ELSEWHERE = {
    "subject(screening)": "screening.actions.held: screening:…",
    "subject(row)": "justice.queries.hits: the case, or the line of a roster",
    "about": "justice.queries.penalties: the case, or the line of a roster",
    "_subject(found, by)": "desk.printing: the case, or the record the page is about",
}


@given(st.sets(st.integers(0, 400)))
def test_rows_come_back_as_they_were_put_into_words(rows):
    assert rows_of(rows_in_words(rows)) == rows
