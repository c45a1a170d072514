"""The contact after a stay, with the person's safe contact and nothing else to go by."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.protection import actions
from panoh.protection.forms import FollowUpForm
from panoh.protection.queries import departure_to_follow, follow_up_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Refused


@open_to(Act.KEEP_PLAN)
def follow_up(request: OfficerRequest, departure_id: UUID, months: int) -> HttpResponse:
    form, at, refusal = FollowUpForm(request.POST or None), timezone.now(), None
    if form.is_valid():
        departure = departure_to_follow(request.user, departure_id)
        try:
            actions.record_follow_up(departure=departure, months=months, **form.cleaned_data, by=request.user, at=at)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("The contact is on record."))
            return redirect("my_work")
    page = follow_up_page(request.user, departure_id, months, at=at)
    context = {"page": page, "form": form, "refusal": refusal}
    return render(request, "protection/follow_up.html", context, status=refusal.status if refusal else 200)
