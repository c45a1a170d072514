"""Writing down how the person may be contacted: their word, which stands until they say something else."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Case, ContactRules, Officer, Purpose
from panoh.registry.overtaken import unless_overtaken
from panoh.registry.queries.cases import anonymous
from panoh.registry.queries.consents import consent_to
from panoh.registry.refusals import Refused
from panoh.registry.rules.contact import Said

_KEEPS_IN_TOUCH = (Purpose.SERVICE, Purpose.CONTACT_CHANNEL, Purpose.FOLLOW_UP)
"""Whoever declined left no name; a way to reach them is kept only where they agreed to something since that needs one."""


@act
def set_contact_rules(*, case: Case, said: Said, after: UUID | None, by: Officer, at: datetime) -> ContactRules:
    """From now on every page that tells how to reach the person heeds this. What stood before is kept, and counts no more.
    `after`: the rules seen when these were written, None for the first: an older page would put “ring at six” in the
    place of “never ring, he is home”."""
    access.require(by, access.Act.TAKE_CONSENT, case)
    held = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    if held.is_anonymous and not consent_to(held, *_KEEPS_IN_TOUCH):
        raise anonymous(held)
    standing = ContactRules.objects.filter(case=held, replaced_at=None)
    unless_overtaken(after, standing.values_list("pk", flat=True).first(), subject=f"case:{case.pk}")
    never = [each.strip() for each in said.never if each.strip()]
    if said.allowed and not (said.how.strip() or said.when.strip() or said.by_whom.strip() or never or said.no_message):
        raise Refused(
            _("Nothing was said of how the person may be contacted."),
            _("Write how, when or by whom, or what is never to be done; or that they are not to be contacted."),
            subject=f"case:{case.pk}",
        )
    standing.update(replaced_at=at)
    allowed = ContactRules.Allowed.LIKE_THIS if said.allowed else ContactRules.Allowed.NEVER
    rules = ContactRules(case=held, allowed=allowed, no_message=said.no_message, said_at=at, said_to=by)
    told = {"how": said.how.strip(), "when": said.when.strip(), "by_whom": said.by_whom.strip(), "never": never}
    vault.seal(rules, told)
    rules.save(force_insert=True)
    ledger.write(act="set_contact_rules", by=by, at=at, subject=f"case:{case.pk}", allowed=allowed.value)
    return rules
