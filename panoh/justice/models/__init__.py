"""Records of justice: criminal cases with victims linked inside only; penalties on victims, where they stand on lists, and
what lifts them; residence."""

from panoh.justice.models.cases import CriminalCase, CriminalStage, StageArticle, Transfer
from panoh.justice.models.lists import PenaltyHit, PenaltyList
from panoh.justice.models.money import Asset, Restitution, RestitutionPayment
from panoh.justice.models.penalties import LinkAssessment, Penalty, Relief
from panoh.justice.models.people import Defendant, Sentence, VictimLink
from panoh.justice.models.residence import PermitAppeal, PermitDecision, PermitRequest, ResidencePermit

__all__ = [
    "Asset",
    "CriminalCase",
    "CriminalStage",
    "Defendant",
    "LinkAssessment",
    "Penalty",
    "PenaltyHit",
    "PenaltyList",
    "PermitAppeal",
    "PermitDecision",
    "PermitRequest",
    "Relief",
    "ResidencePermit",
    "Restitution",
    "RestitutionPayment",
    "Sentence",
    "StageArticle",
    "Transfer",
    "VictimLink",
]
