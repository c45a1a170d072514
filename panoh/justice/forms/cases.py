"""Forms of a criminal case: its opening, stages and transfer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.justice.models import CriminalCase, CriminalStage, Transfer
from panoh.registry.models import Desk
from panoh.registry.wording import spoken


def day_field(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


def articles_field(*, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=_("Articles, one a line"),
        help_text=_("However the file writes them: 130.1, 130(1), ч. 2 ст. 130.1 УК."),
        required=required,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )


def lines_of(text: str) -> list[str]:
    return [line.strip() for part in text.splitlines() for line in part.split(";") if line.strip()]


class OpenForm(forms.Form):
    on = day_field(_("Opened on"))
    articles = articles_field()
    region = forms.ChoiceField(label=_("Region"), required=False, choices=())
    file_number = forms.CharField(
        label=_("File number of your agency"), help_text=_("Sealed."), required=False, max_length=60
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regions = [(each.code, spoken(each.name)) for each in countries.divisions(settings.COUNTRY) if not each.parent]
        self.fields["region"].choices = [("", _("not known")), *regions]  # type: ignore[attr-defined]  # a choice field, known above

    def clean_articles(self) -> list[str]:
        return lines_of(self.cleaned_data["articles"])


class StageForm(forms.Form):
    stage = forms.ChoiceField(
        label=_("The criminal case is now"), choices=CriminalCase.Stage.choices[1:], widget=forms.RadioSelect
    )
    on = day_field(_("Since which day?"))
    articles = articles_field(required=False)
    because = forms.ChoiceField(
        label=_("If it is closed: why?"), choices=[("", "–"), *CriminalStage.Ended.choices], required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["articles"].help_text = _("Leave empty where they are still the same.")

    def clean_articles(self) -> list[str]:
        return lines_of(self.cleaned_data["articles"])


class TransferForm(forms.Form):
    to_desk = forms.ModelChoiceField(
        label=_("To which desk?"), queryset=Desk.objects.none(), empty_label=None, widget=forms.RadioSelect
    )
    because = forms.ChoiceField(label=_("Why?"), choices=Transfer.Because.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, desks: Iterable[Desk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_desk"].queryset = desks  # type: ignore[attr-defined]  # a model choice, known above
