"""A page with one form: sent in full the act is done and leads on; refused, everything typed stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _

from panoh.registry.pages import OfficerRequest, written_after
from panoh.registry.refusals import Conflict
from panoh.registry.tried import form_page, led_on, tried

Made = TypeVar("Made")


@dataclass(frozen=True)
class Beside:
    """What stands now, for the page of somebody who wrote over an older one: both versions are seen before it is sent again."""

    mark: object
    template: str
    page: object


def one_act(
    request: OfficerRequest,
    form: forms.Form,
    act: Callable[[], Made],
    *,
    title: object,
    back: str,
    then: Callable[[Made], str] | None = None,
    lead: object = "",
    provisional: bool = False,
    after: object = "",
    beside: Callable[[], Beside] | None = None,
) -> HttpResponse:
    """`back`: the address it came from and leads to; `then`: another one, made of what was recorded. `after`: the mark of what
    stood when the form was drawn; `beside`: what stands, where somebody was first."""
    done, refusal = tried(form, act)
    if done:
        return led_on(request, _("It is recorded."), then(done.made) if then else back)
    now = beside() if beside and isinstance(refusal, Conflict) else None
    written_after(form, now.mark if now else after, refusal)
    shown = {"title": title, "back": back, "lead": lead, "provisional": provisional, "beside": now}
    return form_page(request, "one_act.html", form, refusal, **shown)
