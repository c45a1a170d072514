"""A book to write case records into, for an installation that has kept records since 2025."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.statistics.book import Book


@pytest.fixture
def book(cast: Cast) -> Book:
    book = Book(cast)
    book.opened("2025-01-01")
    return book
