"""Acts of the answer file: begun, handed out, answered, checked, put up, approved, corrected, taken out as a paper."""

from panoh.assessment.actions.answers.approving import correct_answers, put_up_answers, sign_answers
from panoh.assessment.actions.answers.begun import begin_answers, hand_out_items
from panoh.assessment.actions.answers.papers import print_answers
from panoh.assessment.actions.answers.writing import answer_item, check_answer

__all__ = [
    "answer_item",
    "begin_answers",
    "check_answer",
    "correct_answers",
    "hand_out_items",
    "print_answers",
    "put_up_answers",
    "sign_answers",
]
