"""Forms of identification."""

from panoh.identification.forms.decisions import (
    DecisionForm,
    DuplicatesForm,
    FormalForm,
    RefusalForm,
    SeenForm,
    SendBackForm,
    SignatureForm,
)
from panoh.identification.forms.panel import BallotForm, ConclusionForm, DeclarationForm, ExcuseForm, MembersForm

__all__ = [
    "BallotForm",
    "ConclusionForm",
    "DecisionForm",
    "DeclarationForm",
    "DuplicatesForm",
    "ExcuseForm",
    "FormalForm",
    "MembersForm",
    "RefusalForm",
    "SeenForm",
    "SendBackForm",
    "SignatureForm",
]
