"""What stands between a draft of the procedure and its adoption. Russian and Tajik wording is a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from panoh.instruments.kinds.procedure import Procedure
from panoh.instruments.kinds.source import Words
from panoh.registry.rules.migration_words import BROKEN
from panoh.registry.rules.procedure import check
from panoh.registry.rules.runnable import not_runnable


@dataclass(frozen=True)
class Consultation:
    """How far the talk about a draft has come. `open_groups`: asked agencies have not answered, and the day is to come."""

    groups: int
    open_groups: tuple[str, ...]
    unanswered: int


@dataclass(frozen=True)
class Hindrance:
    """One reason why a draft cannot be adopted now, and what to do."""

    reason: Words
    way_forward: Words


def hindrances(house: Procedure, draft: Procedure, consultation: Consultation) -> tuple[Hindrance, ...]:
    """Empty exactly when the draft may be adopted: first what is wrong with it, then what is missing in the talk."""
    return (*_promises(draft), *_pages(house, draft), *_talk(consultation))


def _promises(draft: Procedure) -> Iterator[Hindrance]:
    for proof in check(draft):
        if not proof.holds:
            first = proof.breaches[0]
            way = f" ({' → '.join(first.path)})" if first.path else ""
            yield Hindrance(
                Words("{broken} {breach}{way}").fill(
                    broken=BROKEN.fill(promise=proof.promise), breach=first.sentence, way=way
                ),
                Words(
                    "Mend the draft and put it up under another version. It can go on being discussed as it is.",
                    "Исправьте проект и представьте его под другой версией. Обсуждать его можно и так.",
                    "Лоиҳаро ислоҳ кунед ва бо нусхаи дигар пешниҳод намоед. Муҳокимаи он идома меёбад.",
                ),
            )


def _pages(house: Procedure, draft: Procedure) -> Iterator[Hindrance]:
    for shortfall in not_runnable(house, draft):
        yield Hindrance(
            Words(
                "The pages of this system cannot work under it yet: {why}",
                "Страницы этой системы пока не могут работать по нему: {why}",
                "Саҳифаҳои ин система ҳоло аз рӯи он кор карда наметавонанд: {why}",
            ).fill(why=shortfall.sentence),
            Words(
                "Keep this part in the draft, or have the system extended first.",
                "Сохраните эту часть в проекте или сначала расширьте систему.",
                "Ин қисмро дар лоиҳа нигоҳ доред ё аввал системаро васеъ кунед.",
            ),
        )


def _talk(consultation: Consultation) -> Iterator[Hindrance]:
    if not consultation.groups:
        yield NOBODY_ASKED
    for name in consultation.open_groups:
        yield Hindrance(
            Words(
                f"The working group “{name}” still has time, and not every agency in it has spoken.",
                f"У рабочей группы «{name}» ещё есть время, и высказались не все ведомства.",
                f"Гурӯҳи кории «{name}» ҳанӯз вақт дорад ва на ҳамаи идораҳо фикр баён кардаанд.",
            ),
            Words(
                "Wait for its day, or for a comment of every agency asked.",
                "Дождитесь назначенного дня или замечаний всех приглашённых ведомств.",
                "Рӯзи муқарраршуда ё фикри ҳамаи идораҳои даъватшударо интизор шавед.",
            ),
        )
    if consultation.unanswered:
        yield UNANSWERED


NOBODY_ASKED = Hindrance(
    Words(
        "No working group was asked about this draft.",
        "По этому проекту не спросили ни одну рабочую группу.",
        "Дар бораи ин лоиҳа аз ягон гурӯҳи корӣ пурсида нашудааст.",
    ),
    Words(
        "Ask the agencies that will work under it, with a day to answer by.",
        "Спросите ведомства, которые будут по нему работать, и назначьте срок.",
        "Аз идораҳое, ки аз рӯи он кор мекунанд, пурсед ва мӯҳлат таъин кунед.",
    ),
)
UNANSWERED = Hindrance(
    Words(
        "A comment on this draft is not answered yet.",
        "На одно из замечаний к проекту ещё не ответили.",
        "Ба як фикру мулоҳизаи лоиҳа ҳанӯз ҷавоб дода нашудааст.",
    ),
    Words(
        "Answer every comment: taken up or not, and why.",
        "Ответьте на каждое замечание: учтено или нет и почему.",
        "Ба ҳар фикр ҷавоб диҳед: ба назар гирифта шуд ё не ва чаро.",
    ),
)
