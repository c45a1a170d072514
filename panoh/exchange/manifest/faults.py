"""What can be wrong with a manifest, said so that whoever holds the file can mend it. Never shows the value, only its shape."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.exchange.manifest.wording import OF_FILE, OF_ROW, Remedy
from panoh.exchange.shapes import shape_of
from panoh.instruments.kinds.source import Words

__all__ = ["Fault", "ManifestUnusable", "Remedy", "shape_of"]

NOTES = frozenset(("day_month_unclear", "namesake", "read_day_first", "read_month_first"))


class ManifestUnusable(ValueError):
    """The file as a whole cannot be read as a manifest. Nothing of it was taken."""

    def __init__(self, code: str, **about: object) -> None:
        super().__init__(code)
        self.code, self.about = code, about

    @property
    def row(self) -> int:
        """The row at which reading stopped; 0 where it concerns the whole file."""
        row = self.about.get("row", 0)
        return row if isinstance(row, int) else 0

    def what(self, language: str) -> str:
        return OF_FILE[self.code].what.in_language(language).format(**self._about(language))

    def remedy(self, language: str) -> str:
        return OF_FILE[self.code].remedy.in_language(language).format(**self._about(language))

    def _about(self, language: str) -> dict[str, object]:
        return {
            key: said.in_language(language) if isinstance(said, Words) else said for key, said in self.about.items()
        }

    def __str__(self) -> str:
        place = f"row {self.row}: " if self.row else ""
        return f"{place}{self.what('en')} {self.remedy('en')}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one row: the column as the file calls it, the shape of the value, and another row where it
    concerns two. A note is a fault with which the row is taken all the same."""

    row: int
    column: str
    code: str
    shape: str = ""
    other_row: int = 0

    @property
    def is_note(self) -> bool:
        return self.code in NOTES

    def what(self, language: str) -> str:
        return OF_ROW[self.code].what.in_language(language).format(other_row=self.other_row)

    def remedy(self, language: str) -> str:
        return OF_ROW[self.code].remedy.in_language(language).format(other_row=self.other_row)

    def __str__(self) -> str:
        place = f"row {self.row}" + (f", column {self.column}" if self.column else "")
        looks = f" ({self.shape})" if self.shape else ""
        return f"{place}{looks}: {self.what('en')} {self.remedy('en')}"
