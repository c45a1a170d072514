"""Pages of lists of penalties: send one, see what is in it, compare it, drop it, or have the people on it screened."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from panoh.exchange.forms import FIELDS
from panoh.exchange.manifest import ManifestUnusable
from panoh.exchange.penalties.actions import (
    compare_penalties,
    drop_penalties,
    map_penalty_columns,
    screen_listed,
    send_penalties,
)
from panoh.exchange.penalties.forms import OF_PENALTIES, PenaltyColumnsForm, PenaltyListForm, ScreenListedForm
from panoh.exchange.penalties.queries import list_for, open_penalty_lists, penalties_of, penalty_summary
from panoh.exchange.queries import contents_of, sources_of, unusable_in_words
from panoh.justice.models import PenaltyList
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to, too_large_to_be_read
from panoh.registry.tried import form_page, led_on, tried


@require_http_methods(["GET", "POST"])
@open_to(Act.RUN_OPERATION)
def send(request: OfficerRequest) -> HttpResponse:
    sent_in = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PenaltyListForm(*sent_in, too_large=too_large_to_be_read(request))
    if form.is_valid():
        given = {**form.cleaned_data, "content": form.cleaned_data["file"].read()}
        del given["file"]
        try:
            sent = send_penalties(**given, by=request.user, at=timezone.now())
        except ManifestUnusable as unusable:
            form.add_error(
                "sheet" if unusable.code == "no_such_sheet" else "file", unusable_in_words(unusable, _language())
            )
        else:
            return redirect("exchange:penalty_list", sent.pk)
    return form_page(request, "exchange/send_penalties.html", form, open_lists=open_penalty_lists(request.user))


@require_GET
@open_to(Act.RUN_OPERATION)
def one_list(request: OfficerRequest, penalty_list_id: UUID) -> HttpResponse:
    """What is in the list, or how far it is compared. It shows shapes of values only."""
    sent = list_for(request.user, penalty_list_id)
    if sent.state == PenaltyList.Comparing.TAKING:
        return render(request, "exchange/comparing.html", {"sent": sent})
    found = penalty_summary(sent, language=_language())
    words = {**FIELDS, **OF_PENALTIES}
    meanings = [(heading, words.get(field, field)) for heading, field in found.columns if field]
    return render(request, "exchange/penalty_list.html", {"found": found, "meanings": meanings})


@require_http_methods(["GET", "POST"])
@open_to(Act.RUN_OPERATION)
def columns(request: OfficerRequest, penalty_list_id: UUID) -> HttpResponse:
    sent = list_for(request.user, penalty_list_id)
    known = sent.source.name if sent.source else ""
    form = PenaltyColumnsForm(
        request.POST or None,
        contents=contents_of(sent),
        fields=penalties_of(sent).fields,
        initial={"source": known},
    )
    if form.is_valid():
        source = form.cleaned_data["source"].strip()
        map_penalty_columns(sent=sent, column_map=form.column_map(), source=source, by=request.user, at=timezone.now())
        return redirect("exchange:penalty_list", sent.pk)
    return form_page(request, "exchange/penalty_columns.html", form, sent=sent, sources=sources_of(request.user))


@require_POST
@open_to(Act.RUN_OPERATION)
def compare(request: OfficerRequest, penalty_list_id: UUID) -> HttpResponse:
    """The next part of the list. The page of a list half compared sends itself here again, by script or by its button."""
    sent = compare_penalties(sent=list_for(request.user, penalty_list_id), by=request.user, at=timezone.now())
    if sent.state == PenaltyList.Comparing.TAKEN:
        said = ngettext("%(n)s row was compared.", "%(n)s rows were compared.", sent.done) % {"n": sent.done}
        messages.success(request, said + " " + _("Whoever works on a case that may be meant is told now."))
    return redirect("exchange:penalty_list", sent.pk)


@require_POST
@open_to(Act.RUN_OPERATION)
def drop(request: OfficerRequest, penalty_list_id: UUID) -> HttpResponse:
    drop_penalties(sent=list_for(request.user, penalty_list_id), by=request.user, at=timezone.now())
    said = _("The list was erased. What it was compared with stays to be decided.")
    return led_on(request, said, "exchange:send_penalties")


@open_to(Act.RUN_OPERATION)
def screen(request: OfficerRequest, penalty_list_id: UUID) -> HttpResponse:
    sent, form = list_for(request.user, penalty_list_id), ScreenListedForm(request.POST or None)
    done, refusal = tried(
        form, lambda: screen_listed(sent=sent, **form.cleaned_data, by=request.user, at=timezone.now())
    )
    if done:
        return redirect("exchange:list", done.made.pk)
    return form_page(request, "exchange/screen_listed.html", form, refusal, sent=sent)


def _language() -> str:
    return (get_language() or "en")[:2]
