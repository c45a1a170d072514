"""10,000 people on a list, held against 100,000 on record across scripts: sent, checked, matched, scored and queued.

Three in ten of the list are on record under another spelling, made by other rules than the search keys use. Printed:
seconds from sending to the last person queued, how many of the known are proposed, how many candidates a row gets, and
the same 10,000 rows into a plain table for comparison. PANOH_DATABASE chooses PostgreSQL.
"""

from __future__ import annotations

import csv
import gc
import io
import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from bench.tables import table
from panoh.names.invent import InventedPerson, people, respell
from panoh.web.commands import with_records
from tests.served import served

KNOWN = int(os.environ.get("PANOH_BENCH_KNOWN", "100000"))
LISTED = int(os.environ.get("PANOH_BENCH_LISTED", "10000"))
ON_RECORD, SAME_PAPER, DAY_WRONG = 0.3, 0.3, 0.1
"""Of the list: on record; of these with the same paper; of these with another day of birth written."""
ON = date(2026, 11, 16)
HEADINGS = ("full name", "sex", "birth date", "nationality", "document", "flight", "injured",
            "AL.CD.documents", "AL.CD.violence_victim")  # fmt: skip


def main() -> None:
    with served() as server:
        server.run("tests.browser.officers")
        server.run(
            "bench.mass", "fill"
        )  # in a process of its own: what it leaves in memory would slow the measured one
        done = subprocess.run(
            [sys.executable, "-m", "bench.mass"], env=server.environment, capture_output=True, text=True, check=True
        )
    measured = json.loads(done.stdout.splitlines()[-1])
    table(("what", "value"), [(what, str(value)) for what, value in measured.items()])


