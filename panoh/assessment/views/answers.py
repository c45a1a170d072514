"""Pages of answer files: the list, one file, one item; and the paper."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from panoh.assessment.actions import answers as actions
from panoh.assessment.forms.answers import (
    AnswerForm,
    ApprovalForm,
    BeginForm,
    CheckForm,
    CorrectAnswersForm,
    HandOutForm,
    PutUpForm,
)
from panoh.assessment.queries.answers.files import answer_for, file_for, item_asked, text_waiting
from panoh.assessment.queries.answers.pages import file_page, files_for, item_page
from panoh.assessment.rules.answers.said import Said
from panoh.registry.access import Act
from panoh.registry.pages import PDF, OfficerRequest, download, open_to, spoken_in
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.registry.rules.numbers_sent import whole_number
from panoh.registry.tried import led_on, status_of, tried, tried_within


@open_to(Act.SEE_FIGURES)
def files(request: OfficerRequest) -> HttpResponse:
    """Every report and version, and where to begin one."""
    return _list(request)


@require_POST
@open_to(Act.KEEP_ASSESSMENT)
def begin(request: OfficerRequest) -> HttpResponse:
    form = BeginForm(request.POST)
    done = tried_within(form, lambda: actions.begin_answers(**form.cleaned_data, by=request.user, at=timezone.now()))
    if done:
        return redirect("assessment:answer_file", done.made.pk)
    return _list(request, form)


@open_to(Act.SEE_FIGURES)
def file(request: OfficerRequest, answer_file_id: int) -> HttpResponse:
    return _file(request, answer_file_id)


@require_POST
@open_to(Act.KEEP_ASSESSMENT)
def hand_out(request: OfficerRequest, answer_file_id: int) -> HttpResponse:
    """Items ticked on the page of the file, or the one item of its own page."""
    form, told = HandOutForm(request.POST), file_for(request.user, answer_file_id)
    items = request.POST.getlist("items")
    done = tried_within(
        form,
        lambda: actions.hand_out_items(file=told, items=items, **form.cleaned_data, by=request.user, at=timezone.now()),
    )
    if done:
        return led_on(request, _("Handed out. It stands in the work of that post."), "assessment:answer_file", told.pk)
    return _file(request, answer_file_id, handing=form)


@open_to(Act.SEE_FIGURES)
def item(request: OfficerRequest, answer_file_id: int, item_id: str) -> HttpResponse:
    """What is asked and counted, and the form to answer it."""
    told = file_for(request.user, answer_file_id)
    if request.method != "POST":
        return _item(request, answer_file_id, item_id)
    form, after = AnswerForm(item_asked(told, item_id), request.POST), whole_number(request.POST.get("after", ""))
    done, refusal = tried(
        form,
        lambda: actions.answer_item(
            file=told, item=item_id, said=form.said(), after=after, by=request.user, at=timezone.now()
        ),
    )
    if done:
        return led_on(request, _("Kept. Another person checks it."), "assessment:answer_item", answer_file_id, item_id)
    return _item(request, answer_file_id, item_id, form=form, refusal=refusal, seen=after)


@require_POST
@open_to(Act.SEE_FIGURES)
def check(request: OfficerRequest, answer_id: int) -> HttpResponse:
    answer, form = answer_for(request.user, answer_id), CheckForm(request.POST)
    done = tried_within(
        form, lambda: actions.check_answer(answer=answer, **form.answer, by=request.user, at=timezone.now())
    )
    if done:
        return led_on(request, _("It is recorded."), "assessment:answer_item", answer.file_id, answer.item)
    return _item(request, answer.file_id, answer.item, checking=form)


@require_POST
@open_to(Act.KEEP_ASSESSMENT)
def put_up(request: OfficerRequest, answer_file_id: int) -> HttpResponse:
    form, told = PutUpForm(request.POST), file_for(request.user, answer_file_id)
    done = tried_within(
        form, lambda: actions.put_up_answers(file=told, **form.cleaned_data, by=request.user, at=timezone.now())
    )
    if done:
        return led_on(
            request,
            _("Signed by you. It stands once another person has approved it."),
            "assessment:answer_file",
            told.pk,
        )
    return _file(request, answer_file_id, putting=form)


@require_POST
@open_to(Act.KEEP_ASSESSMENT)
def sign(request: OfficerRequest, answer_file_id: int) -> HttpResponse:
    form, told = ApprovalForm(request.POST), file_for(request.user, answer_file_id)
    done = tried_within(
        form,
        lambda: actions.sign_answers(
            text=text_waiting(told) or _nothing_waits(), **form.answer, by=request.user, at=timezone.now()
        ),
    )
    if done:
        return led_on(request, _("It is recorded."), "assessment:answer_file", told.pk)
    return _file(request, answer_file_id, signing=form)


@require_POST
@open_to(Act.KEEP_ASSESSMENT)
def correct(request: OfficerRequest, answer_file_id: int) -> HttpResponse:
    form, told = CorrectAnswersForm(request.POST), file_for(request.user, answer_file_id)
    done = tried_within(
        form, lambda: actions.correct_answers(file=told, **form.cleaned_data, by=request.user, at=timezone.now())
    )
    if done:
        return led_on(
            request,
            _("A new version begins with the answers of the one it corrects."),
            "assessment:answer_file",
            done.made.pk,
        )
    return _file(request, answer_file_id, correcting=form)


@require_GET
@open_to(Act.SEE_FIGURES)
def paper(request: OfficerRequest, answer_file_id: int) -> HttpResponse:
    told = file_for(request.user, answer_file_id)
    with spoken_in(request.GET.get("language", "")):
        made = actions.print_answers(file=told, by=request.user, at=timezone.now())
    return download(made, kind=PDF, name=f"answers-{told.report}-{told.number}.pdf")


def _nothing_waits() -> Any:
    raise OutOfOrder(_("Nothing waits for a signature here."), _("Open the file again and see where it stands."))


def _list(request: OfficerRequest, form: Form | None = None) -> HttpResponse:
    shown = {"page": files_for(request.user), "form": form or BeginForm()}
    return render(request, "assessment/answers/files.html", shown, status=status_of(form))


def _file(request: OfficerRequest, answer_file_id: int, **forms: Form) -> HttpResponse:
    page = file_page(request.user, answer_file_id, now=timezone.now())
    due = {"due_on": page.file.due_on}
    blank = {"handing": None, "putting": PutUpForm(), "signing": ApprovalForm(), "correcting": CorrectAnswersForm()}
    handing = [(each, HandOutForm(role=each.role, initial=due)) for each in page.to_hand_out]
    shown = {**blank, **forms, "page": page, "handing_out": handing, "languages": settings.LANGUAGES}
    return render(request, "assessment/answers/file.html", shown, status=422 if forms else 200)


def _item(
    request: OfficerRequest,
    answer_file_id: int,
    item_id: str,
    *,
    form: AnswerForm | None = None,
    checking: CheckForm | None = None,
    refusal: Refused | None = None,
    seen: int | None = None,
) -> HttpResponse:
    """`seen`: the answer the sender had before their eyes; it stays the mark of what they typed until told of another."""
    page = item_page(request.user, answer_file_id, item_id, now=timezone.now())
    said = Said.of(page.newest.said) if page.newest else None
    shown = {
        "page": page,
        "form": form or AnswerForm(page.item, said=said),
        "checking": checking or CheckForm(),
        "handing": HandOutForm(initial={"due_on": page.file.due_on, "post": page.handed and page.handed.post_id}),
        "refusal": refusal,
        "after": seen if form and not isinstance(refusal, Conflict) else page.newest and page.newest.pk,
    }
    return render(request, "assessment/answers/item.html", shown, status=status_of(form or checking, refusal))
