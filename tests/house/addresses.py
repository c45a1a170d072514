"""Every address of the house, with records to fill it: found in the resolver, so that a new one cannot be forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from panoh.web.api import api


@cache
def named_routes() -> dict[str, tuple[str, ...]]:
    """The name of every page's address and the names of its arguments. The API's operations are walked apart."""
    return dict(_walk(get_resolver().url_patterns, ()))


def _walk(patterns: list[Any], namespace: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = (*namespace, pattern.namespace) if pattern.namespace else namespace
            if pattern.namespace != api.urls_namespace:
                yield from _walk(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern.pattern} has no name"
            yield ":".join((*namespace, pattern.name)), tuple(pattern.pattern.converters)


def address(route: str, arguments: tuple[str, ...], world: Mapping[str, object]) -> str:
    return reverse(route, kwargs={name: world[name] for name in arguments})


@dataclass(frozen=True)
class Operation:
    """One operation of the API with everything a valid call of it needs."""

    method: str
    path: str
    parameters: tuple[str, ...]
    query: dict[str, Any]
    body: dict[str, Any] | None
    takes_file: bool = False

    @property
    def name(self) -> str:
        return f"{self.method.upper()} {self.path}"


def operations(world: Mapping[str, object]) -> tuple[Operation, ...]:
    """As /api/openapi.json describes them; bodies are filled from their schema and the world's records."""
    described = _described()
    schemas = described.get("components", {}).get("schemas", {})
    return tuple(
        Operation(
            method,
            path,
            _in_path(operation),
            _query(operation, schemas, world),
            _body(operation, schemas, world),
            takes_file="multipart/form-data" in operation.get("requestBody", {}).get("content", {}),
        )
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    )


@cache
def _described() -> dict[str, Any]:
    return api.get_openapi_schema(path_prefix="/api")


def _in_path(operation: dict[str, Any]) -> tuple[str, ...]:
    return tuple(each["name"] for each in operation.get("parameters", ()) if each["in"] == "path")


def _query(operation: dict[str, Any], schemas: dict[str, Any], world: Mapping[str, object]) -> dict[str, Any]:
    asked = [each for each in operation.get("parameters", ()) if each["in"] == "query" and each.get("required")]
    return {each["name"]: _sample(each["schema"], schemas, world, each["name"]) for each in asked}


def _body(operation: dict[str, Any], schemas: dict[str, Any], world: Mapping[str, object]) -> dict[str, Any] | None:
    content = operation.get("requestBody", {}).get("content", {})
    for given in content.values():
        return dict(_sample(given["schema"], schemas, world, ""))
    return None


def _sample(schema: dict[str, Any], schemas: dict[str, Any], world: Mapping[str, object], name: str) -> Any:
    """Something plain that the schema allows: a record of the world where the field is named after one."""
    if "$ref" in schema:
        return _sample(schemas[schema["$ref"].rsplit("/", 1)[1]], schemas, world, name)
    if name in world and str(world[name]) in schema.get("enum", [str(world[name])]):
        return str(world[name])
    for choice in ("allOf", "anyOf", "oneOf"):
        if choice in schema:
            return _sample(schema[choice][0], schemas, world, name)
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("type") == "object":
        wanted = schema.get("required", ())
        return {key: _sample(schema["properties"][key], schemas, world, key) for key in wanted}
    if schema.get("type") == "integer":
        return max(1, schema.get("minimum", 1))
    return _PLAIN.get((schema.get("type", ""), schema.get("format", "")), _PLAIN.get((schema.get("type", ""), ""), "x"))


_PLAIN: dict[tuple[str, str], Any] = {
    ("string", ""): "x",
    ("string", "date"): "2026-11-16",
    ("string", "date-time"): "2026-11-16T12:00:00+05:00",
    ("string", "uuid"): "00000000-0000-0000-0000-000000000000",
    ("integer", ""): 1,
    ("number", ""): 1,
    ("boolean", ""): False,
    ("array", ""): [],
}
