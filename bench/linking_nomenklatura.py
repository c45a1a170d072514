"""The matcher of OpenSanctions (nomenklatura) on the file of the bench: its own index of candidates, its own scoring.

`python -m bench.linking_nomenklatura ALGORITHM FILE OUT`. `logic-v2` is the one it recommends for names across scripts,
`er-unstable` the one its own command for duplicates takes. It considers ten candidates a row, and not 50,000 in all as
that command does unless told otherwise.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from pathlib import Path
from typing import Any

CANDIDATES_A_ROW = 10


def main(algorithm: str, path: str, out: str) -> None:
    from followthemoney import Dataset
    from nomenklatura.blocker import Index
    from nomenklatura.matching import get_algorithm
    from nomenklatura.resolver import Linker
    from nomenklatura.store.memory import MemoryStore

    matcher = get_algorithm(algorithm)
    assert matcher is not None
    dataset = Dataset.make({"name": "register", "title": "register"})
    store: Any = MemoryStore(dataset, Linker({}))
    count = _fill(store, dataset, path)
    view, config = store.default_view(), matcher.default_config()
    with tempfile.TemporaryDirectory() as folder, Path(out).open("w", encoding="utf-8", newline="") as lines:
        index = Index(view, Path(folder))
        index.build()
        writer = csv.writer(lines)
        for (one, other), _ in index.pairs(max_pairs=CANDIDATES_A_ROW * count):
            score = matcher.compare(view.get_entity(one.id), view.get_entity(other.id), config).score
            if score >= 0.2:
                writer.writerow((one.id.removeprefix("r"), other.id.removeprefix("r"), score))
        index.close()


def _fill(store: Any, dataset: Any, path: str) -> int:
    from followthemoney import StatementEntity

    count = 0
    with Path(path).open(encoding="utf-8", newline="") as lines, store.writer() as writer:
        for row in csv.DictReader(lines):
            writer.add_entity(StatementEntity.from_data(dataset, _entity(row)))
            count += 1
    return count


def _entity(row: dict[str, str]) -> dict[str, Any]:
    said = {
        "name": " ".join(filter(None, (row["given"], row["father"], row["family"]))),
        "firstName": row["given"],
        "lastName": row["family"],
        "fatherName": row["father"],
        "birthDate": row["birth_date"],
        "gender": {"f": "female", "m": "male"}.get(row["sex"], ""),
        "nationality": row["nationality"].lower(),
        "passportNumber": row["document"],
        "birthPlace": row["place"],
    }
    return {
        "id": f"r{row['id']}",
        "schema": "Person",
        "properties": {key: [value] for key, value in said.items() if value},
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
