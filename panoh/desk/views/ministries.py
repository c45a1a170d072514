"""Pages between us and a ministry's own sign-in: off to it, and back from it, for signing in or for an invitation."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.desk import ministries
from panoh.desk import sign_in as door
from panoh.desk.views.sign_in import first_step_taken, welcome
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted
from panoh.registry.sessions import SECOND_STEP

_INVITED = "invited_by_link"


def leave_for(request: HttpRequest, key: str) -> HttpResponse:
    """A link, no form: browsers let a form of ours lead to no other host."""
    given = ministries.ministry(key)
    request.session.pop(_INVITED, None)
    return ministries.to_provider(request, given, back=_back(request, key))


def leave_with_invitation(request: HttpRequest, officer_id: int, token: str, key: str) -> HttpResponse:
    """An invited officer chooses the ministry's sign-in instead of a password."""
    given, officer = ministries.ministry(key), door.invited(officer_id, token)
    answer = ministries.to_provider(request, given, back=_back(request, key))
    request.session[_INVITED] = [officer.pk, token]
    return answer


def come_back(request: HttpRequest, key: str) -> HttpResponse:
    given, invited = ministries.ministry(key), request.session.pop(_INVITED, None)
    said = ministries.said_by_provider(request, given)
    officer = ministries.officer_known_as(given, said)
    if invited is not None:
        officer = door.invited(*invited)
        ministries.bind(ministry=given, said=said, by=officer, at=timezone.now())
    if officer is None:
        raise NotPermitted(
            _("%(ministry)s knows you, but no officer here is bound to it.")
            % {"ministry": dict(ministries.connected())[given.id]},
            _("Open the invitation's link of your administrator and choose the ministry there; without one, ask them."),
        )
    return _let_in(request, officer, said)


def _let_in(request: HttpRequest, officer: Officer, said: ministries.Said) -> HttpResponse:
    """A second step taken at the ministry counts where the operator trusts it; otherwise ours is asked for."""
    if not said.second_step:
        return first_step_taken(request, officer)
    door.come_in(by=officer, at=timezone.now())
    return welcome(request, officer, proven=SECOND_STEP)


def _back(request: HttpRequest, key: str) -> str:
    return request.build_absolute_uri(reverse("ministry_back", args=[key]))
