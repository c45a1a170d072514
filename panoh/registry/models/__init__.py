"""Records of who is who: agencies, people, cases, consent, and the ledger of acts."""

from panoh.registry.models import any_of  # noqa: F401 - registers the lookup
from panoh.registry.models.agencies import ADMINISTRATION, Agency, Desk, DigestSent, Officer, Post, sign_in_name
from panoh.registry.models.attachments import Attachment, AttachmentContent
from panoh.registry.models.cases import Case, CaseClock, CaseStep, ClockExtension
from panoh.registry.models.compartments import (
    Compartment,
    CompartmentMember,
    kept_together,
    left_open,
    let_in_to,
    members_now,
    not_let_in,
    not_shut,
    shut_to,
    shut_to_work,
    ways_to_case,
)
from panoh.registry.models.consent import (
    FOR_A_PERMIT,
    Consent,
    DeclineReason,
    Disclosure,
    Papers,
    Purpose,
    in_force,
    shown_now,
    shown_to_work,
)
from panoh.registry.models.contact import ContactRules
from panoh.registry.models.emergencies import EmergencyOpening, open_now
from panoh.registry.models.factors import Factor, FactorHelp, MinistryIdentity, RecoveryCode, Vetting
from panoh.registry.models.installation import Installation
from panoh.registry.models.interests import BestInterests
from panoh.registry.models.kept import KeptByDesk
from panoh.registry.models.ledger import LedgerEntry, LedgerHead
from panoh.registry.models.people import KeyKind, Person, PersonKey, Sex
from panoh.registry.models.procedures import ProcedureComment, ProcedureText, WorkingGroup
from panoh.registry.models.readings import ReadingReview, UnusualReading
from panoh.registry.models.sealed import Ending, SealedRecord
from panoh.registry.models.signing_in import Brake, CallCount, KnownDevice, OpenSession, sign_in_rule
from panoh.registry.models.training import Attendance, Certificate, TrainedOnly, TrainingSession

__all__ = [
    "ADMINISTRATION",
    "FOR_A_PERMIT",
    "Agency",
    "Attachment",
    "AttachmentContent",
    "Attendance",
    "BestInterests",
    "Brake",
    "CallCount",
    "Case",
    "CaseClock",
    "CaseStep",
    "Certificate",
    "ClockExtension",
    "Compartment",
    "CompartmentMember",
    "Consent",
    "ContactRules",
    "DeclineReason",
    "Desk",
    "DigestSent",
    "Disclosure",
    "EmergencyOpening",
    "Ending",
    "Factor",
    "FactorHelp",
    "Installation",
    "KeptByDesk",
    "KeyKind",
    "KnownDevice",
    "LedgerEntry",
    "LedgerHead",
    "MinistryIdentity",
    "Officer",
    "OpenSession",
    "Papers",
    "Person",
    "PersonKey",
    "Post",
    "ProcedureComment",
    "ProcedureText",
    "Purpose",
    "ReadingReview",
    "RecoveryCode",
    "SealedRecord",
    "Sex",
    "TrainedOnly",
    "TrainingSession",
    "UnusualReading",
    "Vetting",
    "WorkingGroup",
    "in_force",
    "kept_together",
    "left_open",
    "let_in_to",
    "members_now",
    "not_let_in",
    "not_shut",
    "open_now",
    "shown_now",
    "shown_to_work",
    "shut_to",
    "shut_to_work",
    "sign_in_name",
    "sign_in_rule",
    "ways_to_case",
]
