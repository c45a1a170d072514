"""Forms of protection."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from panoh.instruments.referral import services
from panoh.protection.actions import PlaceGiven
from panoh.protection.forms.charges import amount_field, currencies
from panoh.protection.models import Place, ServiceGiven
from panoh.protection.queries.house import Resident
from panoh.protection.queries.places import FreePlace
from panoh.protection.rules.places import Fits
from panoh.registry.wording import spoken


class PlaceField(forms.ChoiceField):
    """Shows the places free now. One taken since the page was opened is let through to the act, which says so and
    names those still free."""

    widget = forms.RadioSelect

    def valid_value(self, value: object) -> bool:
        return str(value).isdecimal()


class GivePlaceForm(forms.Form):
    """`comes`: alone, first of a family, or with someone who stays here already."""

    ALONE, FIRST = "alone", "first"

    comes = forms.ChoiceField(label=_("Does the person come with family?"), widget=forms.RadioSelect)
    place = PlaceField(label=_("Which place?"), choices=())

    def __init__(self, *args: Any, free: Iterable[FreePlace], residents: Iterable[Resident], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._families = {str(each.stay.family): _known_by(each) for each in residents}
        together = [(key, gettext("with family here already: %s") % who) for key, who in self._families.items()]
        first = [(self.ALONE, _("no, alone")), (self.FIRST, _("yes, the first of the family to get a place"))]
        self.fields["comes"].choices = [*first, *together]  # type: ignore[attr-defined]  # a choice field, known above
        self.fields["place"].choices = [(str(each.place.pk), _described(each)) for each in free]  # type: ignore[attr-defined]  # likewise

    def family(self) -> UUID | None:
        comes = self.cleaned_data["comes"]
        if comes == self.ALONE:
            return None
        return uuid4() if comes == self.FIRST else UUID(comes)


class DoorForm(forms.Form):
    reference = forms.CharField(
        label=_("Reference of the case"),
        help_text=_("The officer who brings the person can read it out, for example 7F3K-92QD."),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ServiceForm(forms.Form):
    service = forms.ChoiceField(label=_("Which service did the person get?"), choices=())
    on = forms.DateField(label=_("On which day?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    payer = forms.ChoiceField(
        label=_("Who paid for it?"),
        help_text=_("If the victim was made to pay, say so here: the service should be free, and this is followed up."),
        choices=ServiceGiven.Payer.choices,
        widget=forms.RadioSelect,
    )
    cost = amount_field()
    currency = forms.ChoiceField(label=_("In which money?"), choices=currencies, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].choices = [("", "–"), *((each.key, spoken(each.name)) for each in services())]  # type: ignore[attr-defined]  # a choice field, known above


class OpenShelterForm(forms.Form):
    code = forms.SlugField(
        label=_("A short name for lists"), help_text=_("It must not tell where the shelter is."), max_length=40
    )
    address = forms.CharField(
        label=_("Address"),
        help_text=_("Sealed at once. Only your own desk can open it, and each time is on record."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    rooms = forms.CharField(
        label=_("Rooms"),
        help_text=_(
            "One room a line: its name, for whom (women, men, girls, boys, family), how many beds. For example: 1, women, 4"
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def clean_rooms(self) -> tuple[PlaceGiven, ...]:
        lines = [line for line in self.cleaned_data["rooms"].splitlines() if line.strip()]
        return tuple(place for number, line in enumerate(lines, start=1) for place in _room(line, number))


def _room(line: str, number: int) -> list[PlaceGiven]:
    parts = [part.strip() for part in line.split(",")]
    if len(parts) != 3 or parts[1] not in Place.Kind.values or not parts[2].isdecimal() or not 0 < int(parts[2]) <= 50:
        raise forms.ValidationError(
            _("Line %(number)s: write the room's name, for whom it is, and 1 to 50 beds, with commas between."),
            params={"number": number},
        )
    return [PlaceGiven(parts[0][:20], bed, parts[1]) for bed in range(1, int(parts[2]) + 1)]


def _known_by(resident: Resident) -> str:
    """The reference where the person shares it with this desk, and the bed otherwise."""
    return f"{resident.stay.case.reference}, {resident.stay.place}" if resident.seen else str(resident.stay.place)


def _described(free: FreePlace) -> SafeString:
    step_free = " · " + gettext("without steps") if free.place.step_free else ""
    advice = spoken(free.suits.advice) if isinstance(free.suits, Fits) and free.suits.advice else ""
    return format_html("<span>{}{}<br><small>{}</small></span>", free.place, step_free, advice)
