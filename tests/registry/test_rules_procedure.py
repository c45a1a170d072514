"""The procedure keeps the promises; each deliberately broken one is caught, with the way to where it breaks."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from panoh.instruments import countries
from panoh.instruments.countries.procedure_file import procedure_from
from panoh.instruments.kinds.procedure import Procedure
from panoh.instruments.reader import read
from panoh.registry.rules.procedure import PROMISES, Proof, check

AS_WRITTEN = read(Path(countries.__file__).parent / "tj" / "procedure.yaml")
BROKEN = sorted((Path(__file__).parent / "broken_procedures").glob("*.yaml"))


def changed(edit: dict[str, Any]) -> Procedure:
    """The country's procedure with the entries of `edit` laid over it: {steps: {T12: {four_eyes: false}}}."""
    value = deepcopy(AS_WRITTEN)
    for section, entries in edit.items():
        for name, change in entries.items():
            found = [entry for entry in value[section] if name in (entry.get("id"), entry.get("code"), entry["key"])]
            if not found:
                value[section].append({"key": name, **change})
            elif change == "removed":
                value[section].remove(found[0])
            else:
                found[0].update(change)
    return procedure_from(value, countries.roles("tj"), name="broken.yaml")


def failing(procedure: Procedure) -> dict[str, Proof]:
    return {proof.key: proof for proof in check(procedure) if not proof.holds}


def test_every_country_keeps_every_promise() -> None:
    for code in countries.codes():
        proofs = check(countries.procedure(code))

        assert [proof.key for proof in proofs if not proof.holds] == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_procedure_is_caught_with_the_way_there(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))

    found = failing(changed(case["change"]))

    assert set(found) == set(case["breaks"])
    for key, expected in case["breaks"].items():
        assert list(found[key].counter_example) == expected["path"]
        assert expected["says"] in found[key].breaches[0].sentence


def test_every_promise_is_broken_by_some_example() -> None:
    caught = {key for path in BROKEN for key in yaml.safe_load(path.read_text(encoding="utf-8"))["breaks"]}

    assert caught == {key for key, _, _ in PROMISES}
