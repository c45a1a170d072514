"""How much is taken. What a camera makes on its usual setting fits, and so does a scanned report of some pages."""

from __future__ import annotations

from panoh.registry.rules.attachments.media import Media

MOST_BYTES = {Media.PDF: 10_000_000, Media.JPEG: 10_000_000, Media.PNG: 10_000_000}
MOST_IN_A_CASE = 150_000_000
MOST_PIXELS = 64_000_000
MOST_UNPACKED = 300_000_000
"""Of what is packed inside a file: beyond it, it was packed to fill a machine."""
