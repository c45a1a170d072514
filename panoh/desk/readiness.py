"""Whether officers can be sent to this server: the database answers, records have this release's shape, and the keys are those
the records were sealed with. Anybody may ask, and often: it costs a few small questions and opens no word of anybody."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from panoh.registry import ledger, vault
from panoh.registry.key_ring import ring
from panoh.registry.ledger_lines import line_of
from panoh.registry.models import LedgerEntry, LedgerHead, Person

UNANSWERED = "the database does not answer"
OTHER_RELEASE = "the records are of another release: start it with panoh serve"
NO_KEYS = "the keys are not in the data folder: panoh keys put-back"
UNREAD_KEYS = "the keys in the data folder cannot be read: panoh keys put-back"
OTHER_KEYS = "the keys in the data folder are not those the records were sealed with: panoh keys put-back"


def database_answers() -> bool:
    """Asked over the connection itself: one out of the pool may be open here and long closed over there."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone())
    except Error:
        return False


def what_lacks() -> str:
    """What keeps officers from working here, in words for whoever runs the server; empty where nothing does."""
    try:
        if not database_answers():
            return UNANSWERED
        if shape() - set(MigrationRecorder(connection).applied_migrations()):
            return OTHER_RELEASE
        return _of_the_keys()
    except Error:
        return UNANSWERED


@cache
def shape() -> frozenset[tuple[str, str]]:
    """The migrations of this release. They are files beside the code: read once by each process."""
    return frozenset(MigrationLoader(None).graph.nodes)


def _of_the_keys() -> str:
    if not Path(settings.KEY_RING_FILE).exists():
        return NO_KEYS
    try:
        ring()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return UNREAD_KEYS
    return "" if _seals_the_ledger() and _opens_records() else OTHER_KEYS


def _seals_the_ledger() -> bool:
    """The last line's seal is the one this key makes. The line that hands on to another key bears the seal of the key before."""
    head = LedgerHead.objects.first()
    if head is None or not head.seq:
        return True
    if ring().ledger_key(head.segment) is None:
        return False
    last, *before = LedgerEntry.objects.order_by("-seq")[:2]
    if last.act == ledger.TURNED or any(each.act == ledger.TURNED for each in before):
        return True
    return ledger.seal_of(before[0].seal if before else "", line_of(last), segment=head.segment) == last.seal


def _opens_records() -> bool:
    """The key of the newest person's record opens. Their words stay shut: to read them is an act, with its line in the ledger."""
    newest = Person.objects.exclude(sealed_key=None).order_by("-pk").only("sealed_key").first()
    return newest is None or vault.key_opens(newest)
