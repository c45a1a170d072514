"""What a line of the log may say of an event. Whoever runs the server reads it, and is no officer of any case: no word that
a visitor typed, no value of a record, nothing an exception says in its own words stands in it, for any may name somebody."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from types import TracebackType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a command without records starts without Django
    from django.http import HttpRequest

MOST_FRAMES = 40
"""The innermost of them: what goes round in circles would fill a page."""
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LEFT_OUT = "…"


@dataclass(frozen=True)
class Trouble:
    """One exception: its type, the database's code for what went wrong, and where: file, line and function, innermost last."""

    type: str
    code: str
    frames: tuple[str, ...]


def words(record: logging.LogRecord) -> str:
    """The message. Ours is written so that it names nobody. Of another's the sentence remains, with the numbers in it."""
    ours = record.name.partition(".")[0] == "panoh"
    if not ours and record.name.startswith("django.security."):
        return record.name.rpartition(".")[2]
    if not ours and getattr(record, "request", None) is not None:
        return _phrase(getattr(record, "status_code", 0))
    sentence = _told(record.msg, ours=True) if isinstance(record.msg, BaseException) else str(record.msg)
    return _filled(sentence, record.args, ours=ours)


def _filled(sentence: str, given: Any, *, ours: bool) -> str:
    if not given:
        return sentence
    if isinstance(given, Mapping):
        filled: Any = {name: _told(each, ours=ours) for name, each in given.items()}
    else:
        filled = tuple(_told(each, ours=ours) for each in given)
    try:
        return str(sentence % filled)
    except (TypeError, ValueError, KeyError):  # a sentence with other gaps than it was given words for
        return sentence


def _told(value: object, *, ours: bool) -> Any:
    if isinstance(value, BaseException):
        return type(value).__name__
    return value if ours or isinstance(value, (int, float)) else _LEFT_OUT


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Request"


def asked(record: logging.LogRecord) -> dict[str, Any]:
    """The request the line is about: method, page, status, the officer's number. Empty where it is about none."""
    request: Any = getattr(record, "request", None)
    if not hasattr(request, "resolver_match"):
        return {}
    officer = getattr(request, "_cached_user", None)  # whoever was asked for already: a line of the log reads no record
    found = {
        "method": request.method,
        "page": page_of(request),
        "status": getattr(record, "status_code", None),
        "officer": getattr(officer, "pk", None),
    }
    return {name: each for name, each in found.items() if each}


def page_of(request: HttpRequest) -> str:
    """Which page, with the numbers of records in it. Another part of an address stands as it is called in ours: typed, it could
    be a name. Empty for an address that is none of ours."""
    match = request.resolver_match
    if match is None:
        return ""
    page = f"/{match.route}"
    for name, value in match.kwargs.items():
        if isinstance(value, int) or _ID.fullmatch(str(value)):
            page = re.sub(rf"<(?:\w+:)?{name}>", str(value), page)
    return page


def troubles(error: BaseException | None) -> tuple[Trouble, ...]:
    """The exception and those it came of, the first cause first."""
    found: list[Trouble] = []
    met: set[int] = set()
    while error is not None and id(error) not in met:
        met.add(id(error))
        found.append(Trouble(_type(error), str(getattr(error, "sqlstate", None) or ""), _frames(error.__traceback__)))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return tuple(reversed(found))


def _type(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _frames(trace: TracebackType | None) -> tuple[str, ...]:
    walked = [(frame.f_code, line) for frame, line in traceback.walk_tb(trace)]
    return tuple(f"{code.co_filename}:{line} {code.co_qualname}" for code, line in walked[-MOST_FRAMES:])
