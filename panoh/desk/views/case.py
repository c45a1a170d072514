"""One case on one page, as far as the viewer may see, and the person's consent, purpose by purpose."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from panoh.desk.case_page import case_page
from panoh.desk.case_paper import print_case
from panoh.desk.closing import CLOSED, close_as_seen, closing_page
from panoh.desk.forms import CloseForm, ConsentForm, ContactForm
from panoh.protection.actions import take_consent
from panoh.registry.access import Act
from panoh.registry.actions import set_contact_rules, withdraw_consent
from panoh.registry.pages import PDF, OfficerRequest, download, signed_in, spoken_in, written_after
from panoh.registry.queries import case_for, may_contact, rules_ask_purpose
from panoh.registry.queries.consents import consent_for
from panoh.registry.tried import form_page, led_back, led_on, tried, tried_within


@signed_in
def one_case(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    now = timezone.now()
    context = {"page": case_page(request.user, case_id, at=now), "now": now, "languages": settings.LANGUAGES}
    return render(request, "desk/case.html", context)


@require_GET
@signed_in
def paper(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """The case as PDF in the language asked for, or in the officer's own."""
    case = case_for(request.user, case_id, Act.PRINT_CASE)
    with spoken_in(request.GET.get("language", "")):
        made = print_case(case=case, by=request.user, at=timezone.now())
    return download(made, kind=PDF, name=f"{case.reference}.pdf")


@signed_in
def close(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """What is open first, then the closing."""
    at = timezone.now()
    page = closing_page(request.user, case_id, at=at)
    form = CloseForm(request.POST or None, case=page.case, initial={"seen": page.case.state, "shown": len(page.open)})
    done, refusal = tried(
        form, lambda: close_as_seen(page, form.given(), seen=form.cleaned_data["seen"], by=request.user, at=at)
    )
    if done:
        return led_on(request, CLOSED, "case", case_id)
    if refusal:
        form.look_again(seen=page.case.state, shown=len(page.open))
    return form_page(request, "desk/close.html", form, refusal, page=page, now=at)


@signed_in
def ask_consent(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Record the person's answer for one purpose."""
    case = case_for(request.user, case_id, Act.TAKE_CONSENT)
    form = ConsentForm(request.POST or None)
    if tried_within(form, lambda: take_consent(case=case, by=request.user, at=timezone.now(), **form.cleaned_data)):
        return redirect("case", case_id)
    return form_page(request, "desk/consent.html", form, case=case)


@signed_in
def contact_rules(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """What the person said of being contacted, and what they say now."""
    case, at = case_for(request.user, case_id, Act.TAKE_CONSENT), timezone.now()
    form = ContactForm(request.POST or None)
    done, refusal = tried(
        form,
        lambda: set_contact_rules(
            case=case, said=form.said(), after=form.cleaned_data["after"], by=request.user, at=at
        ),
    )
    if done:
        return redirect("case", case_id)
    asks = rules_ask_purpose(case, request.user)
    reach = None if asks else may_contact(case, "", viewer=request.user, at=at)
    written_after(form, reach and reach.rules, refusal)  # whoever has not read what stands writes nothing over it
    return form_page(request, "desk/contact.html", form, refusal, case=case, reach=reach, asks_purpose=asks)


@signed_in
@require_POST
def withdraw(request: OfficerRequest, consent_id: int) -> HttpResponse:
    consent = consent_for(request.user, consent_id)
    withdraw_consent(consent=consent, by=request.user, at=timezone.now())
    return led_back(request, _("It is withdrawn: whoever saw the case by it sees it no more."), "case", consent.case_id)
