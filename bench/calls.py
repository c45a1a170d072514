"""Function calls of Python that a case page takes, by post, in the demonstration of PANOH_DATA (`panoh demo` makes one). No load
on the machine changes them. Only when asked by name."""

from __future__ import annotations

import cProfile
import logging
import pstats
from itertools import islice

from bench.tables import table

POSTS = ("border-guard", "intake", "commission", "case-manager", "shelter")
CASES, TIMES = 10, 20


def main() -> None:
    from panoh.web.commands import with_records

    with_records()
    logging.disable(logging.CRITICAL)  # a case that is not theirs is refused, and that is logged
    table(("a case page", "calls"), [(post, _calls(post)) for post in POSTS])


def _calls(post: str) -> int:
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
    profile = cProfile.Profile()
    with profile:
        for number in range(TIMES):
            client.get(theirs[number % len(theirs)], secure=True)
    return int(pstats.Stats(profile).total_calls / TIMES)  # type: ignore[attr-defined]  # not in the stubs
