"""The house rules: sizes, rooms, one clock, foreign keys that point down, every string translatable."""

from __future__ import annotations

import ast
import re

import pytest
from django.apps import apps

from tests.house.sources import (
    HOUSE,
    PACKAGE,
    STAGES,
    body_lines,
    functions,
    modules,
    named,
    templates,
    text_of,
    tracked_files,
    tree_of,
)
from tests.migrated import BESIDE

ROOMS = {"__init__", "rules", "models", "queries", "actions", "forms", "views", "api", "urls"}
FLOORS = ("registry", *STAGES)
CLOCK = re.compile(r"\btimezone\.now\b|\bdatetime\.(?:now|utcnow|today)\b|\bdate\.today\b|\btime\.time\b")
CLOCK_ROOMS = {"views", "api", "commands", "templatetags", "moment"}
DAY_SOMEWHERE_ELSE = re.compile(r"\b(?:at|now|\w+_at)\.date\(\)")
BY_HAND = re.compile(r"except \(?Refused\b|refusal\.status if refusal\b")
LOCAL_ROOMS = {"rules", "demo"}
"""Where moments come in the country's own time."""
HEAVY_LOCK = re.compile(r"select_for_update\((?!no_key=True)")
OF_ITS_OWN = re.compile(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)|https?://")
SHOWN_WHEN_ALL_FAILS = {"failed.html"}
"""When nothing else works, translations included."""
ADDRESSES = re.compile(rb"(?:^|[\s\"'=(:])/(?:work|root|farm|home)/|deb\.debian\.org|pypi\.org/simple|registry\.npmjs")


def test_a_file_has_one_subject_and_at_most_300_lines():
    assert [named(path) for path in modules() if len(text_of(path).splitlines()) > 300] == []


def test_a_function_fits_in_one_look():
    long = [f"{named(path)}: {each.name}" for path in modules() for each in functions(path) if body_lines(each) > 40]

    assert long == []


def test_a_module_says_what_it_is_for():
    silent = [path for path in modules() if text_of(path).strip() and not ast.get_docstring(tree_of(path))]

    assert [named(path) for path in silent] == []


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_has_the_rooms_of_every_stage_and_no_others(stage):
    found = {path.stem for path in (PACKAGE / stage).iterdir() if path.name != "__pycache__"}

    assert found <= ROOMS


def test_only_views_and_commands_read_the_clock():
    others = [path for path in modules() if not CLOCK_ROOMS & {part.removesuffix(".py") for part in path.parts}]

    assert [named(path) for path in others if CLOCK.search(text_of(path))] == []


def test_a_page_tries_an_act_in_the_one_way():
    """`tried` and `pressed` keep the refusal beside what was typed, and answer with its status (registry/tried.py)."""
    by_hand = [path for path in modules() if {"views", "views.py"} & set(path.parts) and BY_HAND.search(text_of(path))]

    assert [named(path) for path in by_hand] == []


def test_the_day_of_a_moment_is_the_day_in_the_country():
    """A stored moment is in UTC: between midnight and five in Dushanbe its `.date()` is yesterday."""
    others = [path for path in modules() if not LOCAL_ROOMS & set(path.parts)]

    assert [named(path) for path in others if DAY_SOMEWHERE_ELSE.search(text_of(path))] == []


def test_a_lock_holds_up_no_new_row_that_refers_to_it():
    """Together with the one lock of the ledger it would make acts wait for each other in a ring (registry/ledger.py)."""
    assert [named(path) for path in modules() if HEAVY_LOCK.search(text_of(path))] == []


@pytest.mark.parametrize("model", list(apps.get_app_config("panoh").get_models()), ids=lambda model: model.__name__)
def test_foreign_keys_point_down_the_floors(model):
    mine = FLOORS.index(model.__module__.split(".")[1])

    for field in model._meta.get_fields():
        if field.is_relation and not field.auto_created and field.related_model.__module__.startswith("panoh."):
            assert FLOORS.index(field.related_model.__module__.split(".")[1]) <= mine, field.name


def test_what_scrolls_sideways_is_reached_with_the_keyboard_and_has_a_name():
    openings = [
        (path, each) for path in templates() for each in re.findall(r"<div class=\"scroll[^>]*>", text_of(path))
    ]
    wrong = [(path, each) for path, each in openings if 'tabindex="0"' not in each or "aria-label=" not in each]

    assert [f"{named(path)}: {opening}" for path, opening in wrong] == []


def test_every_string_on_a_page_can_be_translated():
    shown = {path: untranslated(text_of(path)) for path in templates()}

    assert {
        named(path): words for path, words in shown.items() if words and path.name not in SHOWN_WHEN_ALL_FAILS
    } == {}


def untranslated(text: str) -> list[str]:
    text = re.sub(r"{% comment.*?{% endcomment %}|{% blocktrans.*?{% endblocktrans %}|{#.*?#}", "", text, flags=re.S)
    text = re.sub(r"{%.*?%}|{{.*?}}", "", text, flags=re.S)
    visible = re.findall(r'(?:placeholder|aria-label|title|alt)="([^"]*[A-Za-zА-я]{2}[^"]*)"', text)
    visible += re.findall(r"[A-Za-zА-я]{2,}", re.sub(r"<[^>]*>|&\w+;", " ", re.sub(r"<title>.*?</title>", "", text)))
    return [word for word in visible if word not in {"Panoh", "Shift", "Esc", "JSON", "Parquet", "SHA"}]


def test_a_page_has_no_script_or_style_of_its_own():
    assert [named(path) for path in templates() if OF_ITS_OWN.search(text_of(path))] == []


def test_no_file_names_a_machine_or_a_registry():
    found = [
        named(path)
        for path in tracked_files()
        if path.suffix not in {".svg", ".png"} and path.name != "test_house.py" and ADDRESSES.search(path.read_bytes())
    ]

    assert found == []


@pytest.mark.parametrize("mark", ["browser", "release", "spark"])
def test_what_is_run_apart_stands_where_make_looks_for_it(mark):
    lines = (HOUSE / "Makefile").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if re.search(rf'pytest.* -m "?{mark}\b', line)]
    marked = [path for path in (HOUSE / "tests").rglob("*.py") if f"pytest.mark.{mark}" in text_of(path)]

    assert commands
    assert marked
    for command in commands:
        folders = [HOUSE / each for each in re.findall(r" (tests/\w+)(?!\S)", command)]
        assert [named(path) for path in marked if not any(path.is_relative_to(each) for each in folders)] == []


def test_every_folder_stands_in_the_readme():
    readme = (HOUSE / "README.md").read_text(encoding="utf-8")
    folders = [path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists()]

    assert [name for name in folders if f"{name}/" not in readme] == []


def test_a_migration_runs_nothing_of_the_house_but_what_its_kept_copies_are_known_by():
    """Or a copy made before a change of it would still be used."""
    texts = [path.read_text(encoding="utf-8") for path in (PACKAGE / "migrations").glob("*.py")]
    used = {name for text in texts for name in re.findall(r"^\s*(?:from|import) panoh\.([\w.]+)", text, re.MULTILINE)}

    assert {f"{name.replace('.', '/')}.py" for name in used} <= set(BESIDE)
