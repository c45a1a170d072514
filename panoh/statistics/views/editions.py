"""Pages of frozen figures: the list, one edition beside what the records say today, preparing, correcting, signing."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Refused
from panoh.registry.tried import led_on, pressed, status_of, tried_within
from panoh.statistics import actions
from panoh.statistics.forms import CorrectionForm, SignatureForm, asked_period
from panoh.statistics.queries.editions import edition_for, edition_page, editions_for
from panoh.statistics.rules import wording


@open_to(Act.SEE_FIGURES)
def editions(request: OfficerRequest) -> HttpResponse:
    """Every edition, newest period first, with who signed it."""
    return _list(request)


@require_POST
@open_to(Act.PREPARE_FIGURES)
def prepare(request: OfficerRequest) -> HttpResponse:
    period = asked_period(request.POST, this_year=timezone.localdate().year)
    done, refusal = pressed(request, lambda: actions.prepare_edition(period=period, by=request.user, at=timezone.now()))
    if done:
        said = _("Prepared. It stands once another officer has signed it.")
        return led_on(request, said, "statistics:edition", done.made.pk)
    return _list(request, refusal)


@open_to(Act.SEE_FIGURES)
def edition(request: OfficerRequest, edition_id: int) -> HttpResponse:
    return _page(request, edition_id)


@require_POST
@open_to(Act.PREPARE_FIGURES)
def correct(request: OfficerRequest, edition_id: int) -> HttpResponse:
    form, corrected = CorrectionForm(request.POST), edition_for(request.user, edition_id)
    done = tried_within(
        form,
        lambda: actions.correct_edition(edition=corrected, **form.cleaned_data, by=request.user, at=timezone.now()),
    )
    if done:
        return led_on(
            request,
            _("Prepared beside the one it corrects. Another officer signs it."),
            "statistics:edition",
            done.made.pk,
        )
    return _page(request, edition_id, correcting=form)


@require_POST
@open_to(Act.SIGN_FIGURES)
def sign(request: OfficerRequest, edition_id: int) -> HttpResponse:
    form, signed = SignatureForm(request.POST), edition_for(request.user, edition_id)
    done = tried_within(
        form, lambda: actions.sign_edition(edition=signed, **form.answer, by=request.user, at=timezone.now())
    )
    if done:
        return led_on(request, _("It is recorded."), "statistics:edition", edition_id)
    return _page(request, edition_id, signing=form)


def _list(request: OfficerRequest, refused: Refused | None = None) -> HttpResponse:
    asked = request.POST.get("year"), request.POST.get("kind")
    last = timezone.localdate().year - 1
    shown = {
        "page": editions_for(request.user),
        "years": range(last + 1, last - 5, -1),
        "chosen": asked[0] or str(last),
        "kind": asked[1],
        "kinds": wording.PERIODS.items(),
        "refused": refused,
    }
    return render(request, "statistics/editions.html", shown, status=status_of(None, refused))


def _page(
    request: OfficerRequest,
    edition_id: int,
    *,
    correcting: CorrectionForm | None = None,
    signing: SignatureForm | None = None,
) -> HttpResponse:
    shown = {
        "page": edition_page(request.user, edition_id, now=timezone.now()),
        "correcting": correcting or CorrectionForm(),
        "signing": signing or SignatureForm(),
    }
    return render(request, "statistics/edition.html", shown, status=status_of(correcting or signing))
