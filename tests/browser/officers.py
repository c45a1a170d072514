"""`python -m tests.browser.officers`: puts the cast in their posts on a running installation, all with one password; and
those who are met on a journey only: two who decide again, the guardianship authority, whoever answers for permits, a consul.

Each holds a long sheet of codes for the second step, reckoned from their name, so that whoever drives a browser knows it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from panoh.web.commands import with_records

if TYPE_CHECKING:
    from panoh.registry.models import Officer

PASSWORD = "four unrelated quiet words"
MET_ON_THE_WAY = {"bek": "davlat", "zebo": "davlat"}
AT_POSTS = {
    "dilbar": "guardianship_dushanbe.guardian",
    "umed": "migration_permits.migration_authority",
    "timur": "consulate_moscow.consular_officer",
}
SHEET = 400
SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_used: dict[str, Iterator[int]] = {}


def code_of(name: str, number: int) -> str:
    return "".join(SIGNS[byte % len(SIGNS)] for byte in hashlib.sha256(f"{name} {number}".encode()).digest()[:10])


def next_code(name: str) -> str:
    """One this process has not used yet; processes begin at different places of the sheet."""
    return code_of(name, (os.getpid() * 37 + next(_used.setdefault(name, count()))) % SHEET)


def main() -> None:
    with_records()
    from panoh.registry.models import Officer, Post
    from tests.cast import hire

    cast = hire(at=timezone.localtime())
    posts = {name: cast.officers[colleague].post for name, colleague in MET_ON_THE_WAY.items()}
    posts |= {name: Post.objects.get(code=code) for name, code in AT_POSTS.items()}
    for name, post in posts.items():
        Officer.objects.create(post=post, username=name, name=name.title())
    Officer.objects.update(password=make_password(PASSWORD))
    for officer in Officer.objects.all():
        give_sheet(officer)


def give_sheet(officer: Officer) -> None:
    from panoh.registry.actions.factors import marks_of_code
    from panoh.registry.models import Factor, RecoveryCode

    now = timezone.localtime()
    sheet = Factor.objects.create(officer=officer, kind=Factor.Kind.SHEET, started_at=now, added_at=now)
    marks = [marks_of_code(officer, code_of(officer.username, number))[-1] for number in range(SHEET)]
    RecoveryCode.objects.bulk_create(RecoveryCode(factor=sheet, mark=mark) for mark in marks)


if __name__ == "__main__":
    main()
