"""Forms of the review desk: a text brought in, a verdict on a fact, and a fact marked by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.assessment.models import Fact
from panoh.assessment.rules.given import Values
from panoh.instruments.assessment import tier_history, vocabulary
from panoh.registry.wording import spoken


class BringForm(forms.Form):
    country = forms.ChoiceField(label=_("Which country is it about?"))
    report = forms.IntegerField(label=_("In which year did the report come out?"), min_value=1900, max_value=2200)
    publisher = forms.CharField(
        label=_("Who published it?"), help_text=_("Such as: US Department of State."), max_length=200
    )
    text = forms.CharField(
        label=_("The text"),
        help_text=_("In English, one country’s narrative, pasted whole."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    file = forms.FileField(label=_("Or a file with the text (.txt or .pdf)"), required=False, allow_empty_file=True)
    year_sure = forms.BooleanField(
        label=_("The year is right, although the dates in the text are those of another year’s report"), required=False
    )

    def __init__(self, *given: Any, too_large: bool = False, **named: Any) -> None:
        super().__init__(*given, **named)
        self._too_large = too_large
        if not self.is_bound:
            del self.fields["year_sure"]  # asked where the year was doubted
        countries = sorted((spoken(each.name), each.code) for each in tier_history().countries)
        self.fields["country"].choices = [("", "–"), *((code, name) for name, code in countries)]  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        if self._too_large:
            long = _("The text is too long for one narrative."), _("Bring in one country’s narrative at a time.")
            raise forms.ValidationError(" ".join(map(str, long)), code="too_large")
        if self.cleaned_data.get("file") and self.cleaned_data.get("text", "").strip():
            both = _("A text was pasted and a file chosen, and only one is read. Empty the field, or choose no file.")
            raise forms.ValidationError(both, code="both")
        return self.cleaned_data

    def content(self) -> bytes:
        """The file where one was chosen, the pasted text otherwise."""
        file = self.cleaned_data.get("file")
        return bytes(file.read()) if file else str(self.cleaned_data["text"]).encode()


class FactFields(forms.Form):
    """What a fact says, field by field."""

    measure = forms.ChoiceField(label=_("What is counted?"))
    status = forms.ChoiceField(label=_("What does the text say of it?"), choices=Fact.Status.choices)
    value = forms.DecimalField(
        label=_("Number"),
        help_text=_("Empty where nothing was reported, 0 where the text says none."),
        required=False,
        max_digits=18,
        decimal_places=3,
    )
    qualifier = forms.ChoiceField(label=_("How exact is the number?"), required=False)
    unit = forms.CharField(
        label=_("Unit"), help_text=_("Such as people, cases, years, or a currency: TJS."), max_length=20
    )
    year = forms.IntegerField(
        label=_("For which year?"), help_text=_("Empty where the text dates it by no year."), required=False
    )
    consecutive_years = forms.IntegerField(
        label=_("For how many years in a row?"),
        help_text=_("Such as 2 for “the second consecutive year”. Empty where the text does not say."),
        required=False,
    )
    breakdown = forms.CharField(
        label=_("Which part of it?"),
        help_text=_("One on a line, such as form=labour, sex=female, age=child. Empty for the total."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    actor = forms.ChoiceField(label=_("Who did it, or says it?"))
    usd = forms.DecimalField(
        label=_("The same in US dollars, where the text says so"), required=False, max_digits=18, decimal_places=3
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        book = vocabulary()
        measures = [(key, spoken(each.name)) for key, each in book.measures.items()]
        self.fields["measure"].choices = measures  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["actor"].choices = [(key, spoken(name)) for key, name in book.actors.items()]  # type: ignore[attr-defined]  # likewise
        exactly = [("", _("exact")), *((key, spoken(name)) for key, name in book.qualifiers.items())]
        self.fields["qualifier"].choices = exactly  # type: ignore[attr-defined]  # likewise

    def clean_breakdown(self) -> tuple[tuple[str, str], ...]:
        lines = [line.strip() for line in self.cleaned_data["breakdown"].splitlines() if line.strip()]
        pairs = [tuple(part.strip() for part in line.split("=", 1)) for line in lines]
        for line, pair in zip(lines, pairs, strict=True):
            if len(pair) != 2 or not all(pair):
                raise forms.ValidationError(
                    _("“%(line)s” is no part. Write a key and a value with = between them, such as form=labour.")
                    % {"line": line}
                )
        return tuple(sorted((pair[0], pair[1]) for pair in pairs))

    def values(self) -> Values:
        return Values(**{name: self.cleaned_data[name] for name in Values.__dataclass_fields__})


class VerdictForm(FactFields):
    verdict = forms.ChoiceField(
        label=_("Your verdict"),
        choices=(("keep", _("It says what stands below")), ("reject", _("Reject it: it does not belong here"))),
        widget=forms.RadioSelect,
        initial="keep",
    )
    because = forms.CharField(
        label=_("Why? (for a correction or a rejection)"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ["verdict", "because"]

    def verdict_values(self) -> Values | None:
        return None if self.cleaned_data["verdict"] == "reject" else self.values()


class AddForm(FactFields):
    quote = forms.CharField(
        label=_("The words that say it"),
        help_text=_("Marked in the text and copied without any change."),
        max_length=3000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-quote": ""}),
    )
    start = forms.IntegerField(required=False, widget=forms.HiddenInput(attrs={"data-quote-start": ""}))
    field_order = ["quote"]


def written(values: Values) -> dict[str, Any]:
    """Values as they stand in the fields of a form."""
    plain: dict[str, Any] = {name: getattr(values, name) for name in Values.__dataclass_fields__}
    plain["breakdown"] = "\n".join(f"{key}={value}" for key, value in values.breakdown)
    for name in ("value", "usd"):
        plain[name] = None if plain[name] is None else Decimal(f"{plain[name].normalize():f}")
    return plain
