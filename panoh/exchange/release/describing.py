"""What stands beside the tables of a release: a readme in plain words, how useful it is, and its metadata (DCAT)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from panoh.exchange.distribution import CONTEXT, distribution
from panoh.exchange.release.files import HIDDEN, NOT_KNOWN
from panoh.instruments.kinds.codebook import Codebook
from panoh.statistics.rules.release.private import PrivateRelease
from panoh.statistics.rules.release.safe import SafeTables
from panoh.statistics.rules.release.utility import Utility
from panoh.statistics.rules.values import SMALL

_TYPES = {".csv": "text/csv", ".md": "text/markdown", ".json": "application/json"}
_OF = {1: "single values", 2: "pairs of values", 3: "triples of values"}


@dataclass(frozen=True)
class Described:
    book: Codebook
    at: str
    epsilon: float
    delta: float
    cost: float
    safe: SafeTables | None
    private: PrivateRelease | None
    utility: Utility | None
    notes: tuple[str, ...]


def describe(folder: Path, what: Described) -> None:
    if what.utility:
        told = {**asdict(what.utility), "why_not": what.utility.why_not, "epsilon": what.epsilon, "delta": what.delta}
        (folder / "private" / "utility.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    (folder / "readme.md").write_text("\n\n".join(_readme(what)) + "\n", encoding="utf-8")
    (folder / "dcat.jsonld").write_text(json.dumps(_dcat(folder, what), indent=1) + "\n", encoding="utf-8")


def _readme(what: Described) -> list[str]:
    parts = [
        f"# {what.book.name.en}",
        f"Made on {what.at[:10]} by the codebook {what.book.id}, version {what.book.version}.",
    ]
    if what.utility and what.utility.why_not:
        parts.append(
            f"**The private part is not useful:** {'; '.join(what.utility.why_not)}. Too few records for this epsilon."
        )
    if what.safe:
        parts += _about_safe(what.safe, what.book)
    if what.private and what.utility:
        parts += _about_private(what)
    if what.safe and what.private:
        parts.append(
            "## Both together\n\nThe two parts protect in different ways. What is said of epsilon holds for the folder private; "
            "whoever publishes safe beside it publishes exact counts too. Where the strongest protection is needed, publish "
            "private alone."
        )
    return parts


def _about_safe(safe: SafeTables, book: Codebook) -> list[str]:
    left_out = ", ".join(book.columns[column].name for column in safe.given_up)
    text = (
        "## safe/tables.csv\n\nExact counts of persons: every column by itself, and crossed by "
        f"{book.columns[safe.crossing].name}. Counts from 1 to {SMALL - 1} are `{HIDDEN}`, and so are others, so that a "
        "small one cannot be reckoned from totals: each small count was attacked with everything that is printed here, and "
        f"may still be any of at least {SMALL + 1} numbers. Shown cells hold {safe.shown:.0%} of the persons. 0 is nobody; a "
        f"value that is not listed has nobody. `{NOT_KNOWN}` is not recorded, and never no."
    )
    return [text, *([f"Left out, because they could not be made safe: {left_out}."] if left_out else [])]


def _about_private(what: Described) -> list[str]:
    assert what.utility is not None
    lines = [
        f"| {_OF[each.size]} | {each.printed:,} | {each.error:.0%} | {each.records_differ:.0%} |"
        for each in what.utility.sizes
    ]
    return [
        "## private\n\nNumbers with noise. Whether any one person is in the records or not changes what can be read here by "
        f"a factor of at most e to the {what.epsilon:g} (differential privacy, epsilon {what.epsilon:g}, delta {what.delta:.2g}; "
        f"as composed {what.cost:.4f}), whatever else a reader knows. Two files are neighbours when one has one person's row "
        "more. The values a column may have, and about how many records there are, are taken for public.",
        "`counts.csv`: about how many persons have each value, pair and triple of values, with the error to expect. What is "
        f"not listed is not shown to be nobody: probably fewer than {SMALL}. `records.csv`: invented persons whose counts are "
        "like those. **Nobody in it is a real person**, and no row says anything about one. Do not count combinations of more "
        "than three values.",
        "| | printed | expected error | records differ |\n| --- | ---: | ---: | ---: |\n" + "\n".join(lines),
        "The errors are reckoned from the noise, not from the records, so that saying them gives nothing away.",
    ]


def _dcat(folder: Path, what: Described) -> dict[str, object]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        "@context": CONTEXT,
        "@type": "dcat:Dataset",
        "dct:title": what.book.name.en,
        "dct:identifier": f"{what.book.id}/{what.at}",
        "dct:issued": what.at[:10],
        "dct:publisher": what.book.publisher,
        "dct:description": "Tables and invented records about persons, protected against recognising anyone; see readme.md.",
        "dct:conformsTo": f"{what.book.id} {what.book.version}",
        "dcat:distribution": [_distribution(path, folder) for path in files],
    }  # fmt: skip


def _distribution(path: Path, folder: Path) -> dict[str, object]:
    name = path.relative_to(folder).as_posix()
    return distribution(name, address=name, kind=_TYPES[path.suffix], content=path.read_bytes())
