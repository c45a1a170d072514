"""Calls of the API as a careless or hostile client makes them: records that exist in fields of the wrong kind, empty and huge
values, days there are not. Drawn by hypothesis from the API's own description."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from panoh.web.api import api

ODD: tuple[Any, ...] = (
    None,
    "",
    " ",
    "a\x00b",
    "\ud800",
    "x" * 5000,
    "Канарейка’%_\\",
    "🂡" * 200,
    "2026-02-30",
    "0001-01-01",
    "9999-12-31",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "-1",
    0,
    -1,
    2**31,
    2**63,
    10**400,
    1e308,
    True,
    [],
    [None],
    {},
    {"": []},
)
METHODS_WITH_BODY = {"post", "put", "patch", "delete"}


@dataclass(frozen=True)
class Call:
    method: str
    path: str
    query: dict[str, Any]
    body: Any


@dataclass(frozen=True)
class Described:
    """One operation as /api/openapi.json has it."""

    method: str
    path: str
    tag: str
    parameters: tuple[dict[str, Any], ...]
    body: dict[str, Any] | None
    takes_file: bool


def described() -> tuple[tuple[Described, ...], dict[str, Any]]:
    schema = api.get_openapi_schema(path_prefix="/api")
    found = []
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            content = operation.get("requestBody", {}).get("content", {})
            body = next((each["schema"] for each in content.values()), None)
            file, tag = "multipart/form-data" in content, operation["tags"][0]
            found.append(Described(method, path, tag, tuple(operation.get("parameters", ())), body, file))
    return tuple(found), schema.get("components", {}).get("schemas", {})


def calls(operation: Described, schemas: Mapping[str, Any], known: Mapping[str, object]) -> st.SearchStrategy[Call]:
    """`known`: records by the name of the argument that leads to them."""
    in_path = {each["name"]: each for each in operation.parameters if each["in"] == "path"}
    in_query = {each["name"]: each for each in operation.parameters if each["in"] == "query"}
    path = st.fixed_dictionaries({name: _in_path(name, each["schema"], known) for name, each in in_path.items()})
    query = st.fixed_dictionaries(
        {}, optional={name: _some(each["schema"], schemas, known, name).map(_said) for name, each in in_query.items()}
    )
    body = _some(operation.body, schemas, known, "") if operation.body else st.none()
    return st.builds(
        lambda in_path, query, body: Call(operation.method, operation.path.format(**in_path), query, body),
        path,
        query,
        body,
    )


def _in_path(name: str, schema: Mapping[str, Any], known: Mapping[str, object]) -> st.SearchStrategy[str]:
    there = [str(known[name])] * 6 if name in known else []
    odd = ["0", "-1", str(2**63), "00000000-0000-0000-0000-000000000000", "x", "%00", "0%00", "а"]
    return st.sampled_from([*there, *odd])


def _some(schema: Mapping[str, Any], schemas: Mapping[str, Any], known: Mapping[str, object], name: str) -> Any:
    """Mostly what is asked for, so that the call comes far; now and then something else."""
    return st.one_of(*[_fitting(schema, schemas, known, name)] * 5, st.sampled_from(ODD))


def _fitting(schema: Mapping[str, Any], schemas: Mapping[str, Any], known: Mapping[str, object], name: str) -> Any:
    if "$ref" in schema:
        return _fitting(schemas[schema["$ref"].rsplit("/", 1)[1]], schemas, known, name)
    for choice in ("allOf", "anyOf", "oneOf"):
        if choice in schema:
            return st.one_of(*(_fitting(each, schemas, known, name) for each in schema[choice]))
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema.get("type") == "object":
        return _object(schema, schemas, known)
    if schema.get("type") == "array":
        return st.lists(_some(schema.get("items", {}), schemas, known, name), max_size=3)
    return _plain(schema, known, name)


def _object(schema: Mapping[str, Any], schemas: Mapping[str, Any], known: Mapping[str, object]) -> Any:
    wanted, fields = set(schema.get("required", ())), schema.get("properties", {})
    made = {key: _some(each, schemas, known, key) for key, each in fields.items()}
    return st.fixed_dictionaries(
        {key: each for key, each in made.items() if key in wanted},
        optional={key: each for key, each in made.items() if key not in wanted},
    )


def _plain(schema: Mapping[str, Any], known: Mapping[str, object], name: str) -> Any:
    there = [str(known[name])] if name in known else []
    by_format = {
        "date": ["2026-11-16", "2027-01-31", "1990-04-02"],
        "date-time": ["2026-11-16T12:00:00+05:00", "2026-11-16T12:00:00"],
        "uuid": [str(each) for each in known.values() if str(each).count("-") == 4][:5],
    }
    by_type: dict[str, list[Any]] = {
        "integer": [0, 1, 2, 3, 90, -1, 2**40],
        "number": [0, 1.5, -2, 1e12],
        "boolean": [True, False],
        "null": [None],
    }
    kind = str(schema.get("type", "string"))
    words = ["x", "tg", "nothing", "7F3K-92QD", "TJ-SU", "safe_accommodation", "Some words."]
    return st.sampled_from([*there, *by_format.get(str(schema.get("format")), by_type.get(kind, words))])


def _said(value: Any) -> str:
    return str(value).replace("\ud800", "?")
