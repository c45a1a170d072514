"""How each figure is defined, and what it is called in the standards of others."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries, library
from panoh.instruments.kinds.figure import Definition, Mapped
from panoh.instruments.kinds.source import Source, Words
from panoh.instruments.statistics import definitions, standards
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.refusals import Refused
from panoh.statistics.rules import wording


@dataclass(frozen=True)
class DefinitionPage:
    definition: Definition
    unit: Words
    dimensions: tuple[Words, ...]
    owner: Words
    standards: tuple[tuple[Mapped, Source], ...]


def definitions_for(viewer: Officer) -> tuple[Definition, ...]:
    access.require(viewer, access.Act.SEE_FIGURES)
    return definitions()


def definition_for(viewer: Officer, key: str) -> Definition:
    found = next((each for each in definitions_for(viewer) if each.id == key), None)
    if found is None:
        raise Refused(_("There is no such figure."), _("Choose one from the list of definitions."))
    return found


def definition_page(viewer: Officer, key: str) -> DefinitionPage:
    found = definition_for(viewer, key)
    owners = {each.key: each.name for each in countries.roles(settings.COUNTRY)}
    return DefinitionPage(
        definition=found,
        unit=wording.UNITS[found.counting_unit],
        dimensions=tuple(wording.DIMENSIONS[each] for each in found.breakdowns),
        owner=owners.get(found.owner, Words(found.owner)),
        standards=tuple((each, library.sources()[each.standard]) for each in standards().get(found.id, ())),
    )
