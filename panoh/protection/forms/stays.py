"""Forms about a stay: its end, and the wish to move."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.protection.models import Departure
from panoh.referral.models import Need


class EndStayForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Why does the stay end?"),
        choices=[each for each in Departure.Because.choices if each[0] != Departure.Because.MOVED],
        widget=forms.RadioSelect,
    )
    where_to = forms.ChoiceField(
        label=_("Where does the person go?"), choices=Departure.WhereTo.choices, widget=forms.RadioSelect
    )
    wished = forms.TypedChoiceField(
        label=_("Does the person wish it?"),
        help_text=_("If not, or if it is a child, a colleague signs too; until then the person stays."),
        choices=[("yes", _("yes")), ("no", _("no, or not known"))],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What is there to say about it?"),
        help_text=_("Sealed. Needed where the person does not wish to leave."),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class MoveWishForm(forms.Form):
    urgency = forms.ChoiceField(label=_("How soon?"), choices=Need.Urgency.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("What should the other house know?"),
        help_text=_("Sealed. Do not write where this house is."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
