"""Records of protection: refuges and who stays there, services given, and what was agreed with the person."""

from panoh.protection.models.abroad import TransferAbroad
from panoh.protection.models.advocates import Advocate
from panoh.protection.models.arriving import Intake
from panoh.protection.models.charges import ChargeAnswer, ChargeComplaint
from panoh.protection.models.closings import CaseClosing
from panoh.protection.models.consular import ConsularFile, HostReferral, TravelDocument
from panoh.protection.models.custody import Custody, CustodyAccess, CustodyReview
from panoh.protection.models.following import FollowUp
from panoh.protection.models.houses import Place, PlaceBefore, Shelter, Stay
from panoh.protection.models.leaving import Absence, Departure
from panoh.protection.models.offers import OutOfTurn, PlaceOffer
from panoh.protection.models.plans import PlanGoal, PlanReview, SupportPlan
from panoh.protection.models.returns import Return, ReturnContact, ReturnRisk, ReturnWish
from panoh.protection.models.risks import RiskAssessment, SafetyMeasure
from panoh.protection.models.services import ServiceGiven
from panoh.protection.models.upkeep import StaffCount, YearBudget

__all__ = [
    "Absence",
    "Advocate",
    "CaseClosing",
    "ChargeAnswer",
    "ChargeComplaint",
    "ConsularFile",
    "Custody",
    "CustodyAccess",
    "CustodyReview",
    "Departure",
    "FollowUp",
    "HostReferral",
    "Intake",
    "OutOfTurn",
    "Place",
    "PlaceBefore",
    "PlaceOffer",
    "PlanGoal",
    "PlanReview",
    "Return",
    "ReturnContact",
    "ReturnRisk",
    "ReturnWish",
    "RiskAssessment",
    "SafetyMeasure",
    "ServiceGiven",
    "Shelter",
    "StaffCount",
    "Stay",
    "SupportPlan",
    "TransferAbroad",
    "TravelDocument",
    "YearBudget",
]
