"""How long what stands around a compartment may wait, and how many must answer for one. All our own proposal, provisional."""

from __future__ import annotations

from datetime import timedelta

HEADS = 2
"""No case is left to one person: of two heads one can leave, and each act that opens it takes two."""
AGREED_WITHIN = timedelta(days=3)
LOOKED_AT_EVERY = timedelta(days=30)
