"""Forms of screening."""

from panoh.screening.forms.breaks import PauseForm, ResumeForm
from panoh.screening.forms.conditions import ConditionsForm
from panoh.screening.forms.interview import AgreementForm, DangerForm, DeclineForm, NeedsNowForm
from panoh.screening.forms.person import PersonForm, initial_of
from panoh.screening.forms.questions import AnswersForm, InstrumentForm, TextsForm, WordsForm
from panoh.screening.forms.second_look import CancelLookForm, SecondLookForm

__all__ = [
    "AgreementForm",
    "AnswersForm",
    "CancelLookForm",
    "ConditionsForm",
    "DangerForm",
    "DeclineForm",
    "InstrumentForm",
    "NeedsNowForm",
    "PauseForm",
    "PersonForm",
    "ResumeForm",
    "SecondLookForm",
    "TextsForm",
    "WordsForm",
    "initial_of",
]
