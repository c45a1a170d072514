"""Texts of the procedure: the list, one text with what was said of it, and the acts that carry a draft to adoption."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from panoh.identification.forms import AnswerForm, CommentForm, GroupForm, ProposeForm, PutUpForm, SetAsideForm
from panoh.identification.queries import TextPage, one_text, text_page
from panoh.registry import actions
from panoh.registry.access import Act, may
from panoh.registry.models import ProcedureComment, ProcedureText
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries import in_force, texts
from panoh.registry.refusals import Refused
from panoh.registry.tried import form_page, led_on, status_of, tried


@signed_in
def all_texts(request: OfficerRequest) -> HttpResponse:
    """Every text there is; whoever carries drafts puts one up here."""
    form = PutUpForm(request.POST or None, request.FILES or None)
    done, refusal = tried(
        form, lambda: actions.put_up_procedure(content=form.text(), by=request.user, at=timezone.now())
    )
    if done:
        return redirect("identification:text", done.made.pk)
    may_put_up = may(request.user, Act.CARRY_PROCEDURE)
    return form_page(
        request, "identification/texts.html", form, refusal, texts=texts(), now=in_force(), may_put_up=may_put_up
    )


@signed_in
def text(request: OfficerRequest, text_id: int) -> HttpResponse:
    return _page(request, one_text(text_id))


@signed_in
@require_POST
def comment(request: OfficerRequest, text_id: int) -> HttpResponse:
    return _sent(request, one_text(text_id), "comment", actions.comment_on_procedure, _("Your comment is kept."))


@signed_in
@require_POST
def convene(request: OfficerRequest, text_id: int) -> HttpResponse:
    return _sent(request, one_text(text_id), "group", actions.convene_group, _("The agencies are asked."))


@signed_in
@require_POST
def propose(request: OfficerRequest, text_id: int) -> HttpResponse:
    said = _("Proposed. An officer of another agency adopts it.")
    return _sent(request, one_text(text_id), "propose", actions.propose_adoption, said)


@signed_in
@require_POST
def adopt(request: OfficerRequest, text_id: int) -> HttpResponse:
    actions.adopt_procedure(text=one_text(text_id), by=request.user, at=timezone.now())
    return redirect("identification:text", text_id)


@signed_in
@require_POST
def set_aside(request: OfficerRequest, text_id: int) -> HttpResponse:
    return _sent(request, one_text(text_id), "aside", actions.set_procedure_aside, _("The draft is set aside."))


@signed_in
@require_POST
def answer(request: OfficerRequest, comment_id: int) -> HttpResponse:
    held = get_object_or_404(ProcedureComment.objects.select_related("text"), pk=comment_id)

    def do(*, text: ProcedureText, **given: Any) -> object:
        return actions.answer_comment(comment=held, **given)

    return _sent(request, one_text(held.text_id), "answer", do, _("Answered."), about=held.pk)


def _sent(
    request: OfficerRequest,
    shown: ProcedureText,
    name: str,
    do: Callable[..., object],
    said: str | Promise,
    about: int | None = None,
) -> HttpResponse:
    """Do what a form of the page asks; on refusal the page comes back with what was typed in it."""
    now = timezone.now()
    page = text_page(request.user, shown, language=get_language() or "en", on=timezone.localdate(now))
    form = _forms(page, request.POST)[name]
    done, refusal = tried(form, lambda: do(text=shown, by=request.user, at=now, **form.cleaned_data))
    if done:
        return led_on(request, said, "identification:text", shown.pk)
    return _page(request, shown, {name: form}, refusal, about)


def _page(
    request: OfficerRequest,
    shown: ProcedureText,
    typed: dict[str, Form] | None = None,
    refusal: Refused | None = None,
    about: int | None = None,
) -> HttpResponse:
    page = text_page(request.user, shown, language=get_language() or "en", on=timezone.localdate())
    context = {"page": page, "forms": _forms(page) | (typed or {}), "refusal": refusal, "about": about}
    context |= {"plain_answer": AnswerForm()}
    status = status_of(next(iter((typed or {}).values()), None), refusal)
    return render(request, "identification/text.html", context, status=status)


def _forms(page: TextPage, given: Any = None) -> dict[str, Form]:
    language = get_language() or "en"
    steps = [(step.key, f"{step.id} {step.name.in_language(language)}") for step in page.procedure.steps]
    return {
        "comment": CommentForm(given, steps=steps),
        "group": GroupForm(given),
        "propose": ProposeForm(given),
        "aside": SetAsideForm(given),
        "answer": AnswerForm(given),
    }
