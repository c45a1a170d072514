"""Forms of identification."""

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
from panoh.identification.forms.panel import BallotForm, ConclusionForm, DeclarationForm, ExcuseForm, MembersForm
from panoh.identification.forms.texts import AnswerForm, CommentForm, GroupForm, ProposeForm, PutUpForm, SetAsideForm

__all__ = [
    "AnswerForm",
    "BallotForm",
    "CommentForm",
    "ConclusionForm",
    "DecisionForm",
    "DeclarationForm",
    "DuplicatesForm",
    "ExcuseForm",
    "FormalForm",
    "GroupForm",
    "ManagerForm",
    "MembersForm",
    "ProposeForm",
    "PutUpForm",
    "RefusalForm",
    "SeenForm",
    "SendBackForm",
    "SetAsideForm",
    "SignatureForm",
]
