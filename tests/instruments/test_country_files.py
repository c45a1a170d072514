"""The country's files hold together, and a slip in one of them is an error that names the place."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from panoh.instruments import countries
from panoh.instruments.countries.country_files import agencies_from, divisions_from
from panoh.instruments.countries.procedure_file import procedure_from
from panoh.instruments.kinds.source import Citation, Verification
from panoh.instruments.kinds.source_file import cited, hold_to_sources
from panoh.instruments.reader import TextError, hold_to_schema, read
from panoh.instruments.referral import services

FOLDER = Path(countries.__file__).parent / "tj"
PROCEDURE = read(FOLDER / "procedure.yaml")
Edit = Callable[[dict[str, Any]], object]


def procedure_with(edit: Edit) -> None:
    value = deepcopy(PROCEDURE)
    edit(value)
    procedure_from(value, countries.roles("tj"), name="procedure.yaml")


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (lambda v: v["steps"][0].update(owner="chief"), "step T01: unknown role 'chief'"),
        (lambda v: v["steps"][2].update(to=["S44"]), "step T03: unknown state 'S44'"),
        (lambda v: v["steps"][2].update(preconditions=["asked"]), "step T03: unknown precondition 'asked'"),
        (lambda v: v["steps"][2].update(consent=["all"]), "step T03: unknown consent 'all'"),
        (lambda v: v["steps"][2].update(clock="soon"), "step T03: unknown clock 'soon'"),
        (lambda v: v["steps"].append(v["steps"][0]), "the step 'T01' stands twice"),
        (lambda v: v["states"].append({**v["states"][0], "key": "other"}), "the state 'S00' stands twice"),
        (lambda v: v["clocks"][0].update(escalates_to="chief"), "clock screening_of_detained: unknown role 'chief'"),
        (lambda v: v["cases"][0].update(clock="soon"), "unknown clock 'soon'"),
        (lambda v: v["steps"][0].pop("owner"), "at steps → T01: 'owner' is missing"),
        (lambda v: v["adoption"].update(status="adopted"), "at adoption: 'on' is missing"),
    ],
)
def test_a_slip_in_the_procedure_is_named(edit: Edit, says: str) -> None:
    with pytest.raises(TextError, match=r"procedure\.yaml") as error:
        procedure_with(edit)

    assert says in str(error.value)


@pytest.mark.parametrize(("amount", "says"), [(20, "under the floor"), (200, "over the ceiling")])
def test_a_recovery_period_outside_its_bounds_is_refused(amount: int, says: str) -> None:
    def shorten(value: dict[str, Any]) -> None:
        next(clock for clock in value["clocks"] if clock["key"] == "reflection").update(amount=amount)

    with pytest.raises(TextError, match=says):
        procedure_with(shorten)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"roles": ["chief"]}, "unknown role 'chief'"),
        ({"roles": ["person"]}, "unknown role 'person'"),
        ({"region": "TJ-XX"}, "unknown region 'TJ-XX'"),
        ({"services": ["massage"]}, "unknown service 'massage'"),
        ({"roles": ["investigator", "preliminary_decider"]}, "investigates and decides"),
        ({"key": "commission"}, "stands twice"),
    ],
)
def test_a_slip_in_the_agencies_is_named(change: dict[str, Any], says: str) -> None:
    value = deepcopy(read(FOLDER / "agencies.yaml"))
    value["agencies"][0]["desks"][0].update(change)

    with pytest.raises(TextError, match=says):
        agencies_from(
            value,
            roles=countries.roles("tj"),
            regions=[division.code for division in countries.divisions("tj")],
            services=[service.key for service in services()],
            name="agencies.yaml",
        )


def test_a_district_in_no_region_is_named() -> None:
    value = deepcopy(read(FOLDER / "divisions.yaml"))
    value["units"][0]["region"] = "TJ-XX"

    with pytest.raises(TextError, match="TJ-GB-01: unknown region 'TJ-XX'"):
        divisions_from(value, name="divisions.yaml")


def test_a_citation_never_claims_more_than_its_source() -> None:
    claimed = Citation("panoh-design", "states", Verification.OFFICIAL)

    with pytest.raises(TextError, match="only provisional"):
        hold_to_sources((claimed,), countries.sources("tj"), name="procedure.yaml")


def test_a_citation_of_an_unlisted_text_is_named() -> None:
    with pytest.raises(TextError, match="'my-memory', which is not listed"):
        hold_to_sources((Citation("my-memory", "", Verification.PROVISIONAL),), countries.sources("tj"), name="x.yaml")


def test_nothing_in_the_country_is_marked_official() -> None:
    """No official text was read in full when these files were written."""
    built = (countries.procedure("tj"), countries.agencies("tj"), countries.offences("tj").offences)

    assert Verification.OFFICIAL not in {citation.verification for citation in cited(built)}


def test_an_unknown_country_is_named() -> None:
    with pytest.raises(TextError, match=r"there is no country 'zz'; known: .*tj"):
        countries.procedure("zz")


@pytest.mark.parametrize(
    "name", ["country", "roles", "procedure", "calendar", "divisions", "agencies", "offences", "sources"]
)
def test_every_file_keeps_its_schema(name: str) -> None:
    for code in countries.codes():
        path = FOLDER.parent / code / f"{name}.yaml"

        hold_to_schema(read(path), name, name=path.name)
