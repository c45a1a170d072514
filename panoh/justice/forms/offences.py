"""What the register of offences is asked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.offence import OffenceClass
from panoh.justice.queries.offences import register
from panoh.justice.rules.offences import MIGRATION
from panoh.registry.wording import spoken

CLASSES = (
    ("", _("all")),
    (OffenceClass.TRAFFICKING.value, _("trafficking")),
    (OffenceClass.RELATED.value, _("related to trafficking")),
    (OffenceClass.NEIGHBOURING.value, _("a neighbour of trafficking")),
    (OffenceClass.OUTSIDE.value, _("outside trafficking")),
    (MIGRATION, _("about migration")),
)


class OffencesForm(forms.Form):
    text = forms.CharField(
        label=_("Article or word of the title"),
        help_text=_("130.1, 130(1), 130¹ and “ч. 2 ст. 130.1 УК” are read alike."),
        required=False,
        max_length=80,
    )
    book = forms.ChoiceField(label=_("Code"), required=False, choices=())
    counted_as = forms.ChoiceField(label=_("Counted as"), required=False, choices=CLASSES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        books = [(each.key, spoken(each.name)) for each in register().books]
        self.fields["book"].choices = [("", _("all")), *books]  # type: ignore[attr-defined]  # a choice field, known above
