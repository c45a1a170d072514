"""The page of a child's best interests: what was assessed so far, and the form of the next assessment."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.protection import actions
from panoh.protection.forms import InterestsForm
from panoh.protection.queries.interests import interests_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, signed_in, written_after
from panoh.registry.queries import case_for
from panoh.registry.refusals import Refused


@signed_in
def interests(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at, refusal = case_for(request.user, case_id, Act.ASSESS_INTERESTS), timezone.now(), None
    form = InterestsForm(request.POST or None)
    if form.is_valid():
        try:
            after = form.cleaned_data["after"]
            actions.assess_interests(case=case, given=form.given(), after=after, by=request.user, at=at)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("The assessment is recorded. It stands until it is looked at again."))
            return redirect("protection:interests", case.pk)
    rows = interests_page(request.user, case, at=at)
    written_after(form, rows[0].row.pk if rows else None, refusal)
    context = {"case": case, "assessed": rows, "form": form, "refusal": refusal, "today": timezone.localdate(at)}
    return render(request, "protection/interests.html", context, status=refusal.status if refusal else 200)
