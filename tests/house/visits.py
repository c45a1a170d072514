"""Going through the house as one member of the cast, signed in: a page, or every page and every link on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import pytest
from _pytest.mark import ParameterSet
from django.db import connection
from django.test import Client

from panoh.narratives.pdf import text_in_pdf
from tests.house.addresses import address, named_routes

FEW = ("zarina", "nigina", "shahlo", "jamshed", "safar")
"""Of a front desk, the intake desk, a shelter and the prosecution; and the administrator."""

ABOUT_A_DECISION_IN_EFFECT = {"identification:decision_paper", "identification:certificate"}
"""About a man whose decision is in effect: of a proposal there is no paper."""

ABOUT_WHO_WAITS = {"protection:give"}
"""About a woman for whom a place is needed now: whom Shahlo's shelter took in has one."""

ABOUT_A_CLOSED_CASE = {"identification:keep_names", "identification:ask_to_erase"}
"""Names are erased in closed cases only."""

ABOUT_A_CLOSED_LIST = {"identification:keep_list_names", "identification:ask_to_erase_list"}
"""And on lists of closed operations only."""


FEW_ELSEWHERE = ("nigina", "shahlo", "safar")
TWINS = {"gulnora": "davlat", "malika": "rustam", "farzona": "shahlo"}
"""Whoever holds the same post as another, and so stands in the same rows: at such a row one of the two knocks."""


def who_comes(everybody: Sequence[str], may: str = "") -> Sequence[str]:
    """Whether somebody may depends on no database, what a page reads from it does: SQLite lets everybody knock, elsewhere
    a few do, and one of those who `may`."""
    if connection.vendor != "sqlite":
        return (*dict.fromkeys((*may.split()[:1], *FEW_ELSEWHERE)),)
    named = may.split()
    return tuple(name for name in everybody if name not in TWINS or (name in named) != (TWINS[name] in named))


def who_calls(everybody: Sequence[str], may: str, turn: int) -> Sequence[str]:
    """Everybody who may not, and four of those who may, others at each `turn`: what is refused is small, what is done is not."""
    comes = who_comes(everybody, may)
    done = [name for name in comes if name in may.split()]
    return (*(name for name in comes if name not in done), *(done[turn % len(done) :] + done)[:4]) if done else comes


def who_looks(names: Sequence[str], some: Sequence[str], elsewhere: Sequence[str]) -> list[ParameterSet]:
    """Of those a page is opened as: all in the long run, `some` in every run, fewer where it is not SQLite."""
    looks = some if connection.vendor == "sqlite" else elsewhere
    return [pytest.param(name, marks=() if name in looks else pytest.mark.slow) for name in names]


SAME_FOR_ALL = {
    "assessment:answer_file",
    "assessment:answer_paper",
    "assessment:check",
    "exchange:answer_workbook",
    "exchange:figures_file",
    "statistics:home",
    "statistics:sheet_paper",
}
"""Papers and tables of figures and published words: made of no record of a person, one for everybody who may open them, and a
second of work each. A few open them, of every kind of post; a row of the table that leaves somebody out is knocked at by all."""


def who_knocks(everybody: Sequence[str], route: str, may: str) -> Sequence[str]:
    """At a page, of all there are."""
    if route in SAME_FOR_ALL and set(everybody) <= set(may.split()):
        return FEW
    return who_comes(everybody, may)


def where(world, route: str) -> str:
    ids = world.ids | {"case_id": world.waiting.case.pk} if route in ABOUT_WHO_WAITS else world.ids
    ids = ids | {"decision_id": world.in_effect} if route in ABOUT_A_DECISION_IN_EFFECT else ids
    ids = ids | {"case_id": world.closed} if route in ABOUT_A_CLOSED_CASE else ids
    ids = ids | {"operation_id": world.closed_list} if route in ABOUT_A_CLOSED_LIST else ids
    return address(route, named_routes()[route], ids)


def signed_in(world, name: str) -> Client:
    return world.clients[name] if name else Client()


@dataclass(frozen=True)
class Shown:
    """What one member got for one address, and the lines it left in the log."""

    status_code: int
    url: str
    text: str
    logged: str


def opened(world, name: str, path: str, log) -> Shown:
    """A page as one member sees it. The world stands still: a page is opened once for each, and every test looks at that."""
    if (name, path) not in world.shown:
        log.clear()
        answer = signed_in(world, name).get(path)
        world.shown[name, path] = Shown(answer.status_code, getattr(answer, "url", ""), body(answer), log.text)
    return world.shown[name, path]


def crawl(world, name: str, routes: Iterable[str], log, beyond: int = 20) -> list[tuple[str, Shown]]:
    """Every page there is, and links on them beyond, as one member: each address met, with what it showed."""
    ahead = [where(world, route) for route in routes if route not in SAME_FOR_ALL or name in FEW]
    most, met = len(ahead) + beyond, dict[str, Shown]()
    while ahead and len(met) < most:
        path = ahead.pop(0)
        if path in met:
            continue
        met[path] = opened(world, name, path, log)
        assert met[path].status_code in {200, 302, 403, 404, 405, 422}, (path, met[path].status_code)
        ahead += [link for link in links(met[path].text) if link not in met]
    return list(met.items())


def body(answer) -> str:
    return readable(b"".join(answer.streaming_content) if answer.streaming else answer.content)


def readable(whole: bytes) -> str:
    """What a person reads in it: a PDF's and a workbook's words are packed, and no mark would be found in the bytes."""
    if whole.startswith(b"%PDF-"):
        return text_in_pdf(whole)
    if whole.startswith(b"PK"):
        with ZipFile(BytesIO(whole)) as parts:
            return "\n".join(parts.read(each).decode(errors="replace") for each in parts.namelist())
    return whole.decode(errors="replace")


def links(page: str, where: str = "href|action") -> Iterator[str]:
    for link in re.findall(rf'(?:{where})="(/[^"#]*)', page):
        if not link.startswith(("/leave", "/static", "/sign-out")):
            yield link.replace("&amp;", "&")
