"""Acts of assessment: texts brought in and read by people, recommendations followed, standards judged."""

from panoh.assessment.actions.facts import add_fact, judge_fact, settle_fact
from panoh.assessment.actions.gaps import hand_out_gap
from panoh.assessment.actions.judgements import judge_criterion, name_document
from panoh.assessment.actions.narratives import bring_narrative
from panoh.assessment.actions.recommendations import enter_recommendation, match_recommendations, record_step

__all__ = [
    "add_fact",
    "bring_narrative",
    "enter_recommendation",
    "hand_out_gap",
    "judge_criterion",
    "judge_fact",
    "match_recommendations",
    "name_document",
    "record_step",
    "settle_fact",
]
