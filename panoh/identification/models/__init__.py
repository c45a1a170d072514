"""Records of identification: decisions on status with the panels that took them, and the record of an adult who declined."""

from panoh.identification.models.decisions import Decision, Refusal
from panoh.identification.models.panels import Panel, PanelSeat

__all__ = ["Decision", "Panel", "PanelSeat", "Refusal"]
