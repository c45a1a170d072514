"""Acts of prevention: a site is put on the register of those to watch, and taken off it."""

from panoh.prevention.actions.sites import EmployerGiven, SiteGiven, register_employer, register_site

__all__ = ["EmployerGiven", "SiteGiven", "register_employer", "register_site"]
