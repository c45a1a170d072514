"""What is proved of a procedure, what changes in one and how it is drawn is said in every language of the pages."""

from __future__ import annotations

import pytest

from panoh.instruments.countries.procedure_at import procedure_at
from panoh.registry.rules import (
    breach_words,
    difference_words,
    drawing_words,
    migration_words,
    procedure_values_words,
    promise_words,
)
from panoh.registry.rules.difference import differences
from panoh.registry.rules.drawing import describe, draw
from panoh.registry.rules.migration import weaker_points
from panoh.registry.rules.procedure import PROMISES, check
from panoh.registry.rules.runnable import not_runnable
from tests.english import ENGLISH, english, every, places
from tests.registry.test_rules_procedure import BROKEN, WRITTEN

MODULES = (
    breach_words,
    difference_words,
    drawing_words,
    migration_words,
    procedure_values_words,
    promise_words,
)
SHORT = {"{id} {version}, {adoption}", "{kind}, {period}", "{field}: {change}."}
"""Places only, and no words between them."""


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_wording_stands_in_every_language_with_the_same_places_to_fill(module) -> None:
    for words in every(list(vars(module).values())):
        assert words.ru, words.en
        assert words.tg, words.en
        assert places(words.en) == places(words.ru) == places(words.tg)
        assert words.en in SHORT or not {words.ru, words.tg} & {words.en}


def test_every_promise_has_its_wording() -> None:
    assert list(promise_words.PROMISED) == [key for key, _ in PROMISES]


@pytest.mark.parametrize("language", ["ru", "tg"])
@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_what_a_broken_procedure_breaks_and_changes_is_said_without_english(path, language) -> None:
    broken = procedure_at(path)

    said = [breach.sentence for proof in check(broken) for breach in proof.breaches]
    said += [each.sentence for each in differences(WRITTEN, broken)]
    said += [each.sentence for each in (*weaker_points(WRITTEN, broken), *not_runnable(WRITTEN, broken))]
    names = {each.name.en for part in (broken.steps, broken.states, broken.preconditions) for each in part}
    left = [words.in_language(language) for words in said]
    for name in names | {"Nobody comes here."}:  # parts of the example have their names in English only
        left = [each.replace(name, "") for each in left]

    assert [each for each in left if ENGLISH.search(each)] == []


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_the_drawing_and_the_table_are_in_the_language(language) -> None:
    assert english(draw(WRITTEN, language)) == []
    assert [line for line in describe(WRITTEN, language).splitlines() if ENGLISH.search(line)] == []
