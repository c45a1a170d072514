"""Records of assessment: source texts with facts and verdicts, recommendations, judgements on standards, the answer file."""

from panoh.assessment.models.answers import (
    AnswerFile,
    AnswerSignature,
    AnswerText,
    HandedItem,
    ItemAnswer,
    ItemCheck,
)
from panoh.assessment.models.gaps import HandedGap
from panoh.assessment.models.judgements import EvidenceDocument, Judgement
from panoh.assessment.models.narratives import Fact, FactVerdict, Narrative
from panoh.assessment.models.recommendations import Recommendation, RecommendationMatch, RecommendationStep

__all__ = [
    "AnswerFile",
    "AnswerSignature",
    "AnswerText",
    "EvidenceDocument",
    "Fact",
    "FactVerdict",
    "HandedGap",
    "HandedItem",
    "ItemAnswer",
    "ItemCheck",
    "Judgement",
    "Narrative",
    "Recommendation",
    "RecommendationMatch",
    "RecommendationStep",
]
