"""Pages for lists of people: send one, see what is in it, take it or drop it, and get the rows to mend."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from panoh.assessment.queries.answers.files import file_for
from panoh.exchange.actions import drop_list, map_columns, send_list, take_list
from panoh.exchange.answer_book import take_answers
from panoh.exchange.forms import FIELDS, ColumnsForm, ListForm
from panoh.exchange.manifest import ManifestUnusable
from panoh.exchange.manifest.template import template
from panoh.exchange.queries import (
    contents_of,
    list_for,
    open_lists,
    rows_to_mend,
    sources_of,
    summary,
    unusable_in_words,
)
from panoh.exchange.writing import WORKBOOK, csv_lines, workbook
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, download, open_to, spoken_in, too_large_to_be_read
from panoh.registry.tried import form_page, led_on
from panoh.screening.models import ListSent
from panoh.screening.queries.operations import operation_for


@require_http_methods(["GET", "POST"])
@open_to(Act.RUN_OPERATION)
def send(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    operation = operation_for(request.user, operation_id)
    sent_in = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ListForm(*sent_in, too_large=too_large_to_be_read(request))
    if form.is_valid():
        content, sheet = form.cleaned_data["file"].read(), form.cleaned_data["sheet"]
        try:
            sent = send_list(operation=operation, content=content, sheet=sheet, by=request.user, at=timezone.now())
        except ManifestUnusable as unusable:
            wrong = "sheet" if unusable.code == "no_such_sheet" else "file"
            form.add_error(wrong, unusable_in_words(unusable, _language()))
        else:
            return redirect("exchange:list", sent.pk)
    lists = open_lists(request.user, operation)
    return form_page(request, "exchange/send.html", form, operation=operation, open_lists=lists)


@require_GET
@open_to(Act.RUN_OPERATION)
def one_list(request: OfficerRequest, list_id: UUID) -> HttpResponse:
    """What is in the list, or how far it is taken. It shows shapes of values only, so that nothing is read of anybody."""
    sent = list_for(request.user, list_id)
    if sent.state == ListSent.State.TAKING:
        return render(request, "exchange/taking.html", {"sent": sent})
    found = summary(sent, language=_language())
    meanings = [(heading, FIELDS.get(field, field)) for heading, field in found.columns if field]
    return render(request, "exchange/list.html", {"found": found, "meanings": meanings})


@require_http_methods(["GET", "POST"])
@open_to(Act.RUN_OPERATION)
def columns(request: OfficerRequest, list_id: UUID) -> HttpResponse:
    sent = list_for(request.user, list_id)
    known = sent.source.name if sent.source else ""
    form = ColumnsForm(request.POST or None, contents=contents_of(sent), initial={"source": known})
    if form.is_valid():
        source = form.cleaned_data["source"].strip()
        map_columns(sent=sent, column_map=form.column_map(), source=source, by=request.user, at=timezone.now())
        return redirect("exchange:list", sent.pk)
    return form_page(request, "exchange/columns.html", form, sent=sent, sources=sources_of(request.user))


@require_POST
@open_to(Act.RUN_OPERATION)
def take(request: OfficerRequest, list_id: UUID) -> HttpResponse:
    """The next part of the list. The page of a list half taken sends itself here again, by script or by its button."""
    sent = take_list(sent=list_for(request.user, list_id), by=request.user, at=timezone.now())
    if sent.state == ListSent.State.TAKING:
        return redirect("exchange:list", sent.pk)
    said = ngettext("%(new)s person was added.", "%(new)s people were added.", sent.added) % {"new": sent.added}
    if sent.already:
        said += " " + _("%(already)s stood on the roster already.") % {"already": sent.already}
    return led_on(request, said, "screening:operation", sent.operation_id)


@require_POST
@open_to(Act.RUN_OPERATION)
def drop(request: OfficerRequest, list_id: UUID) -> HttpResponse:
    sent = list_for(request.user, list_id)
    drop_list(sent=sent, by=request.user, at=timezone.now())
    said = _("The list was erased. Nobody was added from it.")
    return led_on(request, said, "screening:operation", sent.operation_id)


@require_GET
@open_to(Act.RUN_OPERATION)
def to_mend(request: OfficerRequest, list_id: UUID) -> HttpResponse:
    sent = list_for(request.user, list_id)
    rows = rows_to_mend(sent=sent, language=_language(), by=request.user, at=timezone.now())
    return _download(csv_lines(rows), "rows-to-mend.csv")


@require_GET
@open_to(Act.RUN_OPERATION)
def to_mend_workbook(request: OfficerRequest, list_id: UUID) -> HttpResponse:
    sent = list_for(request.user, list_id)
    rows = rows_to_mend(sent=sent, language=_language(), by=request.user, at=timezone.now())
    response = HttpResponse(workbook(rows), content_type=WORKBOOK)
    response["Content-Disposition"] = 'attachment; filename="rows-to-mend.xlsx"'
    return response


@require_GET
@open_to(Act.RUN_OPERATION)
def template_file(request: OfficerRequest) -> HttpResponse:
    return _download(csv_lines(template(_language())), "panoh-list.csv")


@require_GET
@open_to(Act.SEE_FIGURES)
def answer_workbook(request: OfficerRequest, answer_file_id: int) -> HttpResponse:
    """An answer file as a table, in the language asked for."""
    told = file_for(request.user, answer_file_id)
    with spoken_in(request.GET.get("language", "")):
        made = take_answers(file=told, by=request.user, at=timezone.now())
    return download(made, kind=WORKBOOK, name=f"answers-{told.report}-{told.number}.xlsx")


def _download(lines: Iterator[str], name: str) -> HttpResponse:
    response = HttpResponse("".join(lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _language() -> str:
    return (get_language() or "en")[:2]
