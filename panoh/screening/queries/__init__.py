"""Reads of screening. What shows answers or words of a person takes `viewer=` and writes the read into the ledger."""

from panoh.screening.queries.case_block import CaseBlock, Held, case_block
from panoh.screening.queries.finding import FindingPage, assess_screening, finding_page
from panoh.screening.queries.interview import Interview, interview, questions_page
from panoh.screening.queries.person_findings import PersonFindings, person_findings
from panoh.screening.queries.reading import Reading, read_answers
from panoh.screening.queries.screenings import go_on, screening_for, screenings_for
from panoh.screening.queries.second_looks import default_day, look_for, look_page
from panoh.screening.queries.worklist import parts, worklist

__all__ = [
    "CaseBlock",
    "FindingPage",
    "Held",
    "Interview",
    "PersonFindings",
    "Reading",
    "assess_screening",
    "case_block",
    "default_day",
    "finding_page",
    "go_on",
    "interview",
    "look_for",
    "look_page",
    "parts",
    "person_findings",
    "questions_page",
    "read_answers",
    "screening_for",
    "screenings_for",
    "worklist",
]
