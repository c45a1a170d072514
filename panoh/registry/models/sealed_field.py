"""Bytes of the vault in a column, written for many records at once.

Django writes many rows into PostgreSQL as one array a column, unless a field has a placeholder of its own. A BinaryField
has one for the sake of databases Panoh does not use; ten thousand people of a list would take a third longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from django.db import models

if TYPE_CHECKING:
    Base = models.BinaryField[bytes | None, bytes | None]
else:
    Base = models.BinaryField


class SealedField(Base):
    """A BinaryField to every database; migrations know it as one."""

    @property
    def get_placeholder(self) -> NoReturn:
        raise AttributeError("a plain placeholder will do")

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.BinaryField", args, kwargs
