"""Dates in Russian: the one form of the house."""

from panoh.web.formats.one_form import *  # noqa: F403 - Django reads the names from here
