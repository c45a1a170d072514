"""Which version of the written procedure is in force, which one a case runs under, and what texts there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Adopted, Procedure
from panoh.registry.models import Case, ProcedureText
from panoh.registry.records import everything
from panoh.registry.rules.adoption import Consultation, Hindrance, hindrances
from panoh.registry.rules.migration import Shortfall, weaker_points

_RUN_UNDER = (ProcedureText.Status.HOUSE, ProcedureText.Status.ADOPTED)


def in_force() -> Procedure:
    """What new cases run under: the version adopted last, or the one that came with the software."""
    last = next(iter(everything(_adopted_last)), None)
    return under(last.version) if last else countries.procedure(settings.COUNTRY)


def _adopted_last() -> QuerySet[ProcedureText]:
    adopted = ProcedureText.objects.filter(status=ProcedureText.Status.ADOPTED)
    return adopted.order_by("-adopted_at", "-pk").only("version")[:1]


def procedure_of(case: Case) -> Procedure:
    """The version a case runs under, whatever was adopted since."""
    return under(case.procedure_version)


def in_use() -> tuple[Procedure, ...]:
    """Every version a case may run under, for lists across cases; the one in the house where none is kept yet."""
    house = countries.procedure(settings.COUNTRY)
    return (house, *(under(each.version) for each in everything(_run_under) if each.version != house.version))


def _run_under() -> QuerySet[ProcedureText]:
    return ProcedureText.objects.filter(status__in=_RUN_UNDER).order_by("pk").only("version")


def under(version: str) -> Procedure:
    """The procedure of a version. One that was never kept (records of before texts were kept) is the house's own."""
    house = countries.procedure(settings.COUNTRY)
    if version == house.version:
        return house
    try:
        return _kept(version)
    except LookupError:
        return house


def weaker_than(old: str, new: str) -> tuple[Shortfall, ...]:
    """Where version `new` protects less than version `old`."""
    return _compared(old, new)


def texts() -> QuerySet[ProcedureText]:
    """Every text, the newest first, with how many comments wait for an answer and how many cases run under it."""
    people = ("put_up_by__post__desk__agency", "proposed_by__post__desk__agency", "adopted_by__post__desk__agency")
    unanswered = Count("comments", filter=Q(comments__answered=""))
    return ProcedureText.objects.select_related(*people).annotate(unanswered=unanswered).order_by("-put_up_at", "-pk")


def what_hinders(text: ProcedureText, *, on: date) -> tuple[Hindrance, ...]:
    """Everything that stands between a draft and its adoption."""
    said = set(text.comments.values_list("by__post__desk__agency", flat=True))
    consultation = Consultation(
        unanswered=text.comments.filter(answered="").count(),
        open_groups=tuple(
            group.name
            for group in text.groups.prefetch_related("agencies")
            if group.until >= on and {agency.pk for agency in group.agencies.all()} - said
        ),
        groups=text.groups.count(),
    )
    return hindrances(countries.procedure(settings.COUNTRY), read_text(text.content), consultation)


def read_text(content: str) -> Procedure:
    """The procedure in a text that was kept, which could be read when it was put up."""
    return _read(content, settings.COUNTRY)


def procedure_in(text: ProcedureText) -> Procedure:
    """The procedure of a kept text. That it was adopted is said by our record, not by the file that was put up before."""
    procedure = read_text(text.content)
    if text.status != ProcedureText.Status.ADOPTED:
        return procedure
    record = replace(procedure.adoption, status=Adopted.ADOPTED, on=text.document_on, by=text.document)
    return replace(procedure, adoption=record)


def fresh() -> None:
    """Read every kept version anew (for tests, whose databases come and go)."""
    _kept.cache_clear()
    _compared.cache_clear()


@lru_cache(maxsize=8)
def _read(content: str, country: str) -> Procedure:
    """The same text says the same: reading one takes a third of a second, and its page is opened again and again."""
    return countries.procedure_in(content, country, name="procedure.yaml")


@lru_cache(maxsize=64)
def _kept(version: str) -> Procedure:
    """A text that cases run under never changes, so it is read once in a process."""
    text = ProcedureText.objects.filter(version=version, status__in=_RUN_UNDER).first()
    if text is None:
        raise LookupError(version)
    return procedure_in(text)


@lru_cache(maxsize=64)
def _compared(old: str, new: str) -> tuple[Shortfall, ...]:
    return weaker_points(under(old), under(new))
