"""The sheet on which needs are asked after, one choice for each service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.service import Service
from panoh.instruments.kinds.source import Words
from panoh.referral.actions import WishGiven
from panoh.referral.models import AssessedService, Need, NeedsAssessment
from panoh.referral.queries.assessments import SheetPage
from panoh.registry.models import Case
from panoh.registry.pages import written_after
from panoh.registry.refusals import Refused
from panoh.registry.wording import spoken

LONGEST = 4000
MUST_FIT = ("language", "with_children", "step_free", "long_term", "guarded")


def _text(label: Any, rows: int, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=LONGEST, widget=widget)


@dataclass(frozen=True)
class AskedField:
    wish: forms.BoundField
    words: forms.BoundField


class AssessForm(forms.Form):
    own_words = _text(
        _("What does the person need most? In their own words."),
        3,
        _("Let them speak first; ask then. It is kept sealed. No names of others."),
    )
    not_heard = forms.ChoiceField(
        label=_("If the child did not speak: why?"),
        choices=[("", "–"), *NeedsAssessment.NotHeard.choices],
        required=False,
    )
    not_wanted = _text(_("What does the person not want at all?"), 2, _("A place, a person, a way of being helped."))
    language = forms.ChoiceField(label=_("Which language do they want to speak?"), choices=(), required=False)
    with_children = forms.BooleanField(label=_("Children are with the person"), required=False)
    step_free = forms.BooleanField(label=_("The person cannot take steps"), required=False)
    long_term = forms.BooleanField(label=_("The person will need a place for long"), required=False)
    guarded = forms.BooleanField(label=_("The person is in danger: somebody has to be on guard"), required=False)
    again_on = forms.DateField(
        label=_("On which day do you ask again?"),
        help_text=_("It comes to your work on that day. Needs change as fear goes."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    after = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, given: QueryDict | None, *, page: SheetPage) -> None:
        super().__init__(given, initial=_known(page))
        self.page = page
        languages = countries.country(settings.COUNTRY).languages
        self.fields["language"].choices = [("", "–"), *((each.code, spoken(each.name)) for each in languages)]  # type: ignore[attr-defined]  # a choice field, known above
        if page.case.track != Case.Track.CHILD:
            del self.fields["not_heard"]
        for each in self._services():
            self.fields[f"wish_{each.key}"] = _wish(each, page.last.get(each.key, ""))
            self.fields[f"words_{each.key}"] = _text(_("Words about it"), 2)

    @property
    def groups(self) -> Iterator[tuple[Words, list[AskedField]]]:
        for group, found in self.page.groups:
            yield group.name, [AskedField(self[f"wish_{each.key}"], self[f"words_{each.key}"]) for each in found]

    def given(self) -> dict[str, Any]:
        """The arguments of the act."""
        names = ("own_words", "not_wanted", *MUST_FIT, "again_on", "after")
        said = {name: self.cleaned_data[name] for name in names}
        return {**said, "not_heard": self.cleaned_data.get("not_heard", ""), "wishes": list(self._wishes())}

    def clean(self) -> None:
        """Words beside a service nobody answered for would be lost."""
        for each in self._services():
            if self.cleaned_data.get(f"words_{each.key}") and not self.cleaned_data.get(f"wish_{each.key}"):
                self.add_error(f"wish_{each.key}", _("You wrote words about it: choose what the person said."))

    def written_after(self, page: SheetPage, refusal: Refused) -> None:
        """Somebody was first: what was typed stays, and may be sent again after what stands now."""
        written_after(self, page.after, refusal)

    def _wishes(self) -> Iterator[WishGiven]:
        for each in self._services():
            wish, _colon, urgency = self.cleaned_data[f"wish_{each.key}"].partition(":")
            if wish:
                yield WishGiven(each.key, wish, urgency, self.cleaned_data[f"words_{each.key}"])

    def _services(self) -> list[Service]:
        return [each for _group, found in self.page.groups for each in found]


def _wish(asked: Service, last: str) -> forms.ChoiceField:
    """One choice says both whether and how soon."""
    wanted = AssessedService.Wish.WANTED
    soon = [(f"{wanted}:{urgency}", f"{wanted.label}: {label}") for urgency, label in Need.Urgency.choices]
    rest = [choice for choice in AssessedService.Wish.choices if choice[0] != wanted]
    said = gettext("Last time: %(said)s") % {"said": last} if last else ""
    choices = [("", _("not asked")), *soon, *rest]
    return forms.ChoiceField(label=spoken(asked.name), help_text=said, choices=choices, required=False)


def _known(page: SheetPage) -> dict[str, Any]:
    """What help has to fit stays as it was said last; what the person wishes is asked anew."""
    if page.newest is None:
        return {"after": page.after}
    return {"after": page.after, **{name: getattr(page.newest, name) for name in MUST_FIT}}
