"""Reads one YAML text strictly, so that a slip of the pen is an error with a line number and never a silent value.

Only true, false, null and whole numbers are converted. A plain loader reads the country code NO as False
and 12:30 as 750; here both stay text. The same key twice is an error, as are aliases and custom tags.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import yaml
from jsonschema import Draft202012Validator

from panoh.instruments import fault_words as say
from panoh.instruments.faults import fault, place_in, slip
from panoh.instruments.kinds.source import Words


class TextError(ValueError):
    """A published text cannot be read. The message names the file, the place in it, and what to do; `said` has it in
    the working languages, as far as it was worded in them.

    `at`: where in the map, by keys; an entry of a list by its place or by the name it goes by. Whoever has the text
    says the line with it (`panoh.instruments.lines`).
    """

    def __init__(self, said: str | Words, *, at: Sequence[str | int] = ()) -> None:
        self.said = said if isinstance(said, Words) else Words(said)
        super().__init__(self.said.en)
        self.at = tuple(at)

    def of(self, name: str) -> TextError:
        """The same, as it is said of the file of this name."""
        return TextError(say.NAMED.fill(name=name, said=self.said), at=self.at)


# The parser written in C where the library has it: ten times faster, and the texts are read at every start.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_Loader):  # type: ignore[misc]  # either loader has the same shape
    """A loader that knows maps, lists, text, true, false, null and whole numbers, and nothing else."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: dict[Hashable, int] = {}
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            line = key_node.start_mark.line + 1
            if not isinstance(key, str | int):
                raise _on(line, say.NO_KEY.fill(key=repr(key)))
            if key in seen:
                raise _on(line, say.KEY_AGAIN.fill(key=repr(key), first=seen[key]))
            seen[key] = line
        return cast(dict[Hashable, Any], super().construct_mapping(node, deep=deep))


_StrictLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_StrictLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|)$"), ["n", ""])
_StrictLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]*)$"), list("-0123456789"))


def parse(text: str, *, name: str) -> dict[str, Any]:
    """The map written in `text`; `name` is the file's name for the error.

    Raises TextError for anything but one map of plain values.
    """
    try:
        _refuse_aliases(text)
        value = yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - a SafeLoader, made stricter
    except TextError as error:
        raise error.of(name) from None
    except yaml.YAMLError as error:
        raise _where(error).of(name) from None
    if not isinstance(value, dict):
        raise TextError(say.ONE_MAP).of(name)
    return value


def read(path: Path, *, schema: str | None = None) -> dict[str, Any]:
    """The map in the file at `path`, held to the JSON Schema named `schema` (a file in `instruments/schema/`)."""
    value = parse(text_of(path), name=path.name)
    if schema is not None:
        hold_to_schema(value, schema, name=path.name)
    return value


def text_of(path: Path) -> str:
    """What stands in a file. Raises TextError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise TextError(f"{path.name}: not UTF-8 text (byte {error.start}); save the file as UTF-8") from None
    except OSError as error:
        raise TextError(f"{path.name}: cannot be read: {error.strerror}") from None


def hold_to_schema(value: dict[str, Any], schema: str, *, name: str) -> None:
    """Raise TextError naming the first place where `value` breaks the schema."""
    errors = sorted(_validator(schema).iter_errors(value), key=lambda error: list(map(str, error.absolute_path)))
    if errors:
        at, said = fault(errors[0])
        place = place_in(value, errors[0].absolute_path)
        raise TextError(say.AT.fill(place=place, said=said), at=at).of(name)


@lru_cache
def _validator(schema: str) -> Draft202012Validator:
    path = Path(__file__).parent / "schema" / f"{schema}.yaml"
    return Draft202012Validator(parse(path.read_text(encoding="utf-8"), name=path.name))


def _refuse_aliases(text: str) -> None:
    if "*" not in text:
        return
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise _on(line, say.NO_ALIAS)


def _where(error: yaml.YAMLError) -> TextError:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return _on(error.problem_mark.line + 1, slip(error.problem or "not valid YAML"))
    return TextError("not valid YAML")


def _on(line: int, said: Words) -> TextError:
    return TextError(say.LINE.fill(line=line, said=said))
