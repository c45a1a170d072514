"""Fields the forms of returns, custody and consular files share: a day, sealed words, yes or no, a region."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.protection.queries.returns import SHARED_FIELDS
from panoh.registry.wording import spoken

NAMES_OF_FIELDS = {
    "names": _("name"),
    "birth_date": _("birth date"),
    "documents": _("papers"),
    "contact": _("safe contact"),
    "needs": _("what the person needs"),
    "plan": _("what was agreed for the time after"),
}


def day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


def sealed_words(label: Any, *, rows: int = 3, help_text: Any = "", required: bool = True) -> forms.CharField:
    """Kept sealed."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=3000,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows, "autocomplete": "off"}),
    )


def seen_before() -> forms.CharField:
    """The mark of what the page showed: `written_after` fills it in."""
    return forms.CharField(required=False, widget=forms.HiddenInput)


def yes_or_no(label: Any, **more: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=[("yes", _("yes")), ("no", _("no"))],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
        **more,
    )


def one_of(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **more)


def shared_fields(label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        help_text=_("Tick what they need and no more. What happened to the person is never among it."),
        choices=[(key, NAMES_OF_FIELDS[key]) for key in SHARED_FIELDS],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def regions() -> list[tuple[str, str]]:
    found = countries.divisions(settings.COUNTRY)
    return [("", "–"), *((each.code, spoken(each.name)) for each in found if not each.parent)]
