"""What a desk says of itself to those who refer to it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.referral import actions
from panoh.referral.forms.desk import DeskForm
from panoh.referral.queries.desk import desk_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Refused


@open_to(Act.ANSWER_REFERRAL)
def own_desk(request: OfficerRequest) -> HttpResponse:
    page, refusal = desk_page(request.user), None
    form = DeskForm(request.POST or None, page=page)
    if form.is_valid():
        try:
            actions.describe_desk(**form.cleaned_data, by=request.user, at=timezone.now())
        except Refused as refused:
            refusal, page = refused, desk_page(request.user)
            form.written_over(page)
        else:
            messages.success(request, _("Whoever refers sees this now."))
            return redirect("referral:desk")
    context = {"page": page, "form": form, "refusal": refusal}
    return render(request, "referral/desk.html", context, status=refusal.status if refusal else 200)
