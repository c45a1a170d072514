"""Pages of the data-protection officer: what waits to be told abroad, and the answer to one."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from panoh.protection import actions
from panoh.protection.forms.abroad import TransferForm
from panoh.protection.forms.fields import NAMES_OF_FIELDS
from panoh.protection.queries.abroad import SHOWN, answered_transfers, transfer_page, waiting_transfers
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page, led_on, tried


@require_GET
@open_to(Act.APPROVE_TRANSFER)
def transfers(request: OfficerRequest) -> HttpResponse:
    waits = waiting_transfers(request.user)[:SHOWN]
    return render(request, "protection/transfers.html", {"waits": waits, "answered": answered_transfers(request.user)})


@open_to(Act.APPROVE_TRANSFER)
def transfer(request: OfficerRequest, transfer_abroad_id: UUID) -> HttpResponse:
    page = transfer_page(request.user, transfer_abroad_id, at=timezone.now())
    form = TransferForm(request.POST or None)
    done, refusal = tried(
        form, lambda: actions.answer_transfer(transfer=page.row, **form.given(), by=request.user, at=timezone.now())
    )
    if done:
        return led_on(request, _("It is recorded."), "protection:transfers")
    told = [NAMES_OF_FIELDS[each] for each in page.row.fields]
    return form_page(request, "protection/transfer.html", form, refusal, page=page, told=told)
