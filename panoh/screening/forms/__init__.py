"""Forms of screening."""

from panoh.screening.forms.interview import AgreementForm, ConditionsForm, DangerForm, DeclineForm
from panoh.screening.forms.person import PersonForm, initial_of
from panoh.screening.forms.questions import AnswersForm, InstrumentForm, WordsForm

__all__ = [
    "AgreementForm",
    "AnswersForm",
    "ConditionsForm",
    "DangerForm",
    "DeclineForm",
    "InstrumentForm",
    "PersonForm",
    "WordsForm",
    "initial_of",
]
