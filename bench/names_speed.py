"""How long keys() and compare() take for one name or one pair, beside rapidfuzz's token_sort_ratio."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from random import Random

from rapidfuzz.fuzz import token_sort_ratio

from panoh.names import compare, keys
from panoh.names.invent import people, respell

PEOPLE = 5_000
BASELINE = "rapidfuzz token_sort_ratio"


def main() -> None:
    random = Random(1)
    invented = list(people(PEOPLE, seed=11))
    one = [respell(person, random).text for person in invented]
    other = [respell(person, random).text for person in invented]
    strangers = random.sample(other, len(other))
    measured = {
        BASELINE: microseconds(token_sort_ratio, zip(one, strangers, strict=True)),
        "keys, new names": microseconds(keys, ((name,) for name in one)),
        "keys, names met before": microseconds(keys, ((name,) for name in one)),
        "compare, the same person, new": microseconds(compare, zip(one, other, strict=True)),
        "compare, the same person, met before": microseconds(compare, zip(one, other, strict=True)),
        "compare, strangers, new": microseconds(compare, zip(one, strangers, strict=True)),
        "compare, strangers, met before": microseconds(compare, zip(one, strangers, strict=True)),
    }
    print(f"{'what':40}{'µs a call':>12}{'× rapidfuzz':>14}")
    for what, each in measured.items():
        print(f"{what:40}{each:>12.2f}{each / measured[BASELINE]:>14.1f}")


def microseconds(act: Callable[..., object], arguments: Iterable[tuple[str, ...]]) -> float:
    calls = list(arguments)
    started = time.perf_counter()
    for call in calls:
        act(*call)
    return (time.perf_counter() - started) / len(calls) * 1e6


if __name__ == "__main__":
    main()
