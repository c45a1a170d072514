"""What a device keeps so that an open interview survives a lost connection: the worker, and the questions without a person."""

from __future__ import annotations

from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from panoh.instruments import library
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.screening.forms import AnswersForm, TextsForm
from panoh.screening.rules.path import question_pages
from panoh.screening.rules.texts import subject_of


def worker(request: HttpRequest) -> HttpResponse:
    """Served from here and not from the static files, because a worker sees only addresses below its own."""
    found = finders.find("interview/worker.js")
    return HttpResponse(Path(str(found)).read_bytes(), content_type="text/javascript; charset=utf-8")


@open_to(Act.SCREEN)
def offline(request: OfficerRequest, instrument: str) -> HttpResponse:
    """Every question of one set on one page. Nothing of a person, an officer or a case stands on it: it may be kept."""
    try:
        chosen = library.screening_instrument(instrument)
    except KeyError:
        raise Http404 from None
    pages = [
        {
            "page": page,
            "form": AnswersForm(page, {}),
            "texts": TextsForm(prefix=f"p{page.number}"),
            "about": subject_of(page),
        }
        for page in question_pages(chosen)
    ]
    return render(request, "screening/offline.html", {"instrument": chosen, "pages": pages})
