"""Forms of screening."""

from panoh.screening.forms.interview import AgreementForm, ConditionsForm, DangerForm, DeclineForm
from panoh.screening.forms.person import PersonForm, initial_of
from panoh.screening.forms.questions import AnswersForm, InstrumentForm, WordsForm
from panoh.screening.forms.second_look import CancelLookForm, SecondLookForm

__all__ = [
    "AgreementForm",
    "AnswersForm",
    "CancelLookForm",
    "ConditionsForm",
    "DangerForm",
    "DeclineForm",
    "InstrumentForm",
    "PersonForm",
    "SecondLookForm",
    "WordsForm",
    "initial_of",
]
