"""Forms of attachments: a photograph taken now or a file that is there, why one is set aside, what a desk is shown."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.registry.actions.attachments.adding import LONGEST_LABEL
from panoh.registry.actions.attachments.unfit import too_large
from panoh.registry.models import Attachment
from panoh.registry.queries.attachments import Receiver
from panoh.registry.rules.attachments import Media
from panoh.registry.rules.attachments.limits import MOST_BYTES, MOST_IN_A_CASE
from panoh.registry.wording import class_name

TAKEN = ",".join(each.value for each in Media)
LIMITS = {"each": max(MOST_BYTES.values()) // 1_000_000, "together": MOST_IN_A_CASE // 1_000_000}


class BetterCopyForm(forms.Form):
    """What it is called, and the file itself. A form sent anew has lost its file: browsers keep none."""

    label = forms.CharField(
        label=_("What do you call it?"),
        help_text=_("So that you find it again. It is kept sealed."),
        required=False,
        max_length=LONGEST_LABEL,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    photograph = forms.FileField(
        label=_("Take a photograph now"),
        help_text=_(
            "Opens the camera of a phone. If the photograph stays on the phone, delete it there once it is added."
        ),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": Media.JPEG.value, "capture": "environment"}),
    )
    file = forms.FileField(
        label=_("Or choose a file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": TAKEN}),
    )

    def __init__(self, *given: Any, too_large: bool = False, **more: Any) -> None:
        super().__init__(*given, **more)
        self._too_large = too_large

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        sent = [name for name in ("photograph", "file") if given.get(name) is not None]
        if self._too_large:
            unfit = too_large()
            self.add_error("file", f"{unfit.reason} {unfit.way_forward}")
        elif not sent:
            self.add_error("file", _("Take a photograph or choose a file."))
        elif len(sent) > 1:
            self.add_error("file", _("One at a time: send the photograph or the file first, then the other."))
        return given

    def given(self) -> dict[str, Any]:
        """The arguments of the act."""
        said: dict[str, Any] = {name: self.cleaned_data[name] for name in ("kind", "label") if name in self.fields}
        file = self.cleaned_data["photograph"] or self.cleaned_data["file"]
        return {**said, "content": file.read()}


class AttachmentForm(BetterCopyForm):
    kind = forms.ChoiceField(label=_("What does it show?"), choices=[("", "–"), *Attachment.Kind.choices])
    field_order = ["kind", "label", "photograph", "file"]


class SetAsideForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Why is it set aside?"), choices=Attachment.SetAside.choices, widget=forms.RadioSelect
    )


class ShowForm(forms.Form):
    """None chosen shuts all attachments to the desk."""

    classes = forms.MultipleChoiceField(
        label=_("Shown to this desk"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *given: Any, receiver: Receiver, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["classes"].initial = [each.value for each in receiver.named]
        offered = [(each.value, class_name(each)) for each in receiver.could_be]
        self.fields["classes"].choices = offered  # type: ignore[attr-defined]  # a choice field, known above
