"""Forms of protection."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from panoh.instruments.referral import services
from panoh.protection.actions import TurnReason
from panoh.protection.forms.beds import RoomsField
from panoh.protection.forms.charges import amount_field, currencies
from panoh.protection.models import OutOfTurn, ServiceGiven
from panoh.protection.queries.giving import GivingPage
from panoh.protection.queries.house import Resident
from panoh.protection.queries.places import FreePlace
from panoh.protection.rules.places import Fits
from panoh.referral.rules.fit import Weighs
from panoh.registry.rules.numbers_sent import whole_number
from panoh.registry.wording import spoken

SIGNS = {Weighs.FOR: "+", Weighs.AGAINST: "–", Weighs.OPEN: "?"}


class PlaceField(forms.ChoiceField):
    """Shows the places free now. One of the house that was taken since the page was opened is let through to the act, which
    says so and names those still free."""

    widget = forms.RadioSelect
    of_house: Collection[int] = ()

    def valid_value(self, value: object) -> bool:
        return whole_number(str(value)) in self.of_house


class GivePlaceForm(forms.Form):
    """`comes`: alone, first of a family, or with someone who stays here already. `after`: the stay the person would leave, as
    the page showed it; empty where it showed none."""

    ALONE, FIRST = "alone", "first"

    after = forms.IntegerField(required=False, widget=forms.HiddenInput)
    comes = forms.ChoiceField(label=_("Does the person come with family?"), widget=forms.RadioSelect)
    place = PlaceField(label=_("Which place?"), choices=())
    turn_because = forms.ChoiceField(
        label=_("If somebody ahead could take this place: why does this person go before?"),
        help_text=_("It is kept, and seen by everybody who keeps the list."),
        choices=[("", _("nobody ahead could take it")), *OutOfTurn.Ground.choices],
        required=False,
    )
    turn_words = forms.CharField(
        label=_("What is there to say about it?"),
        help_text=_("Sealed."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, page: GivingPage, **kwargs: Any) -> None:
        """Where nobody is ahead on the list no reason is asked for."""
        super().__init__(*args, **kwargs)
        if page.turn < 2:
            del self.fields["turn_because"], self.fields["turn_words"]
        self._families = {str(each.stay.family): _known_by(each) for each in page.residents}
        together = [(key, gettext("with family here already: %s") % who) for key, who in self._families.items()]
        first = [(self.ALONE, _("no, alone")), (self.FIRST, _("yes, the first of the family to get a place"))]
        self.fields["comes"].choices = [*first, *together]  # type: ignore[attr-defined]  # a choice field, known above
        self.fields["place"].choices = [(str(each.place.pk), _described(each)) for each in page.fitting]  # type: ignore[attr-defined]  # likewise
        self.fields["place"].of_house = page.of_house  # type: ignore[attr-defined]  # likewise

    def turn(self) -> TurnReason | None:
        because = self.cleaned_data.get("turn_because", "")
        return TurnReason(because, self.cleaned_data["turn_words"]) if because else None

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
    rooms = RoomsField()


def _known_by(resident: Resident) -> str:
    """The reference where the person shares it with this desk, and the bed otherwise."""
    return f"{resident.stay.case.reference}, {resident.stay.place}" if resident.seen else str(resident.stay.place)


def _described(free: FreePlace) -> SafeString:
    """The place, what to ask first, and every point for and against it."""
    more = (gettext("without steps"), free.place.step_free), (gettext("for long"), free.place.long_term)
    advice = [spoken(free.suits.advice)] if isinstance(free.suits, Fits) and free.suits.advice else []
    lines = [*advice, *(f"{SIGNS[each.weighs]} {spoken(each.words)}" for each in free.reasons)]
    told = format_html_join("", "<br><small>{}</small>", ((line,) for line in lines))
    return format_html("<span>{}{}{}</span>", free.place, "".join(f" · {word}" for word, so in more if so), told)
