"""Forms of an order's document: a photograph taken now or a file that is there, and why one is set aside."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models import OrderPaper
from panoh.registry.actions.attachments.unfit import too_large
from panoh.registry.rules.attachments import Media

TAKEN = ",".join(each.value for each in Media)


class OrderPaperForm(forms.Form):
    """A form sent anew has lost its file: browsers keep none."""

    file = forms.FileField(
        label=_("The document: PDF, JPEG or PNG, at most 10 MB"),
        help_text=_("Cover or leave out lists of names: the order is kept, and nobody who was called up."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": TAKEN}),
    )

    def __init__(self, *given: Any, too_large: bool = False, **more: Any) -> None:
        super().__init__(*given, **more)
        self._too_large = too_large

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self._too_large:
            unfit = too_large()
            self.add_error("file", f"{unfit.reason} {unfit.way_forward}")
        elif given.get("file") is None:
            self.add_error("file", _("Take a photograph or choose a file."))
        return given

    def content(self) -> bytes:
        return bytes(self.cleaned_data["file"].read())


class PaperAsideForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Why is it set aside?"), choices=OrderPaper.PaperSetAside.choices, widget=forms.RadioSelect
    )
