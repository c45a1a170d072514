"""The contact after a stay, with the person's safe contact and nothing else to go by."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.protection import actions
from panoh.protection.forms import FollowUpForm
from panoh.protection.queries import departure_to_follow, follow_up_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page, led_on, tried


@open_to(Act.KEEP_PLAN)
def follow_up(request: OfficerRequest, departure_id: UUID, months: int) -> HttpResponse:
    form, at = FollowUpForm(request.POST or None), timezone.now()
    done, refusal = tried(
        form,
        lambda: actions.record_follow_up(
            departure=departure_to_follow(request.user, departure_id),
            months=months,
            **form.cleaned_data,
            by=request.user,
            at=at,
        ),
    )
    if done:
        return led_on(request, _("The contact is on record."), "my_work")
    page = follow_up_page(request.user, departure_id, months, at=at)
    return form_page(request, "protection/follow_up.html", form, refusal, page=page)
