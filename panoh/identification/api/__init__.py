"""API of identification: the same acts and reads as its pages."""

from panoh.identification.api import course, panel, papers, procedures, retention, same_person, signals, telling
from panoh.identification.api.routes import router

__all__ = ["course", "panel", "papers", "procedures", "retention", "router", "same_person", "signals", "telling"]
