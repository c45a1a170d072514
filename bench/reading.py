"""`python -m bench.reading`: what the line in the ledger costs a page that opens a name, with the line and without, in turns."""

from __future__ import annotations

from unittest import mock

from bench.tables import milliseconds, percentile
from panoh.web.commands import with_records

TIMES = 100


def main() -> None:
    from django.test import Client

    from panoh.protection.models import ConsularFile
    from panoh.registry import ledger
    from panoh.registry.models import Officer
    from panoh.registry.sessions import PROVEN, SECOND_STEP

    client = Client(SERVER_NAME="localhost")
    client.force_login(Officer.objects.get(username="timur"))
    session = client.session
    session[PROVEN] = SECOND_STEP
    session.save()
    path = f"/protection/consular/{ConsularFile.objects.order_by('pk')[0].pk}/"
    assert client.get(path).status_code == 200
    written: list[float] = []
    silent: list[float] = []
    for _ in range(TIMES):
        written += milliseconds(lambda: client.get(path), 1)
        with mock.patch.object(ledger, "write"):
            silent += milliseconds(lambda: client.get(path), 1)
    with_line, without = percentile(written, 50), percentile(silent, 50)
    print(
        f"a page that opens a name, p50: {with_line:.1f} ms with its line, {without:.1f} ms without: {with_line / without:.2f} ×"
    )


if __name__ == "__main__":
    with_records()
    main()
