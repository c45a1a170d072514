"""Real Chromium against the real product: one server and one browser for the run, a clean window for each test."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.screen import LOOKED_AT, Screen, this_run
from tests.served import HOUSE, Served, served

RESULTS = HOUSE / "test-results"
CHROMIUM = "chromium-headless-shell"
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]
SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}

OpenScreen = Callable[..., Screen]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest ways first, so that no worker stands alone with one at the end."""
    places = [place for place, item in enumerate(items) if Path(__file__).parent in item.path.parents]
    for place, item in zip(places, sorted((items[each] for each in places), key=_is_short), strict=True):
        items[place] = item


def _is_short(item: pytest.Item) -> bool:
    return item.get_closest_marker("journey") is None


@pytest.fixture(scope="session", autouse=True)
def looked_at_anew() -> None:
    """Marks of earlier runs are of no use to this one."""
    for earlier in LOOKED_AT.glob("*"):
        if earlier.name != this_run():
            shutil.rmtree(earlier, ignore_errors=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium without its windows, which costs a third less; Playwright brings none of its own."""
    chromium = shutil.which(CHROMIUM)
    if chromium is None:
        pytest.fail("Chromium is not installed: run `make test-browser`, which installs it.")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's event loop lives in this thread
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def house() -> Iterator[Served]:
    """An installation with the cast in their posts."""
    with served("serve", PANOH_LEAVE_QUICKLY_TO="/healthz") as server:
        server.run("tests.browser.officers")
        yield server


@pytest.fixture
def screen(browser: Browser, house: Served, request: pytest.FixtureRequest) -> Iterator[OpenScreen]:
    """`screen("zarina", size="phone")`: a window of its own, signed in. Without a name nobody is signed in."""
    with ExitStack() as windows:
        opened: list[Screen] = []
        request.node.screens = opened

        def open_screen(name: str = "", *, size: str = "desktop", at: Served = house) -> Screen:
            context = browser.new_context(viewport=SIZES[size], locale="en-GB", has_touch=size == "phone")
            windows.callback(context.close)
            window = Screen(context, at.address)
            opened.append(window)
            return window.sign_in(name) if name else window

        yield open_screen
        faults = [fault for window in opened for fault in window.faults]
        if faults:
            keep_what_was_seen(request.node.name, opened)
        assert faults == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """A failing test leaves what its windows showed in test-results/."""
    report = yield
    if report.when == "call" and report.failed:
        keep_what_was_seen(item.name, getattr(item, "screens", []))
    return report


def keep_what_was_seen(test: str, screens: list[Screen]) -> None:
    RESULTS.mkdir(exist_ok=True)
    name = re.sub(r"\W+", "-", test)[:80]
    for number, window in enumerate(screens):
        window.page.screenshot(path=RESULTS / f"{name}-{number}.png", full_page=True)
        text = f"{window.page.url}\n\n{window.page.locator('body').inner_text()}\n\n{window.page.content()}"
        (RESULTS / f"{name}-{number}.txt").write_text(text, encoding="utf-8")
