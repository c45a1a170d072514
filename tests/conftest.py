"""One temporary installation for the whole run: own data folder, own keys, the cast in their posts."""

from __future__ import annotations

import os
import tempfile

os.environ["PANOH_DATA"] = tempfile.mkdtemp(prefix="panoh-tests-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "panoh.web.settings")

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.cast import Cast, hire

NOON = datetime(2026, 11, 16, 12, 0, tzinfo=ZoneInfo("Asia/Dushanbe"))  # a Monday


@pytest.fixture
def now() -> datetime:
    """The moment every test happens at: Monday, 16 November 2026, noon in Dushanbe."""
    return NOON


@pytest.fixture
def cast(db: None) -> Cast:
    """The country's agencies with one officer in each post the tests need."""
    return hire(at=NOON)
