"""One temporary installation for the whole run: own data folder, own keys, the cast in their posts."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile

os.environ["PANOH_DATA"] = tempfile.mkdtemp(prefix="panoh-tests-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "panoh.web.settings")

import threading
from collections.abc import Callable, Iterator
from contextvars import copy_context
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings as of_django
from django.contrib.auth.signals import user_logged_in
from django.db import connection
from django.dispatch import receiver
from django.utils import translation
from hypothesis import HealthCheck, settings
from pytest_django.plugin import DjangoDbBlocker

from panoh.desk import call_limit
from panoh.registry.asking import forget_wordings
from panoh.registry.ledger_guard import lower_guard, raise_guard
from panoh.registry.moment import at_moment
from panoh.registry.queries import procedures
from panoh.registry.sessions import PROVEN, SECOND_STEP
from tests.cast import Cast, hire
from tests.migrated import migrated_database, migrated_file

settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")  # how fast an example is drawn tells of the machine, and of nothing that is tested

NOON = datetime(2026, 11, 16, 12, 0, tzinfo=ZoneInfo("Asia/Dushanbe"))  # a Monday


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL what a database takes part in: pytest-django lets no other test come near it. SQLite runs all."""
    if connection.vendor != "sqlite":
        away = {item for item in items if not _asks_for_a_database(item) and not item.get_closest_marker("browser")}
        config.hook.pytest_deselected(items=list(away))
        items[:] = [item for item in items if item not in away]
    if "release" not in config.option.markexpr and find_spec("opendp") is None:
        missing = pytest.mark.skip(reason="needs the extra: make test-release, which installs it and skips nothing")
        for item in items:
            if item.get_closest_marker("release"):
                item.add_marker(missing)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: it is no garbage, and need not be walked over in search of any."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def _asks_for_a_database(item: pytest.Item) -> bool:
    asked = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or not asked.isdisjoint(
        {"db", "transactional_db", "django_db_setup"}
    )


@pytest.fixture
def now() -> datetime:
    """The moment every test happens at: Monday, 16 November 2026, noon in Dushanbe."""
    return NOON


@pytest.fixture(autouse=True)
def seen_at_noon() -> Iterator[None]:
    """What is shown until a day is looked at from that moment, whenever the tests are run. An act brings its own."""
    with at_moment(NOON):
        yield


@pytest.fixture(autouse=True)
def read_in_english() -> Iterator[None]:
    """A page asked for in another language leaves that language in the process; each test begins in its own."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _template_string_if_invalid_marker() -> None:
    """In the place of pytest-django's, which serves a marker not used here and would ask for `monkeypatch` in every test."""


@pytest.fixture(autouse=True)
def fresh_procedures(request: pytest.FixtureRequest) -> Iterator[None]:
    """Versions of the procedure are kept in the process; the databases of tests come and go. How questions are worded
    is the same for all of them, but for a test that puts other code in the place of ours."""
    procedures.fresh()
    call_limit.forget()
    of_django.PAGES_ARE_COUNTED = False  # a crawl opens more pages than anybody reads
    if "monkeypatch" not in request.fixturenames:
        yield
        return
    forget_wordings()
    yield
    forget_wordings()


@receiver(user_logged_in)
def with_a_second_step(request, **_: Any) -> None:
    """Whoever a test signs in by force took both steps; those who come by the pages say themselves what they took."""
    request.session[PROVEN] = SECOND_STEP


@pytest.fixture
def cast(db: None) -> Cast:
    """The country's agencies with one officer in each post the tests need."""
    return hire(at=NOON)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """A copy of the migrated database. SQLite in a file, as it runs in earnest: in memory, two threads would share one
    cache and fail on its locks."""
    if connection.vendor == "sqlite":
        copy = Path(os.environ["PANOH_DATA"]) / "tests.sqlite3"
        shutil.copyfile(migrated_file(), copy)
        connection.settings_dict["TEST"]["NAME"] = str(copy)
    else:
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated_database(os.environ["PANOH_DATABASE"])


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """The file that was copied is the one to use; on PostgreSQL the copy is made as the database is."""
    return connection.vendor == "sqlite"


@pytest.fixture
def ledger_guarded_again(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Stands outside the emptying of the database that ends a test with real transactions."""
    yield
    with django_db_blocker.unblock():
        raise_guard(connection)


@pytest.fixture
def committed(ledger_guarded_again: None, transactional_db: None) -> Iterator[None]:
    """Acts are really committed. The test ends by emptying the database, which the ledger's guard would refuse: it is
    lowered for that moment."""
    yield
    lower_guard(connection)


@pytest.fixture
def at_once(committed: None) -> Callable[..., list[Any]]:
    """Runs acts in threads of their own that start together; gives what each returned, or the exception it raised."""
    return _run_at_once


def _run_at_once(*acts: Callable[[], Any]) -> list[Any]:
    ready = threading.Barrier(len(acts))
    came: list[Any] = [None] * len(acts)

    def run(number: int, act: Callable[[], Any]) -> None:
        ready.wait()
        try:
            came[number] = act()
        except Exception as refused:  # what was raised is what the test looks at
            came[number] = refused
        finally:
            connection.close()

    threads = [threading.Thread(target=copy_context().run, args=(run, *pair)) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return came
