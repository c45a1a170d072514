"""Pages of a consulate: its files, somebody new, one file with the safe way to the person, documents, the country there."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from panoh.protection import actions
from panoh.protection.forms.consular import (
    AskDocumentForm,
    ChangedFileForm,
    CloseFileForm,
    FileForm,
    HostAnswerForm,
    HostForm,
    IssueDocumentForm,
    MeetAbroadForm,
)
from panoh.protection.queries.consular import document_for, file_for, file_page, files_of, host_referral_for
from panoh.registry.access import Act
from panoh.registry.models import Officer
from panoh.registry.one_act import Beside, one_act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.queries import case_for
from panoh.screening.queries.reading import mark_of


@require_GET
@open_to(Act.KEEP_CONSULAR_FILE)
def consular_files(request: OfficerRequest) -> HttpResponse:
    return render(request, "protection/consular_files.html", {"rows": files_of(request.user)[:200]})


@open_to(Act.KEEP_CONSULAR_FILE)
def meet_abroad(request: OfficerRequest) -> HttpResponse:
    form = MeetAbroadForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.meet_abroad(**form.person(), by=request.user, at=timezone.now()),
        title=_("Open a file for somebody abroad"),
        back=reverse("protection:consular_files"),
        then=lambda made: _page(made.pk),
        lead=_(
            "Danger and what is needed at once come first. Ask which way of contact is safe before writing one down."
        ),
    )


@open_to(Act.KEEP_CONSULAR_FILE)
def open_file(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, form = case_for(request.user, case_id, Act.KEEP_CONSULAR_FILE), FileForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.open_consular_file(case=case, given=form.file(), by=request.user, at=timezone.now()),
        title=_("Open a file of the consulate"),
        back=reverse("case", args=[case.pk]),
        then=lambda made: _page(made.pk),
    )


@require_GET
@open_to(Act.KEEP_CONSULAR_FILE)
def consular_file(request: OfficerRequest, file_id: UUID) -> HttpResponse:
    return render(
        request, "protection/consular_file.html", {"page": file_page(request.user, file_id, at=timezone.now())}
    )


@open_to(Act.KEEP_CONSULAR_FILE)
def change_file(request: OfficerRequest, file_id: UUID) -> HttpResponse:
    page = file_page(request.user, file_id, at=timezone.now())
    row = page.row
    known = {"met": row.met, "wish": row.wish, "needs": row.needs, "situation": page.situation, "where": page.where}
    form = ChangedFileForm(request.POST or None, initial=known)
    return one_act(
        request,
        form,
        lambda: actions.change_consular_file(
            file=row, given=form.file(), after=form.cleaned_data["after"], by=request.user, at=timezone.now()
        ),
        title=_("What the person needs and wishes now"),
        back=_page(file_id),
        after=mark_of(row),
        beside=lambda: _beside(request.user, file_id),
    )


@open_to(Act.KEEP_CONSULAR_FILE)
def ask_document(request: OfficerRequest, file_id: UUID) -> HttpResponse:
    row, form = file_for(request.user, file_id), AskDocumentForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.ask_document(file=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Ask for a travel document"),
        back=_page(file_id),
        lead=_("Nothing on it says what happened to the person."),
    )


@open_to(Act.KEEP_CONSULAR_FILE)
def issue_document(request: OfficerRequest, document_id: UUID) -> HttpResponse:
    row, form = document_for(request.user, document_id), IssueDocumentForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.issue_document(document=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("The travel document was issued"),
        back=_page(row.file_id),
    )


@open_to(Act.KEEP_CONSULAR_FILE)
def refer_to_host(request: OfficerRequest, file_id: UUID) -> HttpResponse:
    row, form = file_for(request.user, file_id), HostForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.refer_to_host(file=row, **form.given(), by=request.user, at=timezone.now()),
        title=_("Ask a body of the country there"),
        back=_page(file_id),
    )


@open_to(Act.KEEP_CONSULAR_FILE)
def answer_of_host(request: OfficerRequest, host_id: UUID) -> HttpResponse:
    row, form = host_referral_for(request.user, host_id), HostAnswerForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.answer_of_host(referral=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("What the body answered"),
        back=_page(row.file_id),
    )


@open_to(Act.KEEP_CONSULAR_FILE)
def close_file(request: OfficerRequest, file_id: UUID) -> HttpResponse:
    row, form = file_for(request.user, file_id), CloseFileForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.close_consular_file(file=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Close the file of the consulate"),
        back=_page(file_id),
        lead=_("The case goes on, and so does help."),
    )


def _beside(viewer: Officer, file_id: UUID) -> Beside:
    page = file_page(viewer, file_id, at=timezone.now())
    return Beside(mark_of(page.row), "protection/consular_stands.html", page)


def _page(file_id: UUID) -> str:
    return reverse("protection:consular_file", args=[file_id])
