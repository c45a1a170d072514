"""What screening answers come to. Plain values in, a frozen result with its reasons out."""

from panoh.screening.rules.answers import AgeGroup, Answer
from panoh.screening.rules.assessment import Assessment, assess
from panoh.screening.rules.dimension import DimensionResult
from panoh.screening.rules.elements import ElementEvidence, act_means_purpose
from panoh.screening.rules.evidence import CaseEvidence, Shown, evidence_of, together
from panoh.screening.rules.labels import CaseFacts, Guard, Label, UnknownValue, conflation, guards, labels
from panoh.screening.rules.open_questions import OpenQuestion
from panoh.screening.rules.reasons import Reason

__all__ = [
    "AgeGroup",
    "Answer",
    "Assessment",
    "CaseEvidence",
    "CaseFacts",
    "DimensionResult",
    "ElementEvidence",
    "Guard",
    "Label",
    "OpenQuestion",
    "Reason",
    "Shown",
    "UnknownValue",
    "act_means_purpose",
    "assess",
    "conflation",
    "evidence_of",
    "guards",
    "labels",
    "together",
]
