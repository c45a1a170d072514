"""What a desk says of itself to those who refer to it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.referral import actions
from panoh.referral.forms.desk import DeskForm
from panoh.referral.queries.desk import desk_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to, written_after
from panoh.registry.refusals import Conflict
from panoh.registry.tried import form_page, led_on, tried


@open_to(Act.ANSWER_REFERRAL)
def own_desk(request: OfficerRequest) -> HttpResponse:
    page = desk_page(request.user)
    form = DeskForm(request.POST or None, page=page)
    done, refusal = tried(form, lambda: actions.describe_desk(**form.cleaned_data, by=request.user, at=timezone.now()))
    if done:
        return led_on(request, _("Whoever refers sees this now."), "referral:desk")
    if refusal:
        page = desk_page(request.user)
        written_after(form, page.notice and page.notice.pk, refusal, mark="instead_of")
    stands = form.words_of(page) if isinstance(refusal, Conflict) else ()
    return form_page(request, "referral/desk.html", form, refusal, page=page, stands=stands)
