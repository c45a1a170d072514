"""The words for a fault: what is wrong, and what whoever holds the file does about it."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.source import Words


@dataclass(frozen=True, slots=True)
class Remedy:
    """What is wrong, and what whoever holds the file does about it."""

    what: Words
    remedy: Words
