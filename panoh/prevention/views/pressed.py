"""What a button on a page does: one call. Refused, the page is shown again with the reason; done, it leads on."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from panoh.registry.pages import OfficerRequest
from panoh.registry.refusals import NotPermitted, Refused


def pressed(
    request: OfficerRequest, done: Callable[[], object], again: Callable[[Refused], HttpResponse], *, onward: str
) -> HttpResponse:
    """A post that may not do this at all meets the page every such post meets."""
    try:
        done()
    except NotPermitted:
        raise
    except Refused as refusal:
        return again(refusal)
    messages.success(request, _("It is recorded."))
    return redirect(onward)
