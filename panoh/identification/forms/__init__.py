"""Forms of identification."""

from panoh.identification.forms.applications import ApplicationForm
from panoh.identification.forms.course import DeadlineForm, EighteenForm, PauseForm, WithdrawalForm, WordsForm
from panoh.identification.forms.decisions import (
    DecisionForm,
    DuplicatesForm,
    FormalForm,
    ManagerForm,
    RefusalForm,
    SeenForm,
    SendBackForm,
    SignatureForm,
)
from panoh.identification.forms.guardians import EndGuardianshipForm, GuardianForm
from panoh.identification.forms.panel import (
    AgreeForm,
    BallotForm,
    ConclusionForm,
    DeclarationForm,
    ExcuseForm,
    MembersForm,
)
from panoh.identification.forms.signals import AnswerClosingForm, CloseForm, JoinForm, MetForm, SignalForm, TakeUpForm
from panoh.identification.forms.telling import ReconsiderForm, TellForm
from panoh.identification.forms.texts import AnswerForm, CommentForm, GroupForm, ProposeForm, PutUpForm, SetAsideForm

__all__ = [
    "AgreeForm",
    "AnswerClosingForm",
    "AnswerForm",
    "ApplicationForm",
    "BallotForm",
    "CloseForm",
    "CommentForm",
    "ConclusionForm",
    "DeadlineForm",
    "DecisionForm",
    "DeclarationForm",
    "DuplicatesForm",
    "EighteenForm",
    "EndGuardianshipForm",
    "ExcuseForm",
    "FormalForm",
    "GroupForm",
    "GuardianForm",
    "JoinForm",
    "ManagerForm",
    "MembersForm",
    "MetForm",
    "PauseForm",
    "ProposeForm",
    "PutUpForm",
    "ReconsiderForm",
    "RefusalForm",
    "SeenForm",
    "SendBackForm",
    "SetAsideForm",
    "SignalForm",
    "SignatureForm",
    "TakeUpForm",
    "TellForm",
    "WithdrawalForm",
    "WordsForm",
]
