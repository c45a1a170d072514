"""The form in which a desk says what it can do at present."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.referral.models import DeskNotice
from panoh.referral.queries.desk import DeskPage
from panoh.registry.wording import spoken

WHO_WORDS = {
    "women": _("women"),
    "men": _("men"),
    "girls": _("girls"),
    "boys": _("boys"),
    "families": _("families"),
}
MOST = 30_000


def _said_or_not(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=[("", _("not said")), ("yes", _("yes")), ("no", _("no"))],
        coerce=lambda given: given == "yes",
        empty_value=None,
        required=False,
    )


class DeskForm(forms.Form):
    opening = forms.ChoiceField(
        label=_("Does your desk take people on?"), choices=DeskNotice.Opening.choices, widget=forms.RadioSelect
    )
    hours = forms.CharField(
        label=_("When can others reach you?"),
        help_text=_("Days and hours. Never the address of a shelter."),
        required=False,
        max_length=200,
    )
    serves = forms.MultipleChoiceField(
        label=_("Whom do you serve?"),
        help_text=_("Ticking some says that the others are not meant. Ticking nothing says nothing."),
        choices=list(WHO_WORDS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    languages = forms.MultipleChoiceField(
        label=_("Which languages are spoken at your desk?"),
        help_text=_("Without an interpreter. Ticking nothing says nothing."),
        choices=(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    places = forms.IntegerField(label=_("Places in all"), required=False, min_value=0, max_value=MOST)
    free = forms.IntegerField(
        label=_("Places free today"),
        help_text=_("Believed for three days; after that others read that it is not known."),
        required=False,
        min_value=0,
        max_value=MOST,
    )
    step_free = _said_or_not(_("Can somebody who cannot take steps come in?"))
    long_term = _said_or_not(_("Can somebody stay with you for long?"))
    guarded = _said_or_not(_("Is somebody on guard day and night?"))
    instead_of = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, given: QueryDict | None, *, page: DeskPage) -> None:
        super().__init__(given, initial=_said(page))
        spoken_here = countries.country(settings.COUNTRY).languages
        self.fields["languages"].choices = [(each.code, spoken(each.name)) for each in spoken_here]  # type: ignore[attr-defined]  # a choice field, known above

    def words_of(self, page: DeskPage) -> list[tuple[str, str]]:
        """What stands now, in the form's own words: of what a colleague wrote nothing is replaced that was not shown."""
        said = _said(page)
        named = [(each, said.get(name)) for name, each in self.fields.items() if name != "instead_of"]
        return [(str(each.label), _in_words(each, value)) for each, value in named if value not in (None, "", [])]


def _in_words(field: forms.Field, value: Any) -> str:
    offered = {key: str(name) for key, name in getattr(field, "choices", ())}
    return ", ".join(offered.get(each, str(each)) for each in (value if isinstance(value, list) else [value]))


def _said(page: DeskPage) -> dict[str, Any]:
    """What the desk said last; before its first word, what is known of it, to be confirmed or corrected."""
    if (notice := page.notice) is not None:
        names = ("opening", "hours", "serves", "languages", "places", "free")
        words = {None: "", True: "yes", False: "no"}
        said = {name: words[getattr(notice, name)] for name in ("step_free", "long_term", "guarded")}
        return {"instead_of": notice.pk, **said} | {name: getattr(notice, name) for name in names}
    known = page.published
    return {"serves": list(known.serves), "languages": list(known.languages)} if known else {}
