"""Until when a desk sees what it was shown: shortened by the person's word, or shown anew after asking again."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.referral import actions
from panoh.referral.forms.sharing import UntilForm
from panoh.referral.queries import sent_referral_for
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.tried import led_on


@require_POST
@signed_in
def shorten(request: OfficerRequest, referral_id: UUID) -> HttpResponse:
    referral = sent_referral_for(request.user, referral_id)
    until = UntilForm(request.POST).day()
    actions.shorten_sharing(referral=referral, until=until, by=request.user, at=timezone.now())
    return led_on(request, _("The desk sees it until that day and no longer."), "referral:need", referral.need_id)


@require_POST
@signed_in
def again(request: OfficerRequest, referral_id: UUID) -> HttpResponse:
    referral = sent_referral_for(request.user, referral_id)
    actions.share_again(referral=referral, by=request.user, at=timezone.now())
    return led_on(request, _("The desk goes on seeing it, for a new period."), "referral:need", referral.need_id)
