"""The form by which a list is sent."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.exchange.queries import MOST_ROWS


class ListForm(forms.Form):
    file = forms.FileField(
        label=_("The list"),
        help_text=_("A CSV file in UTF-8, one row per person. You see what is in it before anybody is added."),
        error_messages={"empty": _("The file is empty. Check that you chose the right one.")},
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv"}),
    )

    def __init__(self, *given: Any, too_large: bool = False, **more: Any) -> None:
        super().__init__(*given, **more)
        if too_large:
            too_large_message = _(
                "The file is larger than %(megabytes)s MB. Split it: at most %(rows)s people at once."
            )
            sizes = {"megabytes": settings.FILE_UPLOAD_MAX_MEMORY_SIZE // 1_000_000, "rows": MOST_ROWS}
            self.fields["file"].error_messages["required"] = too_large_message % sizes
