"""Reads of the registry. What shows personal data takes `viewer=` and writes the read into the ledger."""

from panoh.registry.queries import attachments
from panoh.registry.queries.cases import case_for, cases_for, clocks_of
from panoh.registry.queries.consents import agreed_in, consent_to
from panoh.registry.queries.contact import may_contact, rules_ask_purpose, with_rules
from panoh.registry.queries.finding import find_people, recognised
from panoh.registry.queries.people import Identity, read_identity, sees_contact
from panoh.registry.queries.procedures import (
    in_force,
    in_use,
    procedure_in,
    procedure_of,
    read_text,
    texts,
    weaker_than,
    what_hinders,
)
from panoh.registry.queries.steps import may_take_step, require_step

__all__ = [
    "Identity",
    "agreed_in",
    "attachments",
    "case_for",
    "cases_for",
    "clocks_of",
    "consent_to",
    "find_people",
    "in_force",
    "in_use",
    "may_contact",
    "may_take_step",
    "procedure_in",
    "procedure_of",
    "read_identity",
    "read_text",
    "recognised",
    "require_step",
    "rules_ask_purpose",
    "sees_contact",
    "texts",
    "weaker_than",
    "what_hinders",
    "with_rules",
]
