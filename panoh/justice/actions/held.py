"""What every act on a criminal case begins with: it is the officer's to keep, and nobody changes it at the same moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.article import ArticleUnclear
from panoh.instruments.kinds.offence import Offence
from panoh.justice.models import CriminalCase
from panoh.justice.queries.cases import criminal_case_for
from panoh.justice.queries.offences import register
from panoh.justice.rules.stages import NO_ARTICLE, NOT_YET, Fault, not_in_force
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.refusals import OutOfOrder, Refused
from panoh.registry.wording import spoken


def held(case: CriminalCase, by: Officer) -> CriminalCase:
    """Locked, and as it stands now."""
    access.require(by, access.Act.KEEP_CRIMINAL_CASE)
    criminal_case_for(by, case.pk)
    return CriminalCase.objects.select_for_update(no_key=True).get(pk=case.pk)


def subject(case: CriminalCase) -> str:
    """What a ledger line of it is about. Never the case of a victim."""
    return f"criminal_case:{case.pk}"


def refuse(fault: Fault | None, case: CriminalCase | None = None) -> None:
    if fault is not None:
        about = subject(case) if case else ""
        raise OutOfOrder(spoken(fault.reason), spoken(fault.way_forward), subject=about)


def not_ahead(on: date, today: date, case: CriminalCase) -> None:
    refuse(NOT_YET if on > today else None, case)


def articles_read(articles: Sequence[str], *, on: date, about: str = "") -> list[tuple[Offence, str]]:
    """The offences meant, each with its part, however they are written. One that is unclear, unknown or was no law on that
    day is named in the refusal."""
    found = []
    for text in filter(str.strip, articles):
        offence, part = _read(text, about)
        refuse(not_in_force(offence, on=on))
        if (offence, part) not in found:
            found.append((offence, part))
    if not found:
        refuse(NO_ARTICLE)
    return found


def _read(text: str, about: str) -> tuple[Offence, str]:
    try:
        _book, read = register().read(text)
        offences = register().find(text)
    except ArticleUnclear as unclear:
        raise Refused(
            _("“%(text)s” could mean more than one article, or none.") % {"text": text},
            _("Write it as 130.1, with part 2 as “130.1 part 2”. It could mean: %(candidates)s.")
            % {"candidates": ", ".join(unclear.candidates) or "–"},
            subject=about,
        ) from None
    if not offences:
        raise Refused(
            _("The register has no article %(article)s in this code.") % {"article": read.article},
            _("Look it up in the register of offences; name another code after it, such as “130 КоАП”."),
            subject=about,
        )
    return offences[0], read.part
