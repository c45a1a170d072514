"""Panoh: a National Referral Mechanism in software. Each folder is a part of the mechanism; docs/walk.md tells the way."""

__version__ = "0.1.0"
