"""An officer at the keyboard, over HTTP on one kept connection: signs in, opens pages, sends forms."""

from __future__ import annotations

import time
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from tests.browser.officers import PASSWORD, next_code
from tests.served import Served

IDLE = 0.5  # seconds


class Visitor:
    def __init__(self, server: Served, name: str) -> None:
        parts = urlsplit(server.address)
        self._connection = HTTPConnection(parts.hostname or "", parts.port)
        self._cookies: dict[str, str] = {}
        self._asked_at = time.monotonic()
        self.get("/sign-in/")
        self.post("/sign-in/", {"username": name, "password": PASSWORD})
        self.post("/sign-in/second/", {"code": next_code(name)})

    def close(self) -> None:
        self._connection.close()

    def get(self, path: str) -> str:
        return self._ask("GET", path, None)

    def post(self, path: str, fields: dict[str, str]) -> str:
        """Send a form. Raises unless it was taken (which is answered by sending the browser on)."""
        return self._ask("POST", path, fields | {"csrfmiddlewaretoken": self._cookies["csrftoken"]})

    def find(self, text: str) -> str:
        """The page of what was found: a search is sent as a form, and answered where it was sent."""
        return self._ask("POST", "/find/", {"text": text, "csrfmiddlewaretoken": self._cookies["csrftoken"]}, taken=200)

    def _ask(self, method: str, path: str, fields: dict[str, str] | None, *, taken: int = 302) -> str:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if time.monotonic() - self._asked_at > IDLE:
            self._connection.close()  # the server has closed it too; the next request opens it anew
        self._asked_at = time.monotonic()
        self._connection.request(method, path, urlencode(fields) if fields is not None else None, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        for _, value in filter(lambda header: header[0].lower() == "set-cookie", answer.getheaders()):
            self._cookies.update({name: cookie.value for name, cookie in SimpleCookie(value).items()})
        self._cookies.pop("messages", None)  # said by the page a browser is led on to
        expected = taken if method == "POST" else 200
        if answer.status != expected:
            raise AssertionError(f"{method} {path} was answered with {answer.status}:\n{text[:2000]}")
        return answer.headers.get("Location", "") if expected == 302 else text
