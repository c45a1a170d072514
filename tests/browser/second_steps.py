"""The codes an app shows: each only once, as the house takes them; whoever asks too soon waits for the next."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from panoh.registry.rules.one_time_codes import SECONDS, code_at

_shown: set[str] = set()


def next_app_code(secret: str) -> str:
    """One that was not shown before: of the step after now if the present one was used, which the house takes as well."""
    while True:
        for ahead in (0, SECONDS):
            code = code_at(secret, datetime.now(UTC) + timedelta(seconds=ahead))
            if f"{secret} {code}" not in _shown:
                _shown.add(f"{secret} {code}")
                return code
        time.sleep(1)