def inside() -> None:
    """Runs beside a server, on its database; prints what it measured."""
    from panoh.exchange.actions import send_list, take_list
    from panoh.exchange.queries import summary
    from panoh.registry.models import Officer
    from panoh.screening.actions import open_operation

    measured: dict[str, Any] = {}
    zarina, at = Officer.objects.get(username="zarina"), _now()
    content, truth = manifest()
    gc.collect()
    operation = open_operation(kind="flight", title="bench", on=ON, by=zarina, at=at)
    started, busy = time.perf_counter(), time.process_time()
    sent = send_list(operation=operation, content=content, by=zarina, at=at)
    measured["sent and checked, s"] = _since(started)
    summary(sent, language="en")
    measured["… and shown, s"] = _since(started)
    while sent.state != "taken":
        sent = take_list(sent=sent, by=zarina, at=at)
    measured["… matched, scored, queued: end to end, s"] = _since(started)
    measured["of this the processor of this process, s"] = round(time.process_time() - busy, 2)
    again = time.perf_counter()
    sent = take_list(sent=sent, by=zarina, at=at)
    while sent.state != "taken":
        sent = take_list(sent=sent, by=zarina, at=at)
    measured["the same list again, s"] = _since(again)
    measured |= quality(json.loads(_kept().read_text()), truth)
    measured["plain csv and insert, s"] = plain(content)
    measured["× plain"] = round(
        measured["… matched, scored, queued: end to end, s"] / measured["plain csv and insert, s"]
    )
    measured["MB"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(json.dumps(measured, ensure_ascii=False))


def fill(at: Any) -> None:
    """People on record as the acts leave them (sealed, indexed), each under the spelling of one of their papers."""
    from django.db import transaction

    from panoh.registry import vault
    from panoh.registry.models import Person, PersonKey
    from panoh.registry.queries.people import birth_digests, digests

    ids: list[str] = []
    random = Random(1)
    made: list[Any] = []
    keys: list[Any] = []

    def save() -> None:
        with transaction.atomic():
            Person.objects.bulk_create(made, batch_size=1_000)
            PersonKey.objects.bulk_create(keys, batch_size=5_000)
        made.clear()
        keys.clear()

    for someone in people(KNOWN, seed=11):
        name, born = random.choice(someone.names_as_written).text, someone.birth_date
        sex = {"f": "female", "m": "male"}[someone.sex]
        person = Person(reference=f"N-{len(ids)}", sex=sex, born_from=born.year, born_to=born.year,
                        nationality=someone.nationality, invented=True, registered_at=at)  # fmt: skip
        vault.seal(person, {"names": [{"text": name, "source": "passport"}], "birth_date": born.isoformat(),
                            "documents": [{"kind": "passport", "number": _number(someone)}]})  # fmt: skip
        found = digests(names=(name,), documents=(_number(someone),))
        found |= birth_digests(names=(name,), birth_date=born.isoformat(), born_from=born.year, born_to=born.year)
        keys += [PersonKey(person=person, kind=kind, digest=digest) for kind, digest in sorted(found)]
        made.append(person)
        ids.append(str(person.pk))
        if len(made) == 5_000:
            save()
    save()
    _kept().write_text(json.dumps(ids))


def _kept() -> Path:
    """Who the known people are, in the order they were invented."""
    return Path(os.environ["PANOH_DATA"]) / "known.json"


def manifest() -> tuple[bytes, dict[int, int]]:
    """The list, and for each row whose person is on record, who that is. A fresh spelling for everybody."""
    random = Random(2)
    known = list(people(KNOWN, seed=11))
    chosen = random.sample(range(KNOWN), min(KNOWN, int(LISTED * ON_RECORD)))
    strangers = people(LISTED - len(chosen), seed=77)
    listed: list[tuple[InventedPerson, int | None]] = [(known[place], place) for place in chosen]
    listed += [(stranger, None) for stranger in strangers]
    random.shuffle(listed)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    truth = {}
    for row, (someone, place) in enumerate(listed, start=2):
        if place is not None:
            truth[row] = place
        writer.writerow(_cells(row, someone, random, known=place is not None))
    return text.getvalue().encode(), truth


def _cells(row: int, someone: InventedPerson, random: Random, *, known: bool) -> list[str]:
    born = someone.birth_date
    if known and random.random() < DAY_WRONG:
        born = random.choice((born.replace(month=1, day=1), born.replace(day=1 + born.day % 28)))
    written = random.choice((born.isoformat(), f"{born:%d.%m.%Y}"))
    number = _number(someone) if known and random.random() < SAME_PAPER else f"NEW{row:07d}"
    answers = [random.choice(("yes", "no", "unknown", "")) for _ in range(3)]
    return [respell(someone, random).text, someone.sex, written, someone.nationality, number, "DEMO 1", *answers]


def _number(someone: InventedPerson) -> str:
    """Wider than the invented numbers are: by chance nobody shares one."""
    return f"{someone.document_number}-{someone.birth_date:%y%m%d}"


def quality(ids: list[str], truth: dict[int, int]) -> dict[str, Any]:
    from panoh.screening.models import RosterEntry, RosterMatch

    rows = dict(RosterEntry.objects.values_list("pk", "row"))
    found: dict[int, dict[str, str]] = {}
    for entry, person, strength in RosterMatch.objects.values_list("entry", "person", "strength"):
        found.setdefault(rows[entry], {})[str(person)] = strength
    right = {row: found[row][ids[place]] for row, place in truth.items() if ids[place] in found.get(row, {})}
    pairs = sum(map(len, found.values()))
    strengths = Counter(strength for each in found.values() for strength in each.values())
    good = Counter(right.values())
    return {
        "known people on the list": len(truth),
        "of these proposed": f"{len(right) / max(1, len(truth)):.3f}",
        "of the pairs proposed, right": f"{len(right) / max(1, pairs):.3f}",
        "rows with a candidate": len(found),
        "candidates for each of these": f"{pairs / max(1, len(found)):.2f}",
        "by strength (right of all)": ", ".join(f"{name} {good[name]}/{number}" for name, number in strengths.items()),
    }


def plain(content: bytes) -> float:
    """What a plain table costs on the same database: csv and inserts, in one transaction."""
    from django.db import connection, transaction

    started = time.perf_counter()
    rows = list(csv.reader(io.StringIO(content.decode())))
    places = ", ".join(["%s"] * len(HEADINGS))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE plain_rows ({', '.join(f'c{n} text' for n in range(len(HEADINGS)))})")
        cursor.executemany(f"INSERT INTO plain_rows VALUES ({places})", rows[1:])
    return _since(started, 3)


def _since(started: float, digits: int = 2) -> float:
    return round(time.perf_counter() - started, digits)


def _now() -> Any:
    from django.utils import timezone

    return timezone.now()


if __name__ == "__main__":
    with_records()
    fill(_now()) if sys.argv[1:] == ["fill"] else inside()
    sys.exit(0)
