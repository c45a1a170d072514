"""Why a file is not taken, and what to do with it, in plain words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.registry.refusals import Refused
from panoh.registry.rules.attachments.faults import Fault, Unfit
from panoh.registry.rules.attachments.limits import MOST_BYTES

Said = str | Promise


class UnfitFile(Refused):
    """This file is not taken; another one, or the same in another form, may be."""

    code = "unfit_file"

    @classmethod
    def of(cls, unfit: Unfit, *, subject: str = "") -> UnfitFile:
        reason, way_forward = _WORDS[unfit.fault]
        return cls(str(reason) % unfit.figures, way_forward, subject=subject)


def too_large() -> UnfitFile:
    """For what was so large that it was not even read."""
    return UnfitFile.of(Unfit(Fault.TOO_LARGE, megabytes=max(MOST_BYTES.values()) // 1_000_000))


_AS_PDF = _("Save it as PDF, or take a photograph of each page, and add that.")
_AGAIN = _("Open the file yourself to see whether it is whole, and add it again.")
_AS_PHOTOGRAPH = _("Print it and add the scan, or photograph each page and add the photographs.")

_WORDS: dict[Fault, tuple[Said, Said]] = {
    Fault.EMPTY: (_("The file is empty."), _("Check that you chose the right one.")),
    Fault.TOO_LARGE: (
        _("The file is larger than %(megabytes)s MB."),
        _("Photograph or scan it with fewer details, or add its pages one by one."),
    ),
    Fault.PACKED: (_("This is a packed file or a Word document, not a PDF, JPEG or PNG."), _AS_PDF),
    Fault.HEIC: (
        _("This photograph is in a form (HEIC) that not everybody can open."),
        _("Set the camera of the phone to JPEG (“most compatible”), or send a screenshot of it."),
    ),
    Fault.PROGRAM: (
        _("This is a program, whatever its name says."),
        _("Do not open it. Tell your administrator where it came from."),
    ),
    Fault.UNKNOWN: (_("This is not a PDF, JPEG or PNG, whatever its name says."), _AS_PDF),
    Fault.CUT_SHORT: (_("The end of the file is missing."), _AGAIN),
    Fault.DAMAGED: (_("The file is damaged, or of a kind that is rarely used."), _AGAIN),
    Fault.TOO_MANY_PIXELS: (
        _("The picture has more than %(megapixels)s million points."),
        _("Make it smaller, or photograph it anew with the usual setting of the camera."),
    ),
    Fault.UNPACKS_TOO_FAR: (
        _("The file unpacks to far more than it seems. It may be made to do harm."),
        _AS_PHOTOGRAPH,
    ),
    Fault.ACTS: (_("This PDF does something by itself when it is opened."), _AS_PHOTOGRAPH),
    Fault.CARRIES_FILES: (
        _("This PDF carries other files inside."),
        _("Take those files out and add each one by itself."),
    ),
    Fault.LOCKED: (_("This PDF is locked with a password."), _("Save it without the password, and add that.")),
    Fault.CANNOT_BE_LOOKED_THROUGH: (_("This PDF is packed so that it cannot be looked through."), _AS_PHOTOGRAPH),
    Fault.TELLS_A_PLACE: (
        _("A photograph in this PDF says where it was taken, and that cannot be taken out."),
        _("Add the photographs themselves: the place is taken out of them."),
    ),
    Fault.TWO_IN_ONE: (_("Something stands behind the end of this PDF: it is two files in one."), _AS_PHOTOGRAPH),
}
