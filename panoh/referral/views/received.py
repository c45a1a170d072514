"""A referral at the desk that was asked: read, and answered."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.referral import actions
from panoh.referral.forms import AnswerForm
from panoh.referral.queries import referral_for, referral_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page, led_on, tried


@open_to(Act.ANSWER_REFERRAL)
def one_referral(request: OfficerRequest, referral_id: UUID) -> HttpResponse:
    """A yes leads to the case; after a no there is nothing more to see here."""
    referral, at = referral_for(request.user, referral_id), timezone.now()
    form = AnswerForm(request.POST or None)
    done, refusal = tried(form, lambda: actions.answer(referral=referral, **form.given(), by=request.user, at=at))
    if done:
        return _answered(request, referral.need.case_id, accepted=done.made.accepted)
    return form_page(
        request, "referral/referral.html", form, refusal, page=referral_page(request.user, referral, at=at)
    )


def _answered(request: OfficerRequest, case_id: UUID, *, accepted: bool) -> HttpResponse:
    if accepted:
        return led_on(request, _("You took this on. Your desk sees now who the person is."), "case", case_id)
    said = _("The sender is told, with your reason. Your desk sees nothing of it any more.")
    return led_on(request, said, "referral:home")
