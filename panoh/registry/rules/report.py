"""What is proved of a procedure, line by line for the terminal: each promise, and the way to each place where one is broken."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.instruments.kinds.procedure import Procedure
from panoh.instruments.kinds.source import Words
from panoh.registry.rules.procedure_values_words import VALUE
from panoh.registry.rules.proof import Proof
from panoh.registry.rules.worked_cases import Otherwise

HOLDS = Words("holds   {promise}", "верно      {promise}", "риоя шуд   {promise}")
BROKEN = Words("BROKEN  {promise}", "НАРУШЕНО   {promise}", "ВАЙРОН     {promise}")
THE_WAY = Words("on the way {way}", "путь: {way}", "роҳ: {way}")
OF_ALL = Words(
    "{id} {version} ({adoption}): {kept} of {all} promises hold.",
    "{id} {version} ({adoption}): соблюдено обещаний {kept} из {all}.",
    "{id} {version} ({adoption}): аз {all} ваъда {kept} риоя мешавад.",
)
CASE = Words(
    "The worked case “{name}” says {says}; by the clock “{clock}” it is due {due}. Mend the case, or the clock.",
    "Пример «{name}» говорит {says}; по сроку «{clock}» выходит {due}. Исправьте пример или срок.",
    "Мисоли «{name}» мегӯяд {says}; аз рӯи муҳлати «{clock}» {due} мебарояд. Мисол ё муҳлатро ислоҳ кунед.",
)
CHANGES = Words("{old} → {new}: changes: {n}.", "{old} → {new}: изменений: {n}.", "{old} → {new}: тағйирот: {n}.")
LESS = Words(
    "It protects less here, so cases that run already would stay under the earlier text:",
    "Здесь она защищает меньше, поэтому идущие дела остались бы по прежнему тексту:",
    "Дар ин ҷо он камтар ҳифз мекунад, аз ин рӯ парвандаҳои ҷорӣ дар матни пешина мемонданд:",
)
NOT_YET = Words(
    "The pages of this system cannot work under it yet:",
    "Страницы этой системы пока не могут по ней работать:",
    "Саҳифаҳои ин система ҳоло аз рӯи он кор карда наметавонанд:",
)
_INSET = " " * 8


def lines(
    procedure: Procedure, proofs: tuple[Proof, ...], cases: tuple[Otherwise, ...], language: str
) -> Iterator[str]:
    """Every promise in order, then the worked cases that do not hold, then how many promises do."""
    for proof in proofs:
        yield (HOLDS if proof.holds else BROKEN).fill(promise=proof.promise).in_language(language)
        for breach in proof.breaches:
            yield _INSET + breach.sentence.in_language(language)
            if breach.way.en:
                yield _INSET + THE_WAY.fill(way=breach.way).in_language(language)
    yield ""
    for each in cases:
        yield _case(procedure, each).in_language(language)
    kept = sum(proof.holds for proof in proofs)
    adoption = VALUE[procedure.adoption.status]
    said = OF_ALL.fill(id=procedure.id, version=procedure.version, adoption=adoption, kept=kept, all=len(proofs))
    yield said.in_language(language)


def _case(procedure: Procedure, found: Otherwise) -> Words:
    clock = procedure.clock(found.case.clock).name
    return CASE.fill(name=found.case.name, says=found.case.due, clock=clock, due=f"{found.due:%Y-%m-%d %H:%M:%S}")
