"""Records of assessment: source texts with their facts and verdicts, recommendations, judgements on standards."""

from panoh.assessment.models.judgements import EvidenceDocument, Judgement
from panoh.assessment.models.narratives import Fact, FactVerdict, Narrative
from panoh.assessment.models.recommendations import Recommendation, RecommendationMatch, RecommendationStep

__all__ = [
    "EvidenceDocument",
    "Fact",
    "FactVerdict",
    "Judgement",
    "Narrative",
    "Recommendation",
    "RecommendationMatch",
    "RecommendationStep",
]
