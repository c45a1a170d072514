"""Forms of a compartment: who may still see the case, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Officer
from panoh.registry.queries.compartments import CompartmentPage


class WordsForm(forms.Form):
    words = forms.CharField(
        label=_("What you found"),
        help_text=_("Kept sealed; only the heads read it."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PutInForm(forms.Form):
    because = forms.CharField(
        label=_("Who is dangerous to the person, and why nobody else may know of the case"),
        help_text=_("Kept sealed; only the heads read it."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    heads = forms.MultipleChoiceField(
        label=_("Who answers for it beside you"),
        help_text=_("At least one. They agree to it, name members, and take the case out together with you."),
        widget=forms.CheckboxSelectMultiple,
    )
    members = forms.MultipleChoiceField(
        label=_("Who else goes on seeing the case"),
        help_text=_("Whoever helps the person now. For all others the case does not exist any more, from this moment."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *sent: Any, page: CompartmentPage, **given: Any) -> None:
        super().__init__(*sent, **given)
        self.fields["heads"].choices = _named(page.heads)  # type: ignore[attr-defined]  # a choice field
        self.fields["members"].choices = _named(page.others)  # type: ignore[attr-defined]  # a choice field


class OfficerField(forms.ChoiceField):
    def __init__(self, officers: Iterable[Officer], **given: Any) -> None:
        super().__init__(label=_("Officer"), choices=_named(officers), **given)


class MemberForm(forms.Form):
    is_head = forms.BooleanField(label=_("as one of its heads"), required=False)

    def __init__(self, *sent: Any, page: CompartmentPage, **given: Any) -> None:
        super().__init__(*sent, **given)
        self.fields["officer"] = OfficerField(page.others)
        self.order_fields(["officer", "is_head"])


class LetInForm(forms.Form):
    officer = forms.CharField(label=_("Sign-in name of the officer"), max_length=60)
    because = forms.CharField(
        label=_("What happens now"),
        help_text=_("Kept sealed; the data-protection officer reads it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _named(officers: Iterable[Officer]) -> list[tuple[str, str]]:
    return [(each.username, f"{each.name}, {each.post} ({each.desk})") for each in officers]
