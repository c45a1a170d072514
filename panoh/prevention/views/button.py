"""What a button on a page of prevention does: one call. Refused, the page is shown again with the reason; done, it leads on."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.utils.translation import gettext as _

from panoh.registry.pages import OfficerRequest
from panoh.registry.refusals import Refused
from panoh.registry.tried import led_on, pressed


def button(
    request: OfficerRequest, act: Callable[[], object], again: Callable[[Refused], HttpResponse], *, onward: str
) -> HttpResponse:
    _done, refusal = pressed(request, act)
    return again(refusal) if refusal else led_on(request, _("It is recorded."), onward)
