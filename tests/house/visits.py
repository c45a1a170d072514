"""Going through the house as one member of the cast, signed in: a page, or every page and every link on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.test import Client

from tests.house.addresses import address, named_routes

ABOUT_A_DECISION_IN_EFFECT = {"identification:decision_paper", "identification:certificate"}
"""About a man whose decision is in effect: of a proposal there is no paper."""

ABOUT_WHO_WAITS = {"protection:give"}
"""About a woman for whom a place is needed now: whom Shahlo's shelter took in has one."""

ABOUT_A_CLOSED_CASE = {"identification:keep_names", "identification:ask_to_erase"}
"""Names are erased in closed cases only."""


def where(world, route: str) -> str:
    ids = world.ids | {"case_id": world.waiting.case.pk} if route in ABOUT_WHO_WAITS else world.ids
    ids = ids | {"decision_id": world.in_effect} if route in ABOUT_A_DECISION_IN_EFFECT else ids
    ids = ids | {"case_id": world.closed} if route in ABOUT_A_CLOSED_CASE else ids
    return address(route, named_routes()[route], ids)


def signed_in(world, name: str) -> Client:
    return world.clients[name] if name else Client()


def crawl(world, name: str, routes: Iterable[str], beyond: int = 20) -> tuple[str, list[str]]:
    """Every page there is, and links on them beyond, as one member: all that was shown, and every address met."""
    client = signed_in(world, name)
    ahead = [where(world, route) for route in routes]
    most, met, shown = len(ahead) + beyond, [], []
    while ahead and len(met) < most:
        path = ahead.pop(0)
        if path in met:
            continue
        met.append(path)
        answer = client.get(path)
        assert answer.status_code in {200, 302, 403, 404, 405, 422}, (path, answer.status_code)
        shown.append(body(answer))
        ahead += [link for link in links(shown[-1]) if link not in met]
    return "\n".join(shown), met


def body(answer) -> str:
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return whole.decode(errors="replace")


def links(page: str) -> Iterator[str]:
    for link in re.findall(r'(?:href|action)="(/[^"#]*)', page):
        if not link.startswith(("/leave", "/static", "/sign-out")):
            yield link.replace("&amp;", "&")
