"""The page of a child's best interests: what was assessed so far, and the form of the next assessment."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.protection import actions
from panoh.protection.forms import InterestsForm
from panoh.protection.queries.interests import interests_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, signed_in, written_after
from panoh.registry.queries import case_for
from panoh.registry.tried import form_page, led_on, tried


@signed_in
def interests(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.ASSESS_INTERESTS), timezone.now()
    form = InterestsForm(request.POST or None)
    done, refusal = tried(
        form,
        lambda: actions.assess_interests(
            case=case, given=form.given(), after=form.cleaned_data["after"], by=request.user, at=at
        ),
    )
    if done:
        said = _("The assessment is recorded. It stands until it is looked at again.")
        return led_on(request, said, "protection:interests", case.pk)
    rows = interests_page(request.user, case, at=at)
    written_after(form, rows[0].row.pk if rows else None, refusal)
    return form_page(
        request, "protection/interests.html", form, refusal, case=case, assessed=rows, today=timezone.localdate(at)
    )
