"""What may be attached to a case: a PDF, a JPEG or a PNG, known by its bytes and by nothing that was said of it.

What comes out carries no place, device or hour a camera wrote into it (a photograph tells where the shelter is), nothing
that acts, and nothing behind its end. What cannot be looked through is refused with its reason.
"""

from __future__ import annotations

from panoh.registry.rules.attachments import jpeg, pdf, png
from panoh.registry.rules.attachments.faults import Fault, Unfit
from panoh.registry.rules.attachments.limits import MOST_BYTES
from panoh.registry.rules.attachments.media import Media, media_of

__all__ = ["Fault", "Media", "Unfit", "cleaned"]


def cleaned(content: bytes) -> tuple[Media, bytes]:
    """What it is, and the bytes that may be kept of it. Raises Unfit with what is wrong."""
    media = media_of(content)
    if len(content) > MOST_BYTES[media]:
        raise Unfit(Fault.TOO_LARGE, megabytes=MOST_BYTES[media] // 1_000_000)
    return media, _CLEANING[media](content)


_CLEANING = {Media.PDF: pdf.cleaned, Media.JPEG: jpeg.cleaned, Media.PNG: png.cleaned}
