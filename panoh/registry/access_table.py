"""The one table of who may do what, in which cases. What asks it is `access`; it is printed as docs/reference/access.md.

Roles are the procedure's own (instruments/countries/*/procedure.yaml); a post holds exactly one.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Role(StrEnum):
    FIRST_RESPONDER = "first_responder"
    INTAKE_DESK = "intake_desk"
    PRELIMINARY_DECIDER = "preliminary_decider"
    FORMAL_DECIDER = "formal_decider"
    CASE_MANAGER = "case_manager"
    GUARDIAN = "guardian"
    SERVICE_PROVIDER = "service_provider"
    INVESTIGATOR = "investigator"
    PROSECUTOR = "prosecutor"
    COURT_LIAISON = "court_liaison"
    MIGRATION_AUTHORITY = "migration_authority"
    CONSULAR_OFFICER = "consular_officer"
    DATA_PROTECTION_OFFICER = "data_protection_officer"
    ANALYST = "analyst"
    OVERSEER = "overseer"
    ADVOCATE = "advocate"
    ADMINISTRATOR = "administrator"


class Act(StrEnum):
    """What can be done. Reading personal data is an act of its own."""

    SCREEN = "screen"
    RUN_OPERATION = "run_operation"
    COMPARE = "compare"
    JOIN_RECORDS = "join_records"
    SEE_CASE = "see_case"
    READ_IDENTITY = "read_identity"
    READ_GUARDIAN = "read_guardian"
    READ_SCREENING = "read_screening"
    TAKE_CONSENT = "take_consent"
    LODGE = "lodge"
    TAKE_IN = "take_in"
    NAME_MANAGER = "name_manager"
    DECIDE_PRELIMINARY = "decide_preliminary"
    DECIDE_FORMALLY = "decide_formally"
    TELL_DECISION = "tell_decision"
    ASK_RECONSIDERATION = "ask_reconsideration"
    FOLLOW_PERSON = "follow_person"
    PRINT_CASE = "print_case"
    PRINT_CERTIFICATE = "print_certificate"
    CLOSE_CASE = "close_case"
    MOVE_DEADLINE = "move_deadline"
    APPLY = "apply"
    APPOINT_GUARDIAN = "appoint_guardian"
    NAME_ADVOCATE = "name_advocate"
    ASSESS_RISK = "assess_risk"
    ASSESS_INTERESTS = "assess_interests"
    RECORD_NEED = "record_need"
    REFER = "refer"
    ANSWER_REFERRAL = "answer_referral"
    SEE_SHELTERS = "see_shelters"
    GIVE_PLACE = "give_place"
    RECORD_SERVICE = "record_service"
    ANSWER_CHARGE = "answer_charge"
    ADD_ATTACHMENT = "add_attachment"
    READ_ATTACHMENT = "read_attachment"
    REMOVE_ATTACHMENT = "remove_attachment"
    KEEP_PLAN = "keep_plan"
    PREPARE_RETURN = "prepare_return"
    RECEIVE_RETURN = "receive_return"
    FOLLOW_RETURN = "follow_return"
    KEEP_CUSTODY = "keep_custody"
    KEEP_CONSULAR_FILE = "keep_consular_file"
    APPROVE_TRANSFER = "approve_transfer"
    RECORD_PENALTY = "record_penalty"
    ANSWER_PENALTY = "answer_penalty"
    ASK_PERMIT = "ask_permit"
    DECIDE_PERMIT = "decide_permit"
    HOLD_REMOVAL = "hold_removal"
    KEEP_CRIMINAL_CASE = "keep_criminal_case"
    WATCH_SITES = "watch_sites"
    KEEP_MONITORING = "keep_monitoring"
    CONFIRM_TEXT = "confirm_text"
    COMMENT_PROCEDURE = "comment_procedure"
    CARRY_PROCEDURE = "carry_procedure"
    ADOPT_PROCEDURE = "adopt_procedure"
    SEE_FIGURES = "see_figures"
    PREPARE_FIGURES = "prepare_figures"
    SIGN_FIGURES = "sign_figures"
    PUBLISH_FIGURES = "publish_figures"
    KEEP_ASSESSMENT = "keep_assessment"
    KEEP_TRAINING = "keep_training"
    KEEP_PREVENTION = "keep_prevention"
    RECORD_CONTACT = "record_contact"
    KEEP_MONEY = "keep_money"
    OPEN_IN_EMERGENCY = "open_in_emergency"
    PUT_IN_COMPARTMENT = "put_in_compartment"
    KEEP_OR_ERASE = "keep_or_erase"
    READ_LEDGER = "read_ledger"
    MANAGE_POSTS = "manage_posts"


class Scope(IntEnum):
    """In which cases: none, those disclosed to one's desk, those of one's own desk or managed by oneself (`OWN`), both, or all.

    `OWN`: what a person told in an interview, and why it was decided as it was, is for who works on the case. A desk that
    was shown her name to find her a lawyer or a guard reads none of it.
    """

    NONE = 0
    DISCLOSED = 1
    OWN = 2
    DESK = 3
    ALL = 4


_FRONT = {Role.FIRST_RESPONDER: Scope.DESK, Role.CONSULAR_OFFICER: Scope.DESK}
_CENTRE = {Role.INTAKE_DESK: Scope.ALL, Role.PRELIMINARY_DECIDER: Scope.ALL}
_ASKED = {
    Role.GUARDIAN: Scope.DISCLOSED,
    Role.SERVICE_PROVIDER: Scope.DISCLOSED,
    Role.MIGRATION_AUTHORITY: Scope.DISCLOSED,
}
_ADVOCATE = {Role.ADVOCATE: Scope.DISCLOSED}
_ADOPTING = {Role.FORMAL_DECIDER: Scope.ALL, Role.OVERSEER: Scope.ALL}
_OVERSIGHT = {Role.ANALYST: Scope.ALL, **_ADOPTING}
_CARE = {Role.CASE_MANAGER: Scope.DESK, **_ASKED}
_CLOSE = {Role.CASE_MANAGER: Scope.DESK, Role.GUARDIAN: Scope.DISCLOSED, Role.SERVICE_PROVIDER: Scope.DISCLOSED}
_KNOWING = {**_FRONT, **_CENTRE, **_CARE, **_ADVOCATE}
_SEEING = {**_KNOWING, Role.FORMAL_DECIDER: Scope.ALL}

TABLE: dict[Act, dict[Role, Scope]] = {
    Act.SCREEN: {**_FRONT, Role.INTAKE_DESK: Scope.ALL, Role.CASE_MANAGER: Scope.DESK},
    Act.RUN_OPERATION: {**_FRONT, Role.INTAKE_DESK: Scope.ALL},
    Act.COMPARE: {**_FRONT, Role.INTAKE_DESK: Scope.ALL},
    Act.JOIN_RECORDS: _CENTRE,
    Act.SEE_CASE: _SEEING,
    Act.READ_IDENTITY: _KNOWING,
    Act.READ_GUARDIAN: _KNOWING,
    Act.READ_SCREENING: {
        Role.FIRST_RESPONDER: Scope.OWN,
        Role.CONSULAR_OFFICER: Scope.OWN,
        Role.CASE_MANAGER: Scope.OWN,
        **_CENTRE,
        Role.FORMAL_DECIDER: Scope.ALL,
    },
    Act.TAKE_CONSENT: {**_FRONT, Role.INTAKE_DESK: Scope.ALL, **_CLOSE},
    Act.LODGE: {**_FRONT, Role.INTAKE_DESK: Scope.ALL, Role.CASE_MANAGER: Scope.DESK},
    Act.TAKE_IN: {Role.INTAKE_DESK: Scope.ALL},
    Act.NAME_MANAGER: {Role.INTAKE_DESK: Scope.ALL},
    Act.DECIDE_PRELIMINARY: {Role.PRELIMINARY_DECIDER: Scope.ALL},
    Act.DECIDE_FORMALLY: {Role.FORMAL_DECIDER: Scope.ALL},
    Act.TELL_DECISION: {**_FRONT, Role.INTAKE_DESK: Scope.ALL, **_CLOSE},
    Act.ASK_RECONSIDERATION: {Role.FIRST_RESPONDER: Scope.DESK, **_CLOSE, **_ADVOCATE},
    Act.FOLLOW_PERSON: {**_FRONT, Role.INTAKE_DESK: Scope.ALL, Role.CASE_MANAGER: Scope.DESK},
    Act.PRINT_CASE: _SEEING,
    Act.PRINT_CERTIFICATE: _KNOWING,
    Act.CLOSE_CASE: {Role.CASE_MANAGER: Scope.DESK},
    Act.MOVE_DEADLINE: {**_CENTRE, Role.FORMAL_DECIDER: Scope.ALL, Role.CASE_MANAGER: Scope.DESK},
    Act.APPLY: {**_FRONT, Role.INTAKE_DESK: Scope.ALL, **_CLOSE, **_ADVOCATE},
    Act.APPOINT_GUARDIAN: {Role.GUARDIAN: Scope.DISCLOSED},
    Act.NAME_ADVOCATE: {**_FRONT, Role.INTAKE_DESK: Scope.ALL, **_CLOSE},
    Act.ASSESS_RISK: {**_FRONT, Role.INTAKE_DESK: Scope.ALL, **_CLOSE},
    Act.ASSESS_INTERESTS: {Role.CASE_MANAGER: Scope.DESK, Role.GUARDIAN: Scope.DISCLOSED},
    Act.RECORD_NEED: {**_FRONT, **_CENTRE, **_CLOSE},
    Act.REFER: {**_FRONT, **_CENTRE, Role.CASE_MANAGER: Scope.DESK},
    Act.ANSWER_REFERRAL: {**_FRONT, **_CARE, **_ADVOCATE},
    Act.SEE_SHELTERS: {Role.SERVICE_PROVIDER: Scope.DISCLOSED},
    Act.GIVE_PLACE: {Role.SERVICE_PROVIDER: Scope.DISCLOSED},
    Act.RECORD_SERVICE: {**_FRONT, **_CARE},
    Act.ANSWER_CHARGE: {Role.INTAKE_DESK: Scope.ALL},
    Act.ADD_ATTACHMENT: {**_FRONT, Role.INTAKE_DESK: Scope.ALL, **_CARE},
    Act.READ_ATTACHMENT: {**_FRONT, **_CENTRE, **_CARE, Role.FORMAL_DECIDER: Scope.ALL},
    Act.REMOVE_ATTACHMENT: {**_FRONT, Role.INTAKE_DESK: Scope.ALL, Role.CASE_MANAGER: Scope.DESK},
    Act.KEEP_PLAN: _CLOSE,
    Act.PREPARE_RETURN: {Role.CONSULAR_OFFICER: Scope.DESK, Role.CASE_MANAGER: Scope.DESK},
    Act.RECEIVE_RETURN: {**_FRONT, **_CARE},
    Act.FOLLOW_RETURN: {**_FRONT, **_CARE},
    Act.KEEP_CUSTODY: {**_FRONT, Role.INTAKE_DESK: Scope.ALL, **_CLOSE},
    Act.KEEP_CONSULAR_FILE: {Role.CONSULAR_OFFICER: Scope.DESK},
    Act.APPROVE_TRANSFER: {Role.DATA_PROTECTION_OFFICER: Scope.ALL},
    Act.RECORD_PENALTY: {**_FRONT, **_CENTRE, **_CARE},
    Act.ANSWER_PENALTY: {**_FRONT, Role.INTAKE_DESK: Scope.ALL, **_CLOSE},
    Act.ASK_PERMIT: {
        Role.INTAKE_DESK: Scope.ALL,
        Role.CASE_MANAGER: Scope.DESK,
        Role.GUARDIAN: Scope.DISCLOSED,
        **_ADVOCATE,
    },
    Act.DECIDE_PERMIT: {Role.MIGRATION_AUTHORITY: Scope.DISCLOSED},
    Act.HOLD_REMOVAL: {Role.MIGRATION_AUTHORITY: Scope.ALL},
    Act.KEEP_CRIMINAL_CASE: {
        Role.INVESTIGATOR: Scope.DESK,
        Role.PROSECUTOR: Scope.ALL,
        Role.COURT_LIAISON: Scope.DESK,
    },
    Act.WATCH_SITES: {
        Role.FIRST_RESPONDER: Scope.DESK,
        Role.CASE_MANAGER: Scope.DESK,
        Role.ADVOCATE: Scope.DESK,
        Role.INTAKE_DESK: Scope.ALL,
        Role.ANALYST: Scope.ALL,
        Role.OVERSEER: Scope.ALL,
    },
    Act.KEEP_MONITORING: {Role.INTAKE_DESK: Scope.ALL, Role.ANALYST: Scope.ALL, Role.OVERSEER: Scope.ALL},
    Act.CONFIRM_TEXT: {**_CENTRE, Role.FORMAL_DECIDER: Scope.ALL, Role.OVERSEER: Scope.ALL},
    Act.COMMENT_PROCEDURE: {role: Scope.ALL for role in Role if role is not Role.ADMINISTRATOR},
    Act.CARRY_PROCEDURE: {**_CENTRE, **_ADOPTING},
    Act.ADOPT_PROCEDURE: {Role.PRELIMINARY_DECIDER: Scope.ALL, **_ADOPTING},
    Act.SEE_FIGURES: {role: Scope.ALL for role in Role if role is not Role.ADMINISTRATOR},
    Act.KEEP_ASSESSMENT: _OVERSIGHT,
    Act.KEEP_TRAINING: _CENTRE,
    Act.KEEP_PREVENTION: {**_FRONT, **_CENTRE, **_CLOSE, **_OVERSIGHT},
    Act.RECORD_CONTACT: {**_FRONT, Role.INTAKE_DESK: Scope.ALL, Role.CASE_MANAGER: Scope.DESK},
    Act.KEEP_MONEY: {**_CENTRE, **_CLOSE, **_OVERSIGHT, Role.INVESTIGATOR: Scope.DESK, Role.PROSECUTOR: Scope.DESK},
    Act.PREPARE_FIGURES: {Role.ANALYST: Scope.ALL},
    Act.SIGN_FIGURES: _OVERSIGHT,
    Act.PUBLISH_FIGURES: _OVERSIGHT,
    Act.OPEN_IN_EMERGENCY: {
        **_FRONT,
        Role.CASE_MANAGER: Scope.DESK,
        Role.SERVICE_PROVIDER: Scope.DISCLOSED,
    },
    Act.PUT_IN_COMPARTMENT: {Role.INTAKE_DESK: Scope.ALL, Role.CASE_MANAGER: Scope.DESK},
    Act.KEEP_OR_ERASE: {Role.DATA_PROTECTION_OFFICER: Scope.ALL, Role.INTAKE_DESK: Scope.ALL},
    Act.READ_LEDGER: {Role.DATA_PROTECTION_OFFICER: Scope.ALL},
    Act.MANAGE_POSTS: {Role.ADMINISTRATOR: Scope.ALL},
}
