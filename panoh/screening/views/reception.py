"""People who have just arrived: everybody rests, one person wishes to talk now, and who belongs together."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from panoh.instruments import countries
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page, led_on, tried
from panoh.screening import actions
from panoh.screening.forms.roster import ReceptionForm, RestForm
from panoh.screening.queries.operations import operation_for
from panoh.screening.queries.roster import entry_for, family_of


@open_to(Act.RUN_OPERATION)
def receive_all(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    held, at = operation_for(request.user, operation_id), timezone.now()
    rested = {"rest_until": timezone.localtime(at + countries.returning(settings.COUNTRY).rest)}
    form = RestForm(request.POST or None, initial=rested)
    form.fields["rest_until"].required = True
    done, refusal = tried(
        form, lambda: actions.receive_all(operation=held, **form.cleaned_data, by=request.user, at=at)
    )
    if done:
        said = ngettext("%(n)s person rests until then.", "%(n)s people rest until then.", done.made) % {"n": done.made}
        return led_on(request, said, "screening:operation", operation_id)
    return form_page(request, "screening/reception.html", form, refusal, operation=held)


@open_to(Act.RUN_OPERATION)
def receive_line(request: OfficerRequest, entry_id: UUID) -> HttpResponse:
    entry = entry_for(request.user, entry_id)
    known = {"rest_until": entry.rest_until and timezone.localtime(entry.rest_until), "family": entry.family}
    form = ReceptionForm(request.POST or None, initial=known)
    done, refusal = tried(
        form, lambda: actions.receive_line(entry=entry, **form.cleaned_data, by=request.user, at=timezone.now())
    )
    if done:
        return led_on(request, _("It is recorded."), "screening:line", entry_id)
    beside = {"operation": entry.operation, "entry": entry, "family": family_of(entry)}
    return form_page(request, "screening/reception.html", form, refusal, **beside)
