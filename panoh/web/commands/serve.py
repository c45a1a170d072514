"""`panoh serve`: brings the database up to date and serves on this machine, or where --host says."""

from __future__ import annotations

import argparse
import contextlib
import os
import socket
import sys
from pathlib import Path

from panoh.web.commands import complain, with_records

LOG_OF_THE_SERVER = Path(__file__).parent.parent / "server_log.json"
"""The lines of the server below Panoh are written as Panoh's own, on standard error: its own would quote an exception."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("serve", help="serve Panoh; on an empty database it asks for the first administrator")
    add_address(parser)
    parser.set_defaults(run=run)


def add_address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: 8000)")
    parser.add_argument("--workers", type=int, default=1, help="processes; more than one needs PostgreSQL (default: 1)")


def run(given: argparse.Namespace) -> int:
    with_records()
    bring_up_to_date()
    return serve(given)


def bring_up_to_date() -> None:
    """The records in the shape this release expects, and the text of its procedure kept for cases that begin under it."""
    from django.core.management import CommandError, call_command
    from django.utils import timezone

    try:
        call_command("migrate", verbosity=0, interactive=False)
    except CommandError as too_old:
        raise SystemExit(complain(str(too_old))) from too_old
    from panoh.registry.actions.procedures import keep_house_text
    from panoh.registry.models import Installation

    if Installation.objects.exists():
        keep_house_text(at=timezone.now())
    count_on_sqlite()
    keep_to_the_owner()


def keep_to_the_owner() -> None:
    """SQLite makes its files as readable as the system lets it; what it makes beside them later is as readable as they are."""
    from django.db import connection

    if connection.vendor == "sqlite":
        file = Path(connection.settings_dict["NAME"])
        for each in file.parent.glob(f"{file.name}*"):
            with contextlib.suppress(OSError):  # gone meanwhile, or another's: no reason not to serve
                each.chmod(0o600)


def count_on_sqlite() -> None:
    """SQLite never looks by itself how much is in its tables, and without knowing takes ten times as long for some lists.
    PostgreSQL looks by itself."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit=1000")
            cursor.execute("ANALYZE")


def serve(given: argparse.Namespace) -> int:
    """Become the server process, so that Ctrl-C and a service manager's signals reach it."""
    from django.conf import settings
    from django.db import connection

    from panoh.desk.request_counts import begin_anew

    if connection.vendor == "sqlite" and given.workers > 1:
        return complain("SQLite has one writer: use --workers 1, or set PANOH_DATABASE to a PostgreSQL address.")
    if _taken(given.host, given.port):
        return complain(
            f"{given.host}:{given.port} is in use already. Stop what serves there, or choose another --port."
        )
    begin_anew(Path(settings.REQUEST_COUNTS))
    _greet(given)
    connection.close()
    sys.stdout.flush()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", given.host, "--port", str(given.port)]
    options = ["--workers", str(given.workers), "--blocking-threads", "4", "--log-level", "warning"]
    options += ["--log-config", str(LOG_OF_THE_SERVER)]
    os.execv(sys.executable, [*command, *options, "panoh.web.wsgi:application"])  # noqa: S606  # our own interpreter, no shell


def _taken(host: str, port: int) -> bool:
    """Two servers can share a port without an error, and an officer would then meet now one installation, now another."""
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def _greet(given: argparse.Namespace) -> None:
    from panoh.desk.sign_in import demo_posts, first_link_token
    from panoh.registry.models import Officer

    address = f"http://{given.host}:{given.port}/"
    print(f"Panoh serves on {address}")
    if not Officer.objects.exists():
        print("This installation is empty. Open this link once to become its first administrator:")
        print(f"  {address}first-administrator/{first_link_token()}/")
    for officer in demo_posts():
        print(f"  sign in as {officer.username:<24} {officer.post}, {officer.post.desk}")
