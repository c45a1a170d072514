"""Recovery keys: the public half stands on the server and locks; the private half is kept in a safe and opens.

Whoever takes the server, or the copies, cannot open a copy. Several officials can each hold a key of their own.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pyrage
from django.conf import settings

from panoh.exchange.backup.faults import CannotKeep


def recipients_file() -> Path:
    return Path(settings.DATA) / "recovery.txt"


def new_recovery_key(to: Path) -> str:
    """Write a private recovery key to a file of its own and its public half to the server. Gives the public half.

    CannotKeep where the file is there already.
    """
    identity = pyrage.x25519.Identity.generate()
    public = str(identity.to_public())
    text = f"# Panoh recovery key. Keep it apart from the server: it opens every copy made for it.\n# {public}\n{identity}\n"
    try:
        descriptor = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise CannotKeep(f"{to} is there already. Choose another file, so that no key is lost.") from None
    except OSError as error:
        raise CannotKeep(f"{to} cannot be written: {error.strerror}. Nothing was changed.") from None
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
    lock_for_too([public])
    return public


def lock_for_too(public: Iterable[str]) -> None:
    """Copies are locked for these as well from now on; those known stay as they are."""
    known = known_recipients()
    with recipients_file().open("a", encoding="ascii") as file:
        file.writelines(f"{each}\n" for each in public if each not in known)


def known_recipients() -> list[str]:
    file = recipients_file()
    return file.read_text(encoding="ascii").split() if file.exists() else []


def recipients() -> list[pyrage.x25519.Recipient]:
    """The public halves copies are locked for. CannotKeep where there is none."""
    lines = known_recipients()
    if not lines:
        raise CannotKeep(
            "No recovery key is known, so nobody could open a copy. Make one first: panoh keys recovery --to FILE."
        )
    return [pyrage.x25519.Recipient.from_str(line) for line in lines]


def identity_in(file: Path) -> pyrage.x25519.Identity:
    """The private recovery key written in a file. CannotKeep where there is none in it."""
    try:
        lines = [line for line in file.read_text(encoding="ascii").splitlines() if line and not line.startswith("#")]
        return pyrage.x25519.Identity.from_str(lines[0].strip())
    except OSError as error:
        raise CannotKeep(f"{file} cannot be read: {error.strerror}.") from None
    except (IndexError, UnicodeDecodeError, pyrage.IdentityError):
        raise CannotKeep(f"{file} holds no recovery key; its line begins with AGE-SECRET-KEY-.") from None


def lock(plain: Path, to: Path) -> None:
    """Lock a file for every recovery key known; complete under its own name or not there at all."""
    unfinished = to.with_name(f"{to.name}.part")
    pyrage.encrypt_file(str(plain), str(unfinished), recipients())
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    unfinished.replace(to)


def unlock(locked: Path, to: Path, *, key: Path) -> None:
    """Open a locked file. CannotKeep where it is not there, made for another key, cut off or altered."""
    identity = identity_in(key)
    if not locked.exists():
        raise CannotKeep(f"{locked} is not there.")
    try:
        pyrage.decrypt_file(str(locked), str(to), [identity])
    except (pyrage.DecryptError, OSError) as error:
        to.unlink(missing_ok=True)  # the part before the fault is not to be trusted
        raise CannotKeep(
            f"{locked.name} does not open with this key: it was made for another, or it was cut off or altered ({error})."
        ) from None
