"""The procedure keeps the promises; each deliberately broken one is caught, with the way to where it breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from panoh.instruments import countries
from panoh.instruments.countries.procedure_at import procedure_at
from panoh.instruments.kinds.procedure import Procedure
from panoh.instruments.reader import read
from panoh.registry.rules.procedure import PROMISES, Proof, check

AS_WRITTEN = read(Path(countries.__file__).parent / "tj" / "procedure.yaml")
WRITTEN = countries.procedure("tj")
BROKEN = [*countries.broken_procedures("tj").values()]


def failing(procedure: Procedure) -> dict[str, Proof]:
    return {proof.key: proof for proof in check(procedure) if not proof.holds}


def test_every_country_keeps_every_promise() -> None:
    for code in countries.codes():
        proofs = check(countries.procedure(code))

        assert [proof.key for proof in proofs if not proof.holds] == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_procedure_is_caught_with_the_way_there(path: Path) -> None:
    breaks = read(path, schema="procedure_patch")["breaks"]

    found = failing(procedure_at(path))

    assert set(found) == set(breaks)
    for key, expected in breaks.items():
        assert list(found[key].counter_example) == expected["path"]
        assert expected["says"] in found[key].breaches[0].sentence.en


def test_every_promise_is_broken_by_some_example() -> None:
    caught = {key for path in BROKEN for key in read(path)["breaks"]}

    assert caught == {key for key, _ in PROMISES}
