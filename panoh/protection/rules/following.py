"""When a person who left a refuge is contacted again: after three, six and twelve months, if they agreed."""

from __future__ import annotations

CLOCKS = {3: "follow_up_3_months", 6: "follow_up_6_months", 12: "follow_up_12_months"}
"""Clocks of the country's procedure, which hold the periods."""
