"""A view that was closed, at the desk that had it: read what happened, stop, say so."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.referral import actions
from panoh.referral.forms.closing import ClosingForm
from panoh.referral.queries.closings import closing_for
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page, led_on


@open_to(Act.ANSWER_REFERRAL)
def closing(request: OfficerRequest, closed_id: int) -> HttpResponse:
    page = closing_for(request.user, closed_id)
    form = ClosingForm(request.POST or None)
    if form.is_valid():
        actions.acknowledge_closing(disclosure=page.disclosure, **form.cleaned_data, by=request.user, at=timezone.now())
        return led_on(request, _("Thank you. Whoever sent the person to you sees that you stopped."), "referral:home")
    return form_page(request, "referral/closing.html", form, page=page)
