"""A case: one person's way through the mechanism, the steps taken and the clocks running."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models.agencies import Desk, Officer
from panoh.registry.models.people import Person
from panoh.registry.written import Written


class Case(Written):
    """State and track of one person in the procedure. Names stay with the person; the case carries a reference only."""

    class Track(models.TextChoices):
        ADULT = "adult", _("adult")
        CHILD = "child", _("child")

    class Form(models.TextChoices):
        """Form of exploitation, as last assessed or decided (ICS-TIP wording)."""

        LABOUR = "labour", _("forced labour")
        SEXUAL = "sexual", _("sexual exploitation")
        OTHER = "other", _("other exploitation")
        UNKNOWN = "unknown", _("not yet known")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=12, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cases")
    track = models.CharField(max_length=5, choices=Track)
    state = models.CharField(max_length=30)
    state_since = models.DateTimeField()
    procedure_version = models.CharField(max_length=20)
    form = models.CharField(max_length=8, choices=Form, default=Form.UNKNOWN)
    region = models.CharField(max_length=12, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="cases")
    manager = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="managed_cases")
    erased_at = models.DateTimeField(null=True)
    """Since when nobody knows who this was: the vault seals no word about the person any more."""
    manager_left_at = models.DateTimeField(null=True)

    DECLINED = "declined_anonymous"

    @property
    def is_anonymous(self) -> bool:
        """The person declined: sex, nationality and a reason from the list are the whole record of them (promise 4)."""
        return self.state == self.DECLINED

    @property
    def has_no_name(self) -> bool:
        """Erased, or declined: of who the person is there is nothing left to open."""
        return self.is_anonymous or self.erased_at is not None

    class Meta:
        indexes = [
            models.Index(fields=["state", "state_since"], name="cases_by_state"),
            models.Index(fields=["desk", "state", "state_since", "id"], name="cases_by_desk"),
            models.Index(fields=["desk", "id"], name="cases_of_desk"),
            models.Index(fields=["manager", "id"], condition=Q(manager__isnull=False), name="cases_of_manager"),
            models.Index(
                fields=["manager_left_at", "id"], condition=Q(manager_left_at__isnull=False), name="cases_left_behind"
            ),
        ]


class CaseStep(Written):
    """One step of the procedure taken in a case: never changed, never removed."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=40)
    from_state = models.CharField(max_length=30, blank=True)
    to_state = models.CharField(max_length=30)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["to_state", "at"], name="steps_by_state"),
            models.Index(fields=["by", "to_state", "case"], name="steps_by_officer"),
        ]


class CaseClock(Written):
    """A deadline running in a case. When it passes it escalates; it never closes, downgrades or refuses (promise 8)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="clocks")
    clock = models.CharField(max_length=40)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "clock"], condition=Q(stopped_at=None), name="one_running_clock"),
            models.CheckConstraint(condition=Q(due_at__gte=F("started_at")), name="clock_due_after_start"),
        ]
        indexes = [
            models.Index(fields=["clock", "due_at", "id"], condition=Q(stopped_at=None), name="running_clocks"),
            models.Index(
                fields=["due_at", "id"], include=["clock", "case"], condition=Q(stopped_at=None), name="clocks_by_due"
            ),
        ]


class ClockExtension(models.Model):
    """A deadline moved by a step the procedure names for it. The earlier one stays on record, and so does who moved it.

    Nothing here is free text; words beside it are sealed.
    """

    class Because(models.TextChoices):
        PERSON_ASKS = "person_asks", _("the person asks for more time")
        HEALTH = "health", _("the person is ill, or cannot be asked now")
        INTERPRETER = "interpreter", _("no independent interpreter was found yet")
        AWAITED = "awaited", _("a paper or an answer of another body is awaited")
        NEED = "need", _("the person needs more time to recover")

    running = models.ForeignKey(CaseClock, on_delete=models.PROTECT, related_name="extensions")
    step = models.CharField(max_length=40)
    was_due_at = models.DateTimeField()
    due_at = models.DateTimeField()
    because = models.CharField(max_length=11, choices=Because)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(due_at__gt=F("was_due_at")), name="a_deadline_is_moved_later"),
            models.UniqueConstraint(
                fields=["running", "was_due_at"], name="a_deadline_is_moved_once_from_where_it_stood"
            ),
        ]
