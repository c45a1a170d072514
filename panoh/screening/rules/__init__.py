"""What screening answers come to. Plain values in, a frozen result with its reasons out."""

from panoh.screening.rules.answers import AgeGroup, Answer
from panoh.screening.rules.assessment import Assessment, Reason, assess
from panoh.screening.rules.dimension import DimensionResult
from panoh.screening.rules.open_questions import OpenQuestion

__all__ = ["AgeGroup", "Answer", "Assessment", "DimensionResult", "OpenQuestion", "Reason", "assess"]
