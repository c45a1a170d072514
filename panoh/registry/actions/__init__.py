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
from panoh.registry.actions.consent import disclose, end_disclosure, record_consent, withdraw_consent
from panoh.registry.actions.contact import set_contact_rules
from panoh.registry.actions.emergencies import (
    end_emergency,
    notice_emergency,
    open_in_emergency,
    review_emergency,
)
from panoh.registry.actions.forgetting import forget_words
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
from panoh.registry.actions.reading_reviews import review_reading
from panoh.registry.actions.rotation import retire_old_masters, rewrap_everything, turn_master_key

__all__ = [
    "PersonGiven",
    "add_attachment",
    "adopt_procedure",
    "answer_comment",
    "comment_on_procedure",
    "convene_group",
    "correct_person",
    "disclose",
    "end_disclosure",
    "end_emergency",
    "forget_words",
    "index_people",
    "keep_still",
    "notice_emergency",
    "open_case",
    "open_in_emergency",
    "propose_adoption",
    "put_back_attachment",
    "put_on_track",
    "put_up_procedure",
    "record_consent",
    "register_person",
    "remove_attachment",
    "replace_attachment",
    "retire_old_masters",
    "review_emergency",
    "review_reading",
    "rewrap_everything",
    "set_aside_attachment",
    "set_contact_rules",
    "set_procedure_aside",
    "show_attachments",
    "take_step",
    "turn_master_key",
    "withdraw_consent",
]
