"""Pages of a roster's lines: adding people, one line with everything known, what became of each, and the paper sheet."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to, written_after
from panoh.registry.refusals import Conflict, Refused
from panoh.registry.tried import form_page, led_on, tried
from panoh.screening import actions
from panoh.screening.forms.roster import JoinForm, LineForm, StatusForm, UnnamedForm, initial_of_line
from panoh.screening.models import RosterEntry
from panoh.screening.queries.lines import joining_for, line_page, numbered
from panoh.screening.queries.operations import kind_of, operation_for
from panoh.screening.queries.roster import entry_for, may_be_a_child
from panoh.screening.queries.sheets import print_roster


@require_http_methods(["GET", "POST"])
@open_to(Act.RUN_OPERATION)
def add_person(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    """Somebody who stands there already is named by their line; what was typed stays."""
    held = operation_for(request.user, operation_id)
    form = LineForm(request.POST or None, operation=held, asks_removal=kind_of(held).asks_removal)
    done, refusal = tried(
        form,
        lambda: actions.add_person(
            operation=held,
            line=form.line(),
            another=form.cleaned_data["another"],
            by=request.user,
            at=timezone.now(),
        ),
    )
    if done:
        said = _("Line %(number)s was added.") % {"number": done.made.row}
        onward = "screening:add_person" if "more" in request.POST else "screening:operation"
        return led_on(request, said, onward, operation_id)
    if refusal:
        form.ask_whether_another()
    return form_page(request, "screening/add_person.html", form, refusal, operation=held, line=_line_named_by(refusal))


@require_POST
@open_to(Act.RUN_OPERATION)
def add_unnamed(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    held, form = operation_for(request.user, operation_id), UnnamedForm(request.POST)
    if form.is_valid():
        made = actions.add_unnamed(operation=held, **form.given(), by=request.user, at=timezone.now())
        said = ngettext("%(n)s person was added.", "%(n)s people were added.", len(made)) % {"n": len(made)}
        messages.success(request, said)
    else:
        messages.error(request, _("Write how many people: a whole number from 1 to 500."))
    return redirect("screening:operation", operation_id)


@require_http_methods(["GET", "POST"])
@open_to(Act.RUN_OPERATION)
def line(request: OfficerRequest, entry_id: UUID) -> HttpResponse:
    """Everything known of one person on a roster, to be corrected; what was there before is kept."""
    page = line_page(entry_id=entry_id, by=request.user, at=timezone.now())
    held, asks = page.entry.operation, kind_of(page.entry.operation).asks_removal
    form = LineForm(request.POST or None, initial=initial_of_line(page), operation=held, asks_removal=asks)
    done, refusal = tried(
        form,
        lambda: actions.correct_line(
            entry=page.entry, line=form.line(), **_seen(form), by=request.user, at=timezone.now()
        ),
    )
    if done:
        said = _("The line is corrected; what stood there before is kept.")
        return led_on(request, said, "screening:line", entry_id)
    if refusal:
        form.ask_whether_another()
    written_after(form, page.seen, refusal, mark="seen")
    overtaken = isinstance(refusal, Conflict) and refusal.subject == f"roster:{page.entry.pk}"
    beside = {
        "page": page,
        "overtaken": overtaken,
        "status_form": _status_form(page.entry),
        "join": JoinForm(),
        "line": "" if overtaken else _line_named_by(refusal),
        "may_be_a_child": may_be_a_child(page.entry),
    }
    return form_page(request, "screening/line.html", form, refusal, **beside)


@require_POST
@open_to(Act.RUN_OPERATION)
def set_status(request: OfficerRequest, entry_id: UUID) -> HttpResponse:
    entry, form = entry_for(request.user, entry_id), StatusForm(request.POST)
    if form.is_valid():
        entry.status = form.cleaned_data["seen_as"]
        status = form.cleaned_data["status"]
        actions.set_roster_status(entry=entry, status=status, told=form.told(), by=request.user, at=timezone.now())
    else:
        messages.error(request, _("Choose from the lists; nothing was changed."))
        return redirect("screening:line", entry_id)
    return redirect("screening:operation", entry.operation_id)


@require_POST
@open_to(Act.SCREEN)
def call_next(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    held = operation_for(request.user, operation_id)
    entry = actions.call_next(operation=held, by=request.user, at=timezone.now())
    if entry is None:
        said = _("Nobody waits: everybody is seen to, or an officer is with them.")
        return led_on(request, said, "screening:operation", operation_id)
    return redirect("screening:line", entry.pk)


@require_POST
@open_to(Act.RUN_OPERATION)
def release(request: OfficerRequest, entry_id: UUID) -> HttpResponse:
    entry = entry_for(request.user, entry_id)
    actions.release_line(entry=entry, by=request.user, at=timezone.now())
    return redirect("screening:operation", entry.operation_id)


@require_POST
@open_to(Act.RUN_OPERATION)
def join(request: OfficerRequest, entry_id: UUID) -> HttpResponse:
    kept, form = entry_for(request.user, entry_id), JoinForm(request.POST)
    other = numbered(kept, form.cleaned_data["number"]) if form.is_valid() else None
    if other is None:
        messages.error(request, _("There is no line with this number. Look it up on the roster."))
    else:
        actions.join_lines(kept=kept, other=other, by=request.user, at=timezone.now())
    return redirect("screening:line", entry_id)


@require_POST
@open_to(Act.RUN_OPERATION)
def part(request: OfficerRequest, joining_id: int) -> HttpResponse:
    joining = joining_for(request.user, joining_id)
    actions.part_lines(joining=joining, by=request.user, at=timezone.now())
    return redirect("screening:line", joining.kept_id)


@require_GET
@open_to(Act.RUN_OPERATION)
def sheet(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    found = print_roster(operation_id=operation_id, by=request.user, at=timezone.now())
    return render(request, "screening/sheet.html", {"sheet": found})


def _status_form(entry: RosterEntry) -> StatusForm:
    told = {"moved_to": entry.moved_to, "said_by": entry.said_by, "again_on": entry.again_on}
    return StatusForm(initial={"status": entry.status, "seen_as": entry.status, **told})


def _seen(form: LineForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("seen", "another")}


def _line_named_by(refusal: Refused | None) -> str:
    """The address of the line where the person stands already, where the refusal names one."""
    if refusal is None or not refusal.subject.startswith("roster:"):
        return ""
    return reverse("screening:line", args=[refusal.subject.removeprefix("roster:")])
