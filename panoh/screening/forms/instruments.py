"""Forms beside the sets of questions: holding one against its official text, and what a short form can tell."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.screening import ScreeningInstrument


class HoldForm(forms.Form):
    """What an officer held the set against. All of it is kept as typed."""

    document = forms.CharField(
        label=_("Which official text?"),
        help_text=_("Title, edition and year, as on its first page."),
        max_length=200,
    )
    place = forms.CharField(label=_("Where in it?"), help_text=_("Pages or articles that were read."), max_length=80)
    item = forms.ChoiceField(label=_("What was compared?"), required=False)
    differs = forms.CharField(
        label=_("What stands otherwise in the official text?"),
        help_text=_("Leave it empty if nothing does. Write the words of the text and where they stand."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=2000,
    )

    def __init__(self, *given: Any, of: ScreeningInstrument, **more: Any) -> None:
        super().__init__(*given, **more)
        language = get_language() or "en"
        whole = ("", _("the whole set: questions, strengths, rule and table"))
        self.fields["item"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            whole,
            *((item.id, f"{item.id} – {item.sign_in(language)}") for item in of.items),
        ]


class SecondForm(forms.Form):
    agrees = forms.ChoiceField(choices=(("yes", _("I agree")), ("no", _("I object"))))
    words = forms.CharField(required=False, max_length=2000)


class MeaningForm(forms.Form):
    """Rates in per cent. Where nothing is asked, those published for a form of this kind are shown."""

    people = forms.IntegerField(label=_("People on the list"), min_value=1, max_value=10_000_000)
    sensitivity = forms.DecimalField(
        label=_("Of 100 trafficked people, how many have a sign?"), min_value=0, max_value=100, decimal_places=1
    )
    specificity = forms.DecimalField(
        label=_("Of 100 others, how many have none?"), min_value=0, max_value=100, decimal_places=1
    )
