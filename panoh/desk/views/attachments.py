"""Attachments of a case: what is there, adding one by camera or file, opening it as a download, taking it out by two."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from panoh.desk.attachment_forms import LIMITS, AttachmentForm, BetterCopyForm, SetAsideForm, ShowForm
from panoh.registry import actions
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, download, signed_in, too_large_to_be_read
from panoh.registry.queries import case_for
from panoh.registry.queries.attachments import attachment_for, attachments_page, disclosure_for, read_attachment
from panoh.registry.queries.cases import named_case_for
from panoh.registry.tried import form_page, led_on, tried

Sent = TypeVar("Sent", bound=BetterCopyForm)


@require_GET
@signed_in
def all_attachments(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case = case_for(request.user, case_id, Act.READ_ATTACHMENT)
    page = attachments_page(request.user, case, at=timezone.now())
    shown = [(each, ShowForm(receiver=each, auto_id=f"id_{each.disclosure.pk}_%s")) for each in page.receivers]
    return render(request, "desk/attachments.html", {"page": page, "receivers": shown})


@signed_in
def add(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case = named_case_for(request.user, case_id, Act.ADD_ATTACHMENT)
    form = _form(AttachmentForm, request)
    done, refusal = tried(
        form, lambda: actions.add_attachment(case=case, **form.given(), by=request.user, at=timezone.now())
    )
    if done:
        said = _("Attached as number %(number)s, sealed.") % {"number": done.made.number}
        return led_on(request, said, "attachments", case.pk)
    return form_page(request, "desk/attach.html", form, refusal, case=case, limits=LIMITS)


@signed_in
def replace(request: OfficerRequest, attachment_id: UUID) -> HttpResponse:
    earlier = attachment_for(request.user, attachment_id, Act.ADD_ATTACHMENT)
    form = _form(BetterCopyForm, request)
    done, refusal = tried(
        form, lambda: actions.replace_attachment(earlier=earlier, **form.given(), by=request.user, at=timezone.now())
    )
    if done:
        said = _("The better copy is attached; the earlier one is kept.")
        return led_on(request, said, "attachments", earlier.case_id)
    return form_page(request, "desk/attach.html", form, refusal, case=earlier.case, earlier=earlier, limits=LIMITS)


@require_GET
@signed_in
def one_attachment(request: OfficerRequest, attachment_id: UUID) -> HttpResponse:
    """Always as a download: what somebody else made is never shown inside a page of ours."""
    found = attachment_for(request.user, attachment_id)
    opened = read_attachment(viewer=request.user, attachment=found, at=timezone.now())
    return download(opened.content, kind=opened.media.value, name=opened.name)


@signed_in
def set_aside(request: OfficerRequest, attachment_id: UUID) -> HttpResponse:
    attachment = attachment_for(request.user, attachment_id, Act.REMOVE_ATTACHMENT)
    form = SetAsideForm(request.POST or None)
    done, refusal = tried(
        form,
        lambda: actions.set_aside_attachment(
            attachment=attachment, **form.cleaned_data, by=request.user, at=timezone.now()
        ),
    )
    if done:
        said = _("Set aside. Another officer erases it or puts it back.")
        return led_on(request, said, "attachments", attachment.case_id)
    return form_page(request, "desk/set_aside.html", form, refusal, attachment=attachment, case=attachment.case)


@require_POST
@signed_in
def put_back(request: OfficerRequest, attachment_id: UUID) -> HttpResponse:
    attachment = attachment_for(request.user, attachment_id)
    actions.put_back_attachment(attachment=attachment, by=request.user, at=timezone.now())
    return led_on(request, _("It stands in the case again."), "attachments", attachment.case_id)


@require_POST
@signed_in
def remove(request: OfficerRequest, attachment_id: UUID) -> HttpResponse:
    attachment = attachment_for(request.user, attachment_id)
    actions.remove_attachment(attachment=attachment, by=request.user, at=timezone.now())
    said = _("The file is erased. That it was here, who removed it and why stays on record.")
    return led_on(request, said, "attachments", attachment.case_id)


@require_POST
@signed_in
def show(request: OfficerRequest, disclosure_id: int) -> HttpResponse:
    disclosure, classes = disclosure_for(request.user, disclosure_id), request.POST.getlist("classes")
    actions.show_attachments(disclosure=disclosure, classes=classes, by=request.user, at=timezone.now())
    return led_on(request, _("Recorded what this desk is shown."), "attachments", disclosure.case_id)


def _form(kind: type[Sent], request: OfficerRequest) -> Sent:
    if request.method != "POST":
        return kind()
    return kind(request.POST, request.FILES, too_large=too_large_to_be_read(request))
