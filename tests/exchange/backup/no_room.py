"""`python -m tests.exchange.backup.no_room FOLDER`: makes a copy where there is room for it and for nothing beside it, and says
how many copies are on record then."""

from __future__ import annotations

import errno
import os
import sys
from typing import Any

from panoh.__main__ import main as panoh

opened = os.open


def full(path: Any, *more: Any, **named: Any) -> int:
    if str(path).endswith(".anchor"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return opened(path, *more, **named)


def main() -> int:
    os.open = full
    status = panoh(["backup", "--to", sys.argv[1]])
    from panoh.registry.models import LedgerEntry

    sys.stdout.write(f"on record: {LedgerEntry.objects.filter(act='make_copy').count()}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
