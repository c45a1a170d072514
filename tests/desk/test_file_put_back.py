"""A server that runs while its SQLite file is taken away and a copy put in its place."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from bench.visitor import Visitor
from tests.migrated import migrated_file
from tests.served import served

pytestmark = pytest.mark.skipif("PANOH_DATABASE" in os.environ, reason="PostgreSQL keeps its files itself")


def test_whoever_comes_after_a_copy_was_put_in_place_works_on_the_copy():
    """Written on to the file that is gone, every act would be lost."""
    with served() as server:
        server.run("tests.browser.officers")
        with closing(Visitor(server, "zarina")) as visitor:
            assert "<h1>" in visitor.get("/find/")

            file = Path(server.environment["PANOH_DATA"]) / "panoh.sqlite3"
            assert {each.stat().st_mode & 0o777 for each in file.parent.glob("panoh.sqlite3*")} == {0o600}
            shutil.copyfile(migrated_file(), file.with_suffix(".restored"))
            file.with_suffix(".restored").replace(file)

            for _ in range(8):  # whichever thread answers
                with pytest.raises(AssertionError, match="answered with 302"):  # to sign in: the copy knows nobody yet
                    visitor.get("/find/")
