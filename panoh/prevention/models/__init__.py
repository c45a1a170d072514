"""Records of prevention: sites and employers to monitor. No person stands in them."""

from panoh.prevention.models.sites import Employer, Site

__all__ = [
    "Employer",
    "Site",
]
