"""Forms of the talk over a draft of the procedure: putting it up, commenting, proposing, setting aside."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Agency


class PutUpForm(forms.Form):
    file = forms.FileField(
        label=_("The draft, as a procedure file (YAML)"),
        help_text=_("It needs a version of its own. It is checked at once, and everyone can read it."),
    )

    def text(self) -> str:
        """The file's text; what is no text is told apart by the reader, which names the place."""
        return str(self.cleaned_data["file"].read().decode("utf-8", errors="replace"))


class CommentForm(forms.Form):
    step = forms.ChoiceField(label=_("On which step?"), required=False)
    words = forms.CharField(
        label=_("What should change, and why?"),
        help_text=_("Everyone reads this: write nothing about a person."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *given: Any, steps: list[tuple[str, str]], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["step"].choices = [("", _("the whole procedure")), *steps]  # type: ignore[attr-defined]  # a ChoiceField


class GroupForm(forms.Form):
    name = forms.CharField(label=_("Name of the working group"), max_length=120)
    agencies = forms.ModelMultipleChoiceField(
        label=_("Which agencies are asked?"),
        queryset=Agency.objects.order_by("pk"),
        widget=forms.CheckboxSelectMultiple,
    )
    until = forms.DateField(label=_("By which day?"), widget=forms.DateInput(attrs={"type": "date"}))


class AnswerForm(forms.Form):
    taken_up = forms.TypedChoiceField(
        label=_("What becomes of it?"),
        choices=[("yes", _("taken up")), ("no", _("not taken up"))],
        coerce=lambda value: value == "yes",
    )
    answer = forms.CharField(label=_("Why?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


class ProposeForm(forms.Form):
    document = forms.CharField(label=_("Under which document? Title and number"), max_length=200)
    document_on = forms.DateField(
        label=_("Of which day is the document?"), widget=forms.DateInput(attrs={"type": "date"})
    )


class SetAsideForm(forms.Form):
    because = forms.CharField(label=_("Why does it go no further?"), max_length=300)
