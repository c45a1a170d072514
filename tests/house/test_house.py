"""The house rules: sizes, rooms, one clock, foreign keys that point down, every string translatable."""

from __future__ import annotations

import ast
import re

import pytest
from django.apps import apps

from tests.house.sources import HOUSE, PACKAGE, STAGES, body_lines, functions, modules, named, templates, tracked_files
from tests.migrated import BESIDE

ROOMS = {"__init__", "rules", "models", "queries", "actions", "forms", "views", "api", "urls"}
FLOORS = ("registry", *STAGES)
CLOCK = re.compile(r"\btimezone\.now\b|\bdatetime\.(?:now|utcnow|today)\b|\bdate\.today\b|\btime\.time\b")
CLOCK_ROOMS = {"views", "api", "commands", "templatetags", "moment"}
HEAVY_LOCK = re.compile(r"select_for_update\((?!no_key=True)")
ADDRESSES = re.compile(rb"(?:^|[\s\"'=(:])/(?:work|root|farm|home)/|deb\.debian\.org|pypi\.org/simple|registry\.npmjs")


@pytest.mark.parametrize("path", modules(), ids=named)
def test_a_file_has_one_subject_and_at_most_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", modules(), ids=named)
def test_a_function_fits_in_one_look(path):
    long = {function.name: body_lines(function) for function in functions(path) if body_lines(function) > 40}

    assert long == {}


@pytest.mark.parametrize("path", modules(), ids=named)
def test_a_module_says_what_it_is_for(path):
    text = path.read_text(encoding="utf-8")

    assert not text.strip() or ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_has_the_rooms_of_every_stage_and_no_others(stage):
    found = {path.stem for path in (PACKAGE / stage).iterdir() if path.name != "__pycache__"}

    assert found <= ROOMS


@pytest.mark.parametrize("path", modules(), ids=named)
def test_only_views_and_commands_read_the_clock(path):
    if CLOCK_ROOMS & {part.removesuffix(".py") for part in path.parts}:
        return

    assert CLOCK.search(path.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("path", modules(), ids=named)
def test_a_lock_holds_up_no_new_row_that_refers_to_it(path):
    """Together with the one lock of the ledger it would make acts wait for each other in a ring (registry/ledger.py)."""
    assert HEAVY_LOCK.search(path.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("model", list(apps.get_app_config("panoh").get_models()), ids=lambda model: model.__name__)
def test_foreign_keys_point_down_the_floors(model):
    mine = FLOORS.index(model.__module__.split(".")[1])

    for field in model._meta.get_fields():
        if field.is_relation and not field.auto_created and field.related_model.__module__.startswith("panoh."):
            assert FLOORS.index(field.related_model.__module__.split(".")[1]) <= mine, field.name


@pytest.mark.parametrize("path", templates(), ids=named)
def test_what_scrolls_sideways_is_reached_with_the_keyboard_and_has_a_name(path):
    for opening in re.findall(r"<div class=\"scroll[^>]*>", path.read_text(encoding="utf-8")):
        assert 'tabindex="0"' in opening, opening
        assert "aria-label=" in opening, opening


@pytest.mark.parametrize("path", templates(), ids=named)
def test_every_string_on_a_page_can_be_translated(path):
    text = path.read_text(encoding="utf-8")
    if path.name == "failed.html":  # shown when nothing else works, translations included
        return
    text = re.sub(r"{% comment.*?{% endcomment %}|{% blocktrans.*?{% endblocktrans %}|{#.*?#}", "", text, flags=re.S)
    text = re.sub(r"{%.*?%}|{{.*?}}", "", text, flags=re.S)
    visible = re.findall(r'(?:placeholder|aria-label|title|alt)="([^"]*[A-Za-zА-я]{2}[^"]*)"', text)
    visible += re.findall(r"[A-Za-zА-я]{2,}", re.sub(r"<[^>]*>|&\w+;", " ", re.sub(r"<title>.*?</title>", "", text)))

    assert [word for word in visible if word not in {"Panoh", "Shift", "Esc"}] == []


@pytest.mark.parametrize("path", templates(), ids=named)
def test_a_page_has_no_script_or_style_of_its_own(path):
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)|https?://", text)


def test_no_file_names_a_machine_or_a_registry():
    found = [
        named(path)
        for path in tracked_files()
        if path.suffix not in {".svg", ".png"} and path.name != "test_house.py" and ADDRESSES.search(path.read_bytes())
    ]

    assert found == []


def test_every_folder_stands_in_the_readme():
    readme = (HOUSE / "README.md").read_text(encoding="utf-8")
    folders = [path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists()]

    assert [name for name in folders if f"{name}/" not in readme] == []


def test_a_migration_runs_nothing_of_the_house_but_what_its_kept_copies_are_known_by():
    """Or a copy made before a change of it would still be used."""
    texts = [path.read_text(encoding="utf-8") for path in (PACKAGE / "migrations").glob("*.py")]
    used = {name for text in texts for name in re.findall(r"^\s*(?:from|import) panoh\.([\w.]+)", text, re.MULTILINE)}

    assert {f"{name.replace('.', '/')}.py" for name in used} <= set(BESIDE)
