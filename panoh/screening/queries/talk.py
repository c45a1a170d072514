"""How a talk was held: language, mode, who interpreted, who was there, how long it took without its breaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.registry.models import Officer
from panoh.registry.refusals import Refused
from panoh.registry.wording import spoken
from panoh.screening.models import Pause, Screening
from panoh.screening.queries.wording import INTERPRETERS, MODES, PRESENT
from panoh.screening.rules.breaks import minutes


@dataclass(frozen=True)
class Talk:
    """Kept for every screening: a finding is read in the light of how it came about."""

    language: str
    mode: str
    interpreter: str
    present: tuple[str, ...]
    explained_version: str
    explained_language: str
    minutes: int
    pauses: tuple[Pause, ...]

    @property
    def language_name(self) -> str:
        return _name_of(self.language)

    @property
    def explained_in(self) -> str:
        """Empty where it was explained by word of mouth."""
        return _name_of(self.explained_language)

    @property
    def mode_name(self) -> str:
        return str(dict(MODES).get(self.mode, self.mode))

    @property
    def interpreter_name(self) -> str:
        return str(dict(INTERPRETERS)[self.interpreter]) if self.interpreter else ""

    @property
    def present_names(self) -> tuple[str, ...]:
        return tuple(str(dict(PRESENT)[each]) for each in self.present)


def _name_of(language: str) -> str:
    people = countries.country(settings.COUNTRY).languages
    found = next((each.name for each in people if each.code == language), None)
    return spoken(found) if found else language


def talk_of(screening: Screening, *, now: datetime) -> Talk:
    told, pauses = screening.conditions, tuple(screening.pauses.order_by("at"))
    return Talk(
        language=screening.language,
        mode=told.get("mode", "in_person"),
        interpreter=told.get("interpreter", ""),
        present=tuple(told.get("present", ())),
        explained_version=screening.explained_version,
        explained_language=screening.explained_language,
        minutes=minutes(
            began=screening.started_at,
            ended=screening.finished_at or now,
            pauses=[(each.at, each.resumed_at) for each in pauses],
        ),
        pauses=pauses,
    )


def talking_since(screening: Screening) -> datetime:
    """Since when there was no break: from the last one, or from the person's agreement."""
    last = screening.pauses.exclude(resumed_at=None).order_by("-resumed_at").first()
    rested = last.resumed_at if last else None
    return rested or screening.agreed_at or screening.started_at


def colleague_of(screening: Screening, number: int | None) -> Officer | None:
    """The officer of this number in the desk that holds the interview; refused where there is none."""
    if number is None:
        return None
    found = Officer.objects.filter(pk=number, post__desk=screening.desk_id, is_active=True).first()
    if found is None:
        raise Refused(
            _("There is no such colleague in the desk that holds this interview."),
            _("Choose a colleague of your desk; another desk is asked through the case."),
            subject=f"screening:{screening.pk}",
        )
    return found
