"""The one way every page tries an act: done, it says so and leads on; refused, the page comes back with what was typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from panoh.registry.met_refusals import note
from panoh.registry.pages import OfficerRequest
from panoh.registry.queries.cases import cases_for
from panoh.registry.queries.purposes import PurposeAsked
from panoh.registry.refusals import NotPermitted, Refused

Made = TypeVar("Made")


@dataclass(frozen=True)
class Done(Generic[Made]):
    """The act was done, and made this."""

    made: Made


def tried(form: BaseForm, act: Callable[[], Made]) -> tuple[Done[Made] | None, Refused | None]:
    """Done or refused; neither where the form was just opened, or could not be read and says so itself. Who was not let in by a
    query meets the page every such post meets, where that goes on record: an act has its own line."""
    if not form.is_valid():
        return None, None
    try:
        return Done(act()), None
    except Refused as refused:
        if isinstance(refused, NotPermitted) and not refused.on_record:
            raise
        return None, _said(refused)


def tried_within(form: BaseForm, act: Callable[[], Made]) -> Done[Made] | None:
    """On a page of several forms: the refusal stands in the one that was sent."""
    done, refusal = tried(form, act)
    if refusal:
        say_within(form, refusal)
    return done


def say_within(form: BaseForm, refusal: Refused, field: str | None = None) -> None:
    """Above what was typed, or beside the one field it is about."""
    form.add_error(field, f"{refusal.reason} {refusal.way_forward}")


def pressed(request: HttpRequest, act: Callable[[], Made]) -> tuple[Done[Made] | None, Refused | None]:
    """A button without a form; neither done nor refused where its page was just opened. A post that may not do this at
    all meets the page every such post meets."""
    if request.method != "POST":
        return None, None
    try:
        return Done(act()), None
    except NotPermitted:
        raise
    except Refused as refused:
        return None, _said(refused)


def _said(refused: Refused) -> Refused:
    """To be said on the page. What for something is opened is no refusal: it is asked first, with what was typed."""
    if isinstance(refused, PurposeAsked):
        raise refused
    note(refused)
    return refused


def status_of(form: BaseForm | None, refusal: Refused | None = None) -> int:
    """The refusal's own; 422 for a form that could not be read, 200 for a page just opened."""
    if refusal:
        return refusal.status
    return 422 if form and form.errors else 200


def form_page(
    request: HttpRequest, template: str, form: BaseForm, refusal: Refused | None = None, **beside: Any
) -> HttpResponse:
    """A page with one form: just opened, or as it was sent, with what stood in the way."""
    context = {**beside, "form": form, "refusal": refusal}
    return render(request, template, context, status=status_of(form, refusal))


def led_on(request: HttpRequest, said: str | Promise, to: str, *place: object) -> HttpResponse:
    """It is done, says the next page. `to`: an address, or the name of a page and what it is about."""
    messages.success(request, str(said))
    return redirect(to, *place)


def said_once(new: bool, said: str) -> str:
    """`new`: this sending wrote it. Of a form sent twice the second is told that it counts once."""
    return said if new else _("You wrote this already, in the same words: it stands once.")


def led_back(request: OfficerRequest, said: str | Promise, to: str, case_id: UUID) -> HttpResponse:
    """As `led_on`, to a page of a case. Where the act ended that the officer sees it, such as a yes that was taken back, home:
    a page that refuses would read as if nothing was done."""
    if cases_for(request.user).filter(pk=case_id).exists():
        return led_on(request, said, to, case_id)
    messages.success(request, str(said))
    messages.info(request, _("You see this case no more: what let you see it has ended."))
    return redirect("my_work")
