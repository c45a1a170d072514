"""Pages and files without sign-in: no cookie, nothing of the officer who may be signed in beside, and the same for everybody."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from panoh.exchange.public import files
from panoh.exchange.public.queries import Archive, Opened, archive, installation, opened

KEPT_FOR = timedelta(minutes=10)
"""So long a browser or a proxy may show it without asking again; a correction is seen after that at the latest."""


@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """To the page in the reader's language."""
    answer = HttpResponseRedirect(reverse("public:home", args=[translation.get_language_from_request(request)]))
    patch_vary_headers(answer, ["Accept-Language", "Cookie"])
    return answer


@require_safe
def home(request: HttpRequest, language: str) -> HttpResponse:
    """The newest figures of every period, each over the years, and the archive."""
    return _page(request, "public/home.html", language, {"archive": archive()}, "public:home", [])


@require_safe
def figures(request: HttpRequest, language: str, publication_id: int) -> HttpResponse:
    """Every figure of one publication with its tables."""
    found, every = opened(publication_id), archive()
    if found is None:
        return _missing(request, language)
    newer = next((each for each in every.standing if each.said.period == found.said.period), found)
    shown = {"found": found, "newer": newer if newer.publication != found.publication else None}
    return _page(request, "public/figures.html", language, shown, "public:figures", [publication_id])


@require_safe
def definitions(request: HttpRequest, language: str) -> HttpResponse:
    """How each figure is counted, as the newest publication says it, and how numbers are protected."""
    return _page(request, "public/definitions.html", language, {"archive": archive()}, "public:definitions", [])


@require_safe
def table(request: HttpRequest, publication_id: int) -> HttpResponse:
    return _file(request, publication_id, files.table, "text/csv; charset=utf-8")


@require_safe
def text(request: HttpRequest, publication_id: int) -> HttpResponse:
    """The publication word for word: what its hash was made of."""
    return _file(request, publication_id, lambda found: found.publication.text, "application/json")


@require_safe
def readme(request: HttpRequest, publication_id: int) -> HttpResponse:
    return _file(request, publication_id, files.readme, "text/markdown; charset=utf-8")


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """All publications in the words of DCAT, for catalogues that collect them."""
    told = files.catalogue(archive(), request.build_absolute_uri)
    return _kept(request, json.dumps(told, ensure_ascii=False, indent=1), "application/ld+json")


def _file(request: HttpRequest, publication_id: int, made: Callable[[Opened], str], kind: str) -> HttpResponse:
    found = opened(publication_id)
    return _kept(request, made(found), kind) if found else _missing(request, "en")


def _missing(request: HttpRequest, language: str) -> HttpResponse:
    answer = _page(request, "public/missing.html", language, {"archive": Archive(())}, "public:home", [])
    answer.status_code = 404
    return answer


def _page(
    request: HttpRequest, template: str, language: str, shown: Mapping[str, object], route: str, rest: list[object]
) -> HttpResponse:
    """Rendered without the request: nothing of whoever asks can stand in it."""
    with translation.override(language):
        here = {each: reverse(route, args=[each, *rest]) for each in ("tg", "ru", "en")}
        text = render_to_string(template, {**shown, **installation(), "language": language, "here": here})
    return _kept(request, text, "text/html; charset=utf-8")


def _kept(request: HttpRequest, text: str, kind: str) -> HttpResponse:
    mark = f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
    same = mark in [each.strip().removeprefix("W/") for each in request.headers.get("If-None-Match", "").split(",")]
    answer = HttpResponseNotModified() if same else HttpResponse(text, content_type=kind)
    answer.headers["ETag"] = mark
    answer.headers["Cache-Control"] = f"public, max-age={int(KEPT_FOR.total_seconds())}"
    return answer
