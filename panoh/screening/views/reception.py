"""People who have just arrived: everybody rests, one person wishes to talk now, and who belongs together."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from panoh.instruments import countries
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Refused
from panoh.screening import actions
from panoh.screening.forms.roster import ReceptionForm, RestForm
from panoh.screening.queries.operations import operation_for
from panoh.screening.queries.roster import entry_for, family_of


@open_to(Act.RUN_OPERATION)
def receive_all(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    held, at, refusal = operation_for(request.user, operation_id), timezone.now(), None
    rested = {"rest_until": timezone.localtime(at + countries.returning(settings.COUNTRY).rest)}
    form = RestForm(request.POST or None, initial=rested)
    form.fields["rest_until"].required = True
    if form.is_valid():
        try:
            number = actions.receive_all(operation=held, **form.cleaned_data, by=request.user, at=at)
        except Refused as refused:
            refusal = refused
        else:
            said = ngettext("%(n)s person rests until then.", "%(n)s people rest until then.", number) % {"n": number}
            messages.success(request, said)
            return redirect("screening:operation", operation_id)
    context = {"operation": held, "form": form, "refusal": refusal}
    return render(request, "screening/reception.html", context, status=refusal.status if refusal else 200)


@open_to(Act.RUN_OPERATION)
def receive_line(request: OfficerRequest, entry_id: UUID) -> HttpResponse:
    entry, refusal = entry_for(request.user, entry_id), None
    known = {"rest_until": entry.rest_until and timezone.localtime(entry.rest_until), "family": entry.family}
    form = ReceptionForm(request.POST or None, initial=known)
    if form.is_valid():
        try:
            actions.receive_line(entry=entry, **form.cleaned_data, by=request.user, at=timezone.now())
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("It is recorded."))
            return redirect("screening:line", entry_id)
    context = {"operation": entry.operation, "entry": entry, "form": form, "refusal": refusal}
    context["family"] = family_of(entry)
    return render(request, "screening/reception.html", context, status=refusal.status if refusal else 200)
