"""Invented records with links between their columns, for releases in tests. Nobody in them is real."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

NAMES = ("year", "sex", "age", "region", "labour", "sexual", "papers kept")
VALUES = (
    tuple(str(year) for year in range(2019, 2025)),
    ("female", "male"),
    ("0-17", "18-29", "30+"),
    ("Khatlon", "Sughd", "Dushanbe", "districts", "GBAO", "abroad"),
    ("1",),
    ("1",),
    ("1",),
)
ENDS = np.cumsum([0, *map(len, VALUES)])
OF = int(ENDS[-1])
COLUMNS = tuple(np.arange(first, end) for first, end in pairwise(ENDS))


def invented_rows(number: int, seed: int = 11) -> np.ndarray:
    """Numbers of values through all columns, -1 where not known."""
    chance = np.random.default_rng(seed)
    sex = chance.integers(2, size=number)
    age = np.where(chance.random(number) < 0.25, 0, chance.integers(1, 3, size=number))
    labour = chance.random(number) < np.where(sex == 1, 0.7, 0.2)
    sexual = chance.random(number) < np.where(sex == 0, 0.6, 0.05)
    papers = chance.random(number) < np.where(labour, 0.5, 0.1)
    region = np.minimum(chance.geometric(0.35, size=number) - 1, 5)
    places = [
        chance.integers(6, size=number),
        sex,
        age,
        region,
        *(np.where(flag, 0, -1) for flag in (labour, sexual, papers)),
    ]
    known = [
        np.where((place >= 0) & (chance.random(number) < 0.9), place + ENDS[at], -1) for at, place in enumerate(places)
    ]
    return np.stack(known, axis=1).astype(np.int64)


def as_csv(rows: np.ndarray) -> str:
    words = [word for values in VALUES for word in values]
    lines = [",".join(NAMES), *(",".join(words[value] if value >= 0 else "" for value in row) for row in rows.tolist())]
    return "\n".join(lines) + "\n"


CODEBOOK = (
    'id: invented\nversion: "1"\nname: {en: Invented records}\npublisher: Nobody\nsources: []\ncrossed_by: year\ncolumns:\n'
    + "".join(
        f'  - {{name: "{name}", title: {{en: "{name}"}}, values: {{are: {list(values)}}}}}\n'.replace("'", '"')
        for name, values in zip(NAMES, VALUES, strict=True)
    )
    + 'contradictions:\n  - {these: {sex: [male], sexual: ["1"], age: ["0-17"]}, because: {en: "invented for a test"}}\n'
)
