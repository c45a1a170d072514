"""Which columns of a table are read, under which names, and which are left out."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.screening import ScreeningInstrument

ROW, ID = "row", "id"


@dataclass(frozen=True)
class Layout:
    """`taken` maps the name the rule knows to the heading in the file."""

    instrument: ScreeningInstrument
    taken: dict[str, str]
    headings: tuple[str, ...]
    id_heading: str = ""

    @property
    def read(self) -> dict[str, str]:
        """Every column to be read, with the one that tells the rows apart, where it was asked for."""
        return {**({ID: self.id_heading} if self.id_heading else {}), **self.taken}

    @property
    def left_out(self) -> tuple[str, ...]:
        taken = set(self.read.values())
        return tuple(heading for heading in self.headings if heading not in taken)

    def heading(self, name: str) -> str:
        return self.taken.get(name, name)
