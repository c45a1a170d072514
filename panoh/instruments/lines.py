"""The line of a place in a text, for whoever has to mend it there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import yaml

from panoh.instruments.fault_words import ON_LINE
from panoh.instruments.faults import NAMES
from panoh.instruments.kinds.source import Words
from panoh.instruments.reader import TextError


@contextmanager
def lines_of(text: str, *, name: str) -> Iterator[None]:
    """Within it, a TextError that knows its place says the line of `text` too. `name`: the file's, as the error begins."""
    try:
        yield
    except TextError as error:
        if not error.at or not text:
            raise
        start = f"{name}: "
        said = Words(*(each.removeprefix(start) for each in (error.said.en, error.said.ru, error.said.tg)))
        raise TextError(ON_LINE.fill(name=name, line=line_of(text, error.at), said=said)) from None


def line_of(text: str, at: Sequence[str | int]) -> int:
    """The line on which what stands `at` a place begins, or the nearest around it that is there."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    line = node.start_mark.line if node else 0
    for step in at:
        found = _inside(node, step)
        if found is None:
            break
        begins, node = found
        line = begins.start_mark.line
    return line + 1


def _inside(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """The node that begins the part, and the part."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return (node.value[step], node.value[step]) if step < len(node.value) else None
    if isinstance(node, yaml.SequenceNode):
        return next(((each, each) for each in node.value if step in _names(each)), None)
    return None


def _names(entry: yaml.Node) -> set[str]:
    pairs = entry.value if isinstance(entry, yaml.MappingNode) else ()
    return {value.value for key, value in pairs if key.value in (*NAMES, "name") and isinstance(value, yaml.ScalarNode)}
