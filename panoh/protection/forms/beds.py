"""Forms about the beds of a house: more of them, closing one, for whom a room is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions import PlaceGiven
from panoh.protection.actions.beds import CLOSING
from panoh.protection.models import Place, PlaceBefore
from panoh.registry.rules.numbers_sent import whole_number

ROOMS_HELP = _(
    "One room a line: its name, for whom (women, men, girls, boys, family), how many beds; then, where it is so: "
    "no steps, long. For example: 1, women, 4, no steps"
)
STEP_FREE, LONG = "no steps", "long"
MOST_BEDS = 50


class RoomsField(forms.CharField):
    """Rooms as lines of text, read into beds."""

    def __init__(self) -> None:
        super().__init__(label=_("Rooms"), help_text=ROOMS_HELP, widget=forms.Textarea(attrs={"rows": 6}))

    def clean(self, value: object) -> tuple[PlaceGiven, ...]:
        lines = [line for line in super().clean(value).splitlines() if line.strip()]
        return tuple(place for number, line in enumerate(lines, start=1) for place in _room(line, number))


def _room(line: str, number: int) -> list[PlaceGiven]:
    parts = [part.strip() for part in line.split(",")]
    room, kind, beds, *more = [*parts, "", "", ""] if len(parts) < 3 else parts
    number_of_beds = whole_number(beds, least=1, most=MOST_BEDS)
    known = kind in Place.Kind.values and set(more) <= {STEP_FREE, LONG}
    if not room or not known or number_of_beds is None:
        raise forms.ValidationError(
            _("Line %(number)s: write the room's name, for whom it is, and 1 to 50 beds, with commas between."),
            params={"number": number},
        )
    return [PlaceGiven(room[:20], bed, kind, STEP_FREE in more, LONG in more) for bed in range(1, number_of_beds + 1)]


class AddPlacesForm(forms.Form):
    rooms = RoomsField()

    def __init__(self, *args: Any, beds: Mapping[str, int], **kwargs: Any) -> None:
        """`beds`: the highest number in each room there is; what is added goes on from there."""
        super().__init__(*args, **kwargs)
        self._beds = beds

    def clean_rooms(self) -> tuple[PlaceGiven, ...]:
        given: tuple[PlaceGiven, ...] = self.cleaned_data["rooms"]
        return tuple(replace(each, bed=each.bed + self._beds.get(each.room, 0)) for each in given)


class PlaceForm(forms.Form):
    step_free = forms.BooleanField(label=_("It is reached without a step"), required=False)
    long_term = forms.BooleanField(label=_("Somebody can stay there for long"), required=False)


class ClosePlaceForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Why is it closed?"),
        help_text=_("Nobody may sleep there now. It can be put in use again on any day."),
        choices=[(each.value, each.label) for each in PlaceBefore.Change if each in CLOSING],
        widget=forms.RadioSelect,
    )


class RoomForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("For whom is this room from today on?"),
        help_text=_("Only while nobody sleeps in it."),
        choices=Place.Kind.choices,
        widget=forms.RadioSelect,
    )
