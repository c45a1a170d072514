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
    """In a compartment of its own, or beside a case the officer leads already: its members are those of that one."""

    beside = forms.ChoiceField(
        label=_("Kept together with"),
        help_text=_("A case you lead already: its members see this one too, and nobody is ticked below."),
        required=False,
    )
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
        self.fields["heads"].required = not page.led
        if page.led:
            choices = [
                ("", _("no other: it gets members of its own")),
                *((str(each.pk), said) for each, said in page.led),
            ]
            self.fields["beside"].choices = choices  # type: ignore[attr-defined]  # a choice field
        else:
            del self.fields["beside"]
        self.fields["heads"].choices = _named(page.heads)  # type: ignore[attr-defined]  # a choice field
        self.fields["members"].choices = _named(page.others)  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        named = bool(given.get("heads") or given.get("members"))
        if given.get("beside") and named:
            self.add_error(
                "beside", _("Its members are those of that compartment. Tick nobody here; name others there.")
            )
        if not given.get("beside") and not given.get("heads"):
            self.add_error("heads", _("Choose a second head: they agree to it, and answer for it when you are away."))
        return given


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
