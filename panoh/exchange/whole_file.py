"""A file that appears whole or not at all, readable by its owner only, so that half a result is never taken for one."""

from __future__ import annotations

import errno
import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """Written beside `path` and renamed at the end; what a run that was killed left behind is cleared away."""
    _clear_left_behind(path)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        if error.errno in _NO_ROOM:  # raised by a write, which does not know the name
            raise OSError(error.errno, os.strerror(error.errno), str(path)) from None
        raise
    finally:
        fresh.unlink(missing_ok=True)


def _clear_left_behind(path: Path) -> None:
    for left in path.parent.glob(f".{glob.escape(path.name)}.*"):
        number = left.name.rpartition(".")[2]
        if number.isdecimal() and not _runs(int(number)):
            shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)


@contextmanager
def folder_beside(path: Path) -> Iterator[Path]:
    """The name of a folder beside `path` for what several machines write; gone at the end."""
    folder = path.with_name(f".{path.name}.parts.{os.getpid()}")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
