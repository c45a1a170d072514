"""The narratives of the shared data; tests that need them say so when they are absent."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def _find() -> Path:
    for folder in HERE.parents:
        place = folder / "shared" / "data" / "narratives"
        if place.is_dir():
            return place
    return HERE / "absent"


TEXTS = _find()
needs_texts = pytest.mark.skipif(
    not TEXTS.is_dir(), reason="shared/data/narratives is not here; only its texts are missing"
)


def narratives() -> list[Path]:
    return sorted(TEXTS.glob("*.txt"))
