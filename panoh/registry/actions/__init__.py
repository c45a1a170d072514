"""Acts of the registry: registering a person, opening a case, taking a step, consent and what rests on it."""

from panoh.registry.actions.attachments import (
    add_attachment,
    put_back_attachment,
    remove_attachment,
    replace_attachment,
    set_aside_attachment,
    show_attachments,
)
from panoh.registry.actions.cases import keep_still, open_case, put_on_track, take_step
from panoh.registry.actions.compartments import (
    agree_to_compartment,
    ask_out_of_compartment,
    end_membership,
    keep_apart,
    keep_in_compartment,
    let_in,
    name_head_anew,
    name_member,
    put_in_beside,
    put_in_compartment,
    review_compartment,
    take_out_of_compartment,
)
from panoh.registry.actions.consent import disclose, end_disclosure, record_consent, withdraw_all_but, withdraw_consent
from panoh.registry.actions.contact import set_contact_rules
from panoh.registry.actions.emergencies import (
    end_emergency,
    notice_emergency,
    open_in_emergency,
    review_emergency,
)
from panoh.registry.actions.forgetting import forget_words
from panoh.registry.actions.index_key import begin_index_key, find_by_next, put_under_next, remove_former
from panoh.registry.actions.index_layers import begin_layer, finish_layer, lay_over
from panoh.registry.actions.indexing import index_people
from panoh.registry.actions.people import PersonGiven, correct_person, register_person
from panoh.registry.actions.procedures import (
    adopt_procedure,
    answer_comment,
    comment_on_procedure,
    convene_group,
    propose_adoption,
    put_up_procedure,
    set_procedure_aside,
)
from panoh.registry.actions.reading_reviews import keep_unusual, review_reading
from panoh.registry.actions.rotation import (
    retire_old_masters,
    rewrap_everything,
    turn_ledger_key,
    turn_master_key,
)

__all__ = [
    "PersonGiven",
    "add_attachment",
    "adopt_procedure",
    "agree_to_compartment",
    "answer_comment",
    "ask_out_of_compartment",
    "begin_index_key",
    "begin_layer",
    "comment_on_procedure",
    "convene_group",
    "correct_person",
    "disclose",
    "end_disclosure",
    "end_emergency",
    "end_membership",
    "find_by_next",
    "finish_layer",
    "forget_words",
    "index_people",
    "keep_apart",
    "keep_in_compartment",
    "keep_still",
    "keep_unusual",
    "lay_over",
    "let_in",
    "name_head_anew",
    "name_member",
    "notice_emergency",
    "open_case",
    "open_in_emergency",
    "propose_adoption",
    "put_back_attachment",
    "put_in_beside",
    "put_in_compartment",
    "put_on_track",
    "put_under_next",
    "put_up_procedure",
    "record_consent",
    "register_person",
    "remove_attachment",
    "remove_former",
    "replace_attachment",
    "retire_old_masters",
    "review_compartment",
    "review_emergency",
    "review_reading",
    "rewrap_everything",
    "set_aside_attachment",
    "set_contact_rules",
    "set_procedure_aside",
    "show_attachments",
    "take_out_of_compartment",
    "take_step",
    "turn_ledger_key",
    "turn_master_key",
    "withdraw_all_but",
    "withdraw_consent",
]
