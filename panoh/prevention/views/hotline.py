"""Pages of the hotline: contacts of one's own desk, one of them, and what is done with it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.prevention import actions
from panoh.prevention.forms.campaigns import CallBackForm, ContactForm, PassOnForm
from panoh.prevention.queries.hotline import SHOWN, call_back_for, contact_for, contacts_for, read_number
from panoh.prevention.queries.hotline_figures import hotline_page
from panoh.prevention.views.button import button
from panoh.prevention.views.money import YEARS_SHOWN, asked_year
from panoh.registry.access import Act
from panoh.registry.one_act import one_act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Refused
from panoh.registry.tried import form_page, pressed, status_of, tried


@open_to(Act.RECORD_CONTACT)
def contacts(request: OfficerRequest) -> HttpResponse:
    """The list, with a form of five choices above it: a call does not wait."""
    form = ContactForm(request.POST or None)
    done, refusal = tried(form, lambda: actions.record_contact(**form.cleaned_data, by=request.user, at=timezone.now()))
    if done:
        return redirect("prevention:contact", done.made.pk)
    return form_page(request, "prevention/contacts.html", form, refusal, rows=contacts_for(request.user)[:SHOWN])


@open_to(Act.RECORD_CONTACT)
def one_contact(request: OfficerRequest, contact_id: int) -> HttpResponse:
    return _shown(request, contact_id)


@open_to(Act.RECORD_CONTACT)
def pass_on(request: OfficerRequest, contact_id: int) -> HttpResponse:
    held, back = contact_for(request.user, contact_id), reverse("prevention:contact", args=[contact_id])
    form = PassOnForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.pass_on(contact=held, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Pass it on as a signal"),
        back=back,
        then=lambda made: reverse("identification:signal", args=[made.pk]),
    )


@open_to(Act.RECORD_CONTACT)
def ask_to_call_back(request: OfficerRequest, contact_id: int) -> HttpResponse:
    held, back = contact_for(request.user, contact_id), reverse("prevention:contact", args=[contact_id])
    form = CallBackForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.ask_to_call_back(contact=held, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("They ask to be called back"),
        back=back,
    )


@require_POST
@open_to(Act.RECORD_CONTACT)
def number(request: OfficerRequest, contact_id: int) -> HttpResponse:
    """Shown on asking for it; that it was opened is on record."""
    done, refusal = pressed(request, lambda: read_number(request.user, contact_id, at=timezone.now()))
    if done:
        return render(request, "prevention/number.html", {"shown": done.made})
    return _shown(request, contact_id, refusal)


@require_POST
@open_to(Act.RECORD_CONTACT)
def called_back(request: OfficerRequest, contact_id: int) -> HttpResponse:
    def done() -> object:
        held = call_back_for(request.user, contact_id)
        return actions.called_back(call_back=held, by=request.user, at=timezone.now())

    onward = reverse("prevention:contact", args=[contact_id])
    return button(request, done, lambda refusal: _shown(request, contact_id, refusal), onward=onward)


@open_to(Act.SEE_FIGURES)
def figures(request: OfficerRequest) -> HttpResponse:
    """Numbers only: no contact is shown."""
    this_year = timezone.localdate().year
    page = hotline_page(request.user, year=asked_year(request, this_year))
    years = range(this_year, this_year - YEARS_SHOWN, -1)
    return render(request, "prevention/hotline_figures.html", {"page": page, "years": years})


def _shown(request: OfficerRequest, contact_id: int, refusal: Refused | None = None) -> HttpResponse:
    row = contact_for(request.user, contact_id)
    context = {"row": row, "refusal": refusal, "call": getattr(row, "call_back", None)}
    return render(request, "prevention/contact.html", context, status=status_of(None, refusal))
