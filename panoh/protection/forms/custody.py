"""Forms of a child's custody: held, looked at again, visited, over."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions import Held
from panoh.protection.forms.fields import day, one_of, regions, sealed_words, yes_or_no
from panoh.protection.models import Custody, CustodyAccess, CustodyReview


class CustodyForm(forms.Form):
    held_by = one_of(_("By whom is the child held?"), Custody.HeldBy.choices)
    since = day(_("Since which day?"))
    basis = one_of(_("On what basis?"), Custody.Basis.choices)
    region = forms.ChoiceField(label=_("In which region?"), choices=regions, required=False)
    where = sealed_words(
        _("Where exactly?"), help_text=_("Sealed. Kept only once the child has a case."), rows=2, required=False
    )
    words = sealed_words(
        _("Who answers for the child there, and which paper was shown?"), help_text=_("Sealed."), required=False
    )

    def given(self) -> Held:
        return Held(**self.cleaned_data)


class CustodyReviewForm(forms.Form):
    outcome = one_of(_("What comes of it?"), CustodyReview.ComesOfIt.choices)
    child_heard = yes_or_no(_("Was the child heard, alone?"))
    guardian_present = yes_or_no(_("Did the guardian take part?"))
    words = sealed_words(_("What was seen, and what does the child say?"), help_text=_("Sealed."), rows=4)
    next_on = day(
        _("On which day is it looked at again?"),
        help_text=_("Within 90 days at the latest. This period is our own proposal, not from a text."),
    )


class AccessAskedForm(forms.Form):
    monitor = one_of(_("Who asks to see the child?"), CustodyAccess.Monitor.choices)
    asked_on = day(_("On which day?"))


class AccessAnsweredForm(forms.Form):
    given = yes_or_no(_("Were they let in?"))
    refused_because = forms.ChoiceField(
        label=_("If not, which reason was told?"), choices=[("", "–"), *CustodyAccess.Refused.choices], required=False
    )
    answered_on = day(_("On which day?"))
    words = sealed_words(_("What was said?"), help_text=_("Sealed."), required=False)


class EndCustodyForm(forms.Form):
    because = one_of(_("Where does the child live now?"), Custody.HeldNoMore.choices)
    ended_on = day(_("Since which day?"))
