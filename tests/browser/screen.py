"""One officer's browser window, in the words of someone using it; everything it meets on the way is watched."""

from __future__ import annotations

import os
import re
from hashlib import sha256
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, Response, expect

from tests.browser.officers import PASSWORD, next_code
from tests.browser.second_steps import next_app_code
from tests.served import HOUSE

REFUSED = re.compile(
    r"Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_\w*(DISCONN|FAILED))"
)
PATIENCE = 20_000  # milliseconds until something that does not come counts as missing; a busy machine is no failure
expect.set_options(timeout=PATIENCE)
IDENTITY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\d+(?=/)")
NAMED = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}|\b(?:RAID|DEMO) \w+|\d+")
"""What tells one page from another of its kind in a heading: a reference, an operation of these tests, a number or a day."""
LOOKED_AT = HOUSE / ".pytest_cache" / "looked-at"


def this_run() -> str:
    """One name for all workers of a run, and for the runs on both databases if `make` started them."""
    return os.environ.get("PANOH_BROWSER_RUN") or os.environ.get("PYTEST_XDIST_TESTRUNUID") or str(os.getpid())


def is_new(kind: str) -> bool:
    """Whether no test of this run looked at such a page yet: how a page reads does not depend on its database."""
    run = LOOKED_AT / this_run()
    run.mkdir(parents=True, exist_ok=True)
    try:
        (run / sha256(kind.encode()).hexdigest()).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


class Screen:
    """Open, press, fill, see. `faults` gathers what must never happen; the fixture asserts there is none. `questions` gathers
    what the pages asked, in their own words."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.faults: list[str] = []
        self.addresses: list[str] = []
        self.questions: set[str] = set()
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        context.on("request", self._asked)
        context.on("response", self._answered)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))

    def open(self, path: str) -> Screen:
        self.page.goto(path if path.startswith("http") else f"{self.address}{path}")
        return self.look()

    def sign_in(self, name: str, password: str = PASSWORD, *, code: str = "") -> Screen:
        self.open("/sign-in/").fill("Your sign-in name", name).fill("Password", password)
        self._sign_in()
        if self.page.url.endswith("/second/"):
            self.fill("Code", code or next_code(name))._sign_in()
        expect(self.page.get_by_role("button", name="Sign out")).to_be_visible()
        return self.look()

    def _sign_in(self) -> None:
        self.page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_load_state()

    def add_app(self, password: str = PASSWORD) -> str:
        """A second step from an app on the page "How I sign in"; gives its secret."""
        self.open("/my-sign-in/").press("Add an app")
        secret = self.page.locator("main code").inner_text().replace(" ", "")
        self.fill("A name for it", "telephone").fill("Code the app shows now", next_app_code(secret))
        self.fill("Your password", password).press("Add this app").sees("Your app is added")
        return secret

    def fill(self, label: str, text: str) -> Screen:
        self._field(label).fill(text)
        return self

    def pick(self, label: str, option: str) -> Screen:
        self._field(label).select_option(label=option)
        return self

    def tick(self, label: str) -> Screen:
        """A tick box, or one answer of several."""
        self._field(label).check()
        return self

    def answer(self, question: str, answer: str) -> Screen:
        """One answer inside the group a question names."""
        group = self.page.get_by_role("group", name=question)
        group.get_by_label(answer, exact=True).check()
        return self

    def press(self, name: str | re.Pattern[str]) -> Screen:
        """A button or a link of the page itself."""
        main = self.page.locator("main")
        main.get_by_role("button", name=name).or_(main.get_by_role("link", name=name)).first.click()
        return self.look()

    def sees(self, *texts: str | re.Pattern[str]) -> Screen:
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)
        return self

    def sees_not(self, *texts: str) -> Screen:
        for text in texts:
            expect(self.page.locator("body")).not_to_contain_text(text)
        return self

    def _field(self, label: str) -> Locator:
        """By the beginning of its label, which may go on with "(if known)"."""
        return self.page.locator("main").get_by_label(re.compile(rf"^\s*{re.escape(label)}")).first

    @property
    def heading(self) -> Locator:
        return self.page.get_by_role("heading", level=1)

    def look(self) -> Screen:
        """Wait for the page and hold it to the accessibility rules, each kind of page once per screen size."""
        self.page.wait_for_load_state()
        self.questions.update(self.page.locator("main").locator("label, legend").all_inner_texts())
        path = IDENTITY.sub("#", urlsplit(self.page.url).path)
        size = self.page.viewport_size or {"width": 0}
        heading = NAMED.sub("#", " ".join(self.heading.all_inner_texts()))
        if self.page.url.startswith(self.address) and is_new(f"{path} {heading} {size['width']}"):
            self._check_accessibility(path)
        return self

    def _check_accessibility(self, path: str) -> None:
        for violation in Axe().run(self.page).response["violations"]:
            if violation["impact"] in {"serious", "critical"}:
                where = [node["html"][:160] for node in violation["nodes"][:3]]
                self.faults.append(f"{path}: {violation['id']}: {violation['help']}: {where}")
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            self.faults.append(f"{path}: wider than the screen by {wide} pixels")

    def _asked(self, request: Request) -> None:
        self.addresses.append(request.url)
        if urlsplit(request.url).hostname not in {"127.0.0.1", "localhost", None}:
            self.faults.append(f"asked another host: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status} at {response.url}")
        if "text/html" in response.headers.get("content-type", ""):
            policy = response.headers.get("content-security-policy", "")
            if "default-src 'self'" not in policy or "unsafe" in policy:
                self.faults.append(f"no strict content policy at {response.url}: {policy!r}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not REFUSED.match(message.text):
            self.faults.append(f"console: {message.text}")
