"""Function calls of Python and statements of SQL that My work and a case page take, by post, in the demonstration of PANOH_DATA
(`panoh demo` makes one). No load on the machine changes them. Only when asked by name."""

from __future__ import annotations

import cProfile
import logging
import pstats
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from bench.tables import table

if TYPE_CHECKING:
    from django.test import Client

POSTS = ("border-guard", "intake", "commission", "case-manager", "shelter")
CASES, TIMES = 10, 20


def main() -> None:
    from panoh.web.commands import with_records

    with_records()
    logging.disable(logging.CRITICAL)  # a case that is not theirs is refused, and that is logged
    heads = ("post", "my work: calls", "statements", "a case page: calls", "statements")
    table(heads, [(post, *_of_post(post)) for post in POSTS])


def _of_post(post: str) -> tuple[int, float, int, float]:
    from django.conf import settings
    from django.test import Client

    from panoh.registry.models import Case, Officer
    from tests.cast import as_after_second_step

    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(Officer.objects.get(username=post))
    as_after_second_step(client)
    pages = (f"/case/{key}/" for key in Case.objects.values_list("pk", flat=True))
    theirs = list(islice((page for page in pages if client.get(page, secure=True).status_code == 200), CASES))
    return (*_taken(client, ["/"]), *_taken(client, theirs))


def _taken(client: Client, pages: Sequence[str]) -> tuple[int, float]:
    """Calls and statements of one of these pages, once everything is worded."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for page in pages:
        client.get(page, secure=True)
    profile = cProfile.Profile()
    with profile:
        for number in range(TIMES):
            client.get(pages[number % len(pages)], secure=True)
    with CaptureQueriesContext(connection) as sent:
        for page in pages:
            client.get(page, secure=True)
    calls = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]  # not in the stubs
    return int(calls / TIMES), round(len(sent) / len(pages), 1)
