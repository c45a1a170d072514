"""Acts around a compartment: putting a case in and taking it out, each by two; members; looking at it again."""

from panoh.registry.actions.compartments.heads import (
    agree_to_compartment,
    ask_out_of_compartment,
    keep_in_compartment,
    review_compartment,
    take_out_of_compartment,
)
from panoh.registry.actions.compartments.members import end_membership, let_in, name_head_anew, name_member
from panoh.registry.actions.compartments.putting_in import put_in_compartment
from panoh.registry.actions.compartments.together import keep_apart, put_in_beside

__all__ = [
    "agree_to_compartment",
    "ask_out_of_compartment",
    "end_membership",
    "keep_apart",
    "keep_in_compartment",
    "let_in",
    "name_head_anew",
    "name_member",
    "put_in_beside",
    "put_in_compartment",
    "review_compartment",
    "take_out_of_compartment",
]
