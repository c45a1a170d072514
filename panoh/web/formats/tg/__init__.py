"""Dates in Tajik."""
