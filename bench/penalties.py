"""20,000 people on a list of detentions, held against 100,000 on record across scripts: sent, read, compared.

Three in ten of the list are on record under another spelling (bench.mass). Printed: seconds from sending to the last row
compared, how many of the known are put before a person, and what is left after it was cut off in the middle and gone on with.
PANOH_DATABASE chooses PostgreSQL.
"""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import time
from datetime import date, timedelta
from random import Random
from typing import Any

from bench import mass
from bench.tables import table
from panoh.web.commands import with_records
from tests.served import served

mass.LISTED = int(os.environ.get("PANOH_BENCH_LISTED", "20000"))
ON = date(2026, 11, 16)
ARTICLES = ("130 КоАП РТ", "335", "")


def main() -> None:
    with served() as server:
        server.run("tests.browser.officers")
        server.run("bench.penalties", "fill")
        done = subprocess.run(
            [sys.executable, "-m", "bench.penalties"],
            env=server.environment,
            capture_output=True,
            text=True,
            check=True,
        )
    measured = json.loads(done.stdout.splitlines()[-1])
    table(("what", "value"), [(what, str(value)) for what, value in measured.items()])


def inside() -> None:
    """Runs beside a server, on its database; prints what it measured."""
    from panoh.exchange.penalties.actions import compare_penalties, send_penalties
    from panoh.exchange.penalties.queries import penalty_summary
    from panoh.justice.models import PenaltyHit, PenaltyList
    from panoh.registry.models import Officer

    by, at, measured = Officer.objects.get(username="zarina"), mass._now(), dict[str, Any]()
    content, truth = penalties()
    started, busy = time.perf_counter(), time.process_time()
    sent = send_penalties(content=content, kind="detention", authority="police", by=by, at=at)
    penalty_summary(sent, language="en")
    measured["sent, read and shown, s"] = mass._since(started)
    while sent.state != "taken":
        sent = PenaltyList.objects.get(pk=compare_penalties(sent=sent, by=by, at=at).pk)
    measured["… and compared: end to end, s"] = mass._since(started)
    measured["of this the processor of this process, s"] = round(time.process_time() - busy, 2)
    found = PenaltyHit.objects.count()
    again = time.perf_counter()
    sent = compare_penalties(sent=sent, by=by, at=at)
    while sent.state != "taken":
        sent = compare_penalties(sent=sent, by=by, at=at)
    measured["the same list again, s"] = mass._since(again)
    measured["hits doubled by it"] = PenaltyHit.objects.count() - found
    measured |= quality(json.loads(mass._kept().read_text()), truth)
    print(json.dumps(measured, ensure_ascii=False))


def penalties() -> tuple[bytes, dict[int, int]]:
    """The list of `bench.mass`, each row with a detention, its article and its last day."""
    content, truth = mass.manifest()
    rows, random = list(csv.reader(io.StringIO(content.decode()))), Random(3)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow((*rows[0][:5], "date", "until", "article"))
    for row in rows[1:]:
        day = ON - timedelta(days=random.randrange(300))
        writer.writerow((*row[:5], f"{day:%d.%m.%Y}", f"{day + timedelta(days=15):%d.%m.%Y}", random.choice(ARTICLES)))
    return text.getvalue().encode(), truth


def fill(at: Any) -> None:
    """The people of `bench.mass`, each with a case: only who has one is under protection."""
    from panoh.registry.models import Case, Officer, Person

    mass.fill(at)
    by = Officer.objects.select_related("post__desk").get(username="zarina")
    people = Person.objects.values_list("pk", flat=True).iterator()
    given = {"track": "adult", "state": "presumed", "state_since": at, "procedure_version": "2026.1", "opened_at": at}
    Case.objects.bulk_create(
        (
            Case(reference=f"B{number:07d}", person_id=person, opened_by=by, desk=by.desk, **given)
            for number, person in enumerate(people)
        ),
        batch_size=5_000,
    )


def quality(ids: list[str], truth: dict[int, int]) -> dict[str, Any]:
    from panoh.justice.models import PenaltyHit

    found: dict[int, set[str]] = {}
    for row, person in PenaltyHit.objects.values_list("row", "case__person"):
        found.setdefault(row, set()).add(str(person))
    right = sum(ids[place] in found.get(row, ()) for row, place in truth.items())
    pairs = sum(map(len, found.values()))
    return {
        "known people on the list": len(truth),
        "of these put before a person": f"{right / max(1, len(truth)):.3f}",
        "of the pairs proposed, right": f"{right / max(1, pairs):.3f}",
        "pairs to look at": pairs,
    }


if __name__ == "__main__":
    with_records()
    fill(mass._now()) if sys.argv[1:] == ["fill"] else inside()
    sys.exit(0)
