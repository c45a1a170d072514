"""In the description of the API one name is one thing: two lists of choices under one name would hide one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args

from ninja import Schema

from panoh.web.api import api


def below(kind: type) -> Iterator[type]:
    for each in kind.__subclasses__():
        yield each
        yield from below(each)


def named_in(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and issubclass(annotation, (Enum, Schema)):
        yield annotation
    for part in get_args(annotation):
        yield from named_in(part)


def test_one_name_is_one_thing():
    assert api.get_openapi_schema()["components"]["schemas"]
    ours = [each for each in below(Schema) if each.__module__.startswith("panoh.")]
    things = defaultdict(set)
    for schema in ours:
        things[schema.__name__].add(schema)
        for field in schema.model_fields.values():
            for each in named_in(field.annotation):
                things[each.__name__].add(each)

    assert {name: len(met) for name, met in things.items() if len(met) > 1} == {}
