"""Whether an officer was taught what an act is kept for. Asked by the act itself, after its rights and before anything else.

Nothing is kept for the trained unless two agencies adopted it, with a day ahead. Help in danger, needs, referral and refuge
ask nothing here: the reader of the text knows no such act (instruments/kinds/training.py).
"""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.training import SensitiveAct
from panoh.instruments.prevention import training
from panoh.registry.models import Certificate, Officer, TrainedOnly, TrainingSession
from panoh.registry.refusals import Refused
from panoh.registry.wording import day, spoken


class NotTrained(Refused):
    """The act is kept for officers who hold a certificate, and this one holds none that counts."""

    code = "not_trained"
    status = 403


def require_trained(by: Officer, act: SensitiveAct, *, at: datetime, subject: str = "") -> None:
    """Raise NotTrained, saying which training is missing and when it is given next, where the act is kept for the trained."""
    today = timezone.localdate(at)
    kept = kept_now(today).filter(act=act).first()
    if kept is None or counting(today).filter(officer=by, curriculum=kept.curriculum).exists():
        return
    name = spoken(training.curriculum(kept.curriculum).name)
    raise NotTrained(
        _(
            "Since %(day)s this is done by officers with a certificate of “%(name)s” (%(document)s), and you hold none now."
        )
        % {"day": day(kept.from_day), "name": name, "document": kept.document},
        _(
            "%(next)s Until then a colleague who holds it does this; needs, danger, referral and a place wait for nobody."
        )
        % {"next": _next_words(kept.curriculum, today)},
        subject=subject,
    )


def kept_now(today: date) -> QuerySet[TrainedOnly]:
    """What is kept for the trained on this day."""
    return TrainedOnly.objects.filter(adopted_at__isnull=False, ended_at=None, from_day__lte=today)


def counting(on: date) -> QuerySet[Certificate]:
    """Certificates that count on this day."""
    return Certificate.objects.filter(given_on__lte=on, until__gte=on, taken_back_at=None)


def to_come(today: date) -> QuerySet[TrainingSession]:
    """Sessions that have not begun, the next first."""
    ahead = TrainingSession.objects.filter(first_day__gte=today, called_off_at=None)
    return ahead.order_by("first_day", "pk")


def _next_words(curriculum: str, today: date) -> object:
    session = to_come(today).filter(curriculum=curriculum).first()
    if session is None:
        return _("No session is planned yet: ask the intake desk of the mechanism for one.")
    return _("The next session begins on %(day)s: %(place)s.") % {"day": day(session.first_day), "place": session.place}
