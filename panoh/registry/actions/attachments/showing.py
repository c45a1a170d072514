"""Which classes of attachments a desk sees that the case is shown to already."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Disclosure, Officer, shown_now
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.registry.rules.attachments.classes import MAY_BE_SHOWN, Class


@act
def show_attachments(*, disclosure: Disclosure, classes: Iterable[str], by: Officer, at: datetime) -> Disclosure:
    """Name these classes in the disclosure, and no others: none shuts them all again. It rests on the same consent, and
    ends with it: what closes the case to the desk closes its attachments too."""
    if not access.works_on(by, access.Act.REFER, disclosure.case):
        raise NotPermitted(
            _("Your post may not show this case to others."),
            _("Ask the desk that works on the case."),
            subject=f"case:{disclosure.case_id}",
        )
    wanted = _allowed(disclosure, by, classes)
    # Locked, so that a withdrawal at this moment is either seen here or ends what is named here.
    standing = Disclosure.objects.select_for_update(no_key=True).filter(shown_now(), pk=disclosure.pk, to_answer=False)
    found = standing.first()
    if found is None:
        raise Conflict(
            _("The case is not shown to this desk any more."),
            _("Open the case to see which consents and referrals stand."),
            subject=f"case:{disclosure.case_id}",
        )
    others = [field for field in found.fields if field not in {each.field for each in Class}]
    found.fields = [*others, *(each.field for each in wanted)]
    found.save(update_fields=["fields"])
    ledger.write(
        act="show_attachments",
        by=by,
        at=at,
        subject=f"case:{found.case_id}",
        fields=tuple(each.field for each in wanted),
        purpose=found.purpose,
        to_desk=found.to_desk.code,
    )
    return found


def _allowed(disclosure: Disclosure, by: Officer, classes: Iterable[str]) -> list[Class]:
    """In the order of the classes. Nobody shows what they may not open, nor more than the purpose allows."""
    known = {each.value for each in Class}
    asked = set(classes)
    may = MAY_BE_SHOWN.get(disclosure.purpose, frozenset()) & access.classes_open_to(by, disclosure.case)
    if asked - known or {Class(each) for each in asked & known} - may:
        raise Refused(
            _("This kind of attachment is not shown for this purpose, or your post may not open it."),
            _("Choose from those offered, or ask the person for consent to another purpose."),
            subject=f"case:{disclosure.case_id}",
        )
    return [each for each in Class if each.value in asked]
