"""How a talk may be held: who interprets, who else is in the room, who stands by a child. Refused with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from panoh.instruments.kinds.source import Citation, Verification, Words


def _toolkit(place: str) -> Citation:
    return Citation("uk-first-responder-2026", place, Verification.SECONDARY)


PRIVATE = _toolkit("private, calm place; an accompanying person never interprets")
WHO_PRINCIPLE_4 = Citation("who-interviewing-2003", "principle 4, choice of interpreters", Verification.SECONDARY)
OUR_DESIGN = Citation("panoh-design", "rules for interpreters and those present", Verification.PROVISIONAL)
CHILD = _toolkit("children: no formal interview where avoidable, appropriate adult present")

INSTEAD = Words(
    "Use an independent interpreter by telephone, or postpone the talk and give first help meanwhile.",
    "Пригласите независимого переводчика по телефону или отложите беседу, а пока окажите первую помощь.",
    "Тарҷумони мустақилро бо телефон ҷалб кунед ё суҳбатро ба вақти дигар гузоред ва то он вақт ёрии аввал диҳед.",
)


@dataclass(frozen=True)
class Conditions:
    """What the officer told of the talk, in codes. `interpreter` is who interprets, empty where nobody does."""

    mode: str = "in_person"
    interpreter: str = ""
    sex_wished: str = ""
    sworn: bool = False
    present: tuple[str, ...] = ()
    support: str = ""
    trained: str = ""


@dataclass(frozen=True)
class Problem:
    """One thing that stands in the way: what it is about, why, what to do instead, and by which text."""

    about: str
    why: Words
    instead: Words
    source: Citation


INDEPENDENT = frozenset({"professional", "ngo", "colleague"})
"""A trained interpreter, one of an NGO, a colleague who has nothing to do with the case."""

NOT_INDEPENDENT: dict[str, tuple[Words, Citation]] = {
    "family": (
        Words(
            "A relative does not interpret: the family may be part of what happened, or the person may want "
            "to spare it.",
            "Родственник не переводит: семья может быть причастна, или человек хочет её уберечь.",
            "Хеш тарҷума намекунад: шояд оила дар ин кор даст дошта бошад ё шахс онро эҳтиёт кардан хоҳад.",
        ),
        PRIVATE,
    ),
    "companion": (
        Words(
            "Whoever travels or came with the person does not interpret: they may be part of what happened.",
            "Тот, кто едет или пришёл с человеком, не переводит: он может быть причастен.",
            "Касе, ки бо шахс сафар мекунад ё бо ӯ омадааст, тарҷума намекунад: шояд даст дошта бошад.",
        ),
        PRIVATE,
    ),
    "employer": (
        Words(
            "An employer, recruiter or someone from the place of work never interprets.",
            "Работодатель, вербовщик или кто-либо с места работы никогда не переводит.",
            "Корфармо, ҷалбкунанда ё касе аз ҷои кор ҳеҷ гоҳ тарҷума намекунад.",
        ),
        WHO_PRINCIPLE_4,
    ),
    "officer_of_case": (
        Words(
            "An officer who works on the same case or investigates it does not interpret.",
            "Сотрудник, который ведёт это дело или расследует его, не переводит.",
            "Корманде, ки дар ҳамин парванда кор мекунад ё онро тафтиш мекунад, тарҷума намекунад.",
        ),
        OUR_DESIGN,
    ),
    "fellow": (
        Words(
            "Another person of the same group does not interpret: what is said would not stay here.",
            "Другой человек из той же группы не переводит: сказанное не останется здесь.",
            "Шахси дигари ҳамон гурӯҳ тарҷума намекунад: гуфтаҳо дар ин ҷо намемонанд.",
        ),
        OUR_DESIGN,
    ),
    "child": (
        Words(
            "A child never interprets, not even for their own mother or father.",
            "Ребёнок никогда не переводит, даже для матери или отца.",
            "Кӯдак ҳеҷ гоҳ тарҷума намекунад, ҳатто барои модар ё падараш.",
        ),
        OUR_DESIGN,
    ),
    "not_known": (
        Words(
            "Nobody knows who the interpreter is to the person. Until that is clear they do not count as independent.",
            "Неизвестно, кем переводчик приходится человеку. Пока это не ясно, он не считается независимым.",
            "Маълум нест, ки тарҷумон ба шахс кист. То равшан шуданаш ӯ мустақил ба ҳисоб намеравад.",
        ),
        OUR_DESIGN,
    ),
}

MAY_CONTROL = frozenset({"family", "companion", "employer", "others"})
"""People before whom nobody speaks freely."""
MAY_STAY = frozenset({"colleague", "lawyer", "guardian", "support", "own_child"})
MODES = ("in_person", "telephone", "video")
SUPPORT = ("guardian_here", "support_here", "told", "nobody_yet", "suspected")


def problems(told: Conditions, *, needs_interpreter: bool, child: bool) -> tuple[Problem, ...]:
    """Everything that stands in the way of beginning; empty where the talk may be held like this."""
    beside = _beside(told) if child else ()
    return (*_interpreting(told, needs_interpreter), *_in_the_room(told), *beside)


def advice(told: Conditions, *, child: bool) -> tuple[Problem, ...]:
    """What does not stop the talk and should be put right while it goes on."""
    found = []
    if child and told.support in {"", "nobody_yet"}:
        found.append(Problem("support", _NOBODY_BESIDE, _CALL_GUARDIANSHIP, CHILD))
    if child and told.trained != "yes":
        found.append(Problem("trained", _NOT_TRAINED, _KEEP_SHORT, CHILD))
    return tuple(found)


def _interpreting(told: Conditions, needed: bool) -> Iterator[Problem]:
    if not needed:
        return
    if told.interpreter not in INDEPENDENT:
        why, source = NOT_INDEPENDENT.get(told.interpreter, NOT_INDEPENDENT["not_known"])
        yield Problem("interpreter", why, INSTEAD, source)
    if not told.sworn:
        yield Problem("sworn", _NOT_SWORN, _SWEAR, WHO_PRINCIPLE_4)


def _in_the_room(told: Conditions) -> Iterator[Problem]:
    if MAY_CONTROL & set(told.present):
        yield Problem("present", _NOT_ALONE, _SEND_OUT, PRIVATE)


def _beside(told: Conditions) -> Iterator[Problem]:
    if told.support == "suspected":
        yield Problem("support", _SUSPECTED, _CALL_GUARDIANSHIP, CHILD)


_NOT_SWORN = Words(
    "The interpreter has not promised to keep silent about what is said.",
    "Переводчик ещё не обещал хранить сказанное в тайне.",
    "Тарҷумон ҳанӯз ваъда надодааст, ки гуфтаҳоро махфӣ нигоҳ медорад.",
)
_SWEAR = Words(
    "Ask for the promise, aloud and in both languages, before the person says anything.",
    "Попросите об этом вслух, на обоих языках, прежде чем человек что-либо скажет.",
    "Пеш аз он ки шахс чизе гӯяд, ин ваъдаро бо овоз ва бо ҳарду забон пурсед.",
)
_NOT_ALONE = Words(
    "Someone is present who may control the person or repeat what is said.",
    "Присутствует кто-то, кто может контролировать человека или пересказать сказанное.",
    "Касе ҳозир аст, ки метавонад шахсро назорат кунад ё гуфтаҳоро ба дигарон расонад.",
)
_SEND_OUT = Words(
    "Ask them to wait elsewhere, out of hearing, or find another room. A small child may stay with mother or father.",
    "Попросите их подождать там, откуда не слышно, или найдите другую комнату. Маленький ребёнок может "
    "остаться с матерью или отцом.",
    "Аз онҳо хоҳиш кунед, ки дар ҷои дигар, дур аз шунавоӣ интизор шаванд, ё ҳуҷраи дигар ёбед. Кӯдаки хурд "
    "метавонад бо модар ё падар монад.",
)
_SUSPECTED = Words(
    "The adult beside the child may be part of what happened: the child is not asked in front of them.",
    "Взрослый рядом с ребёнком может быть причастен: при нём ребёнка не спрашивают.",
    "Калонсоли дар паҳлӯи кӯдак буда шояд даст дошта бошад: дар пеши ӯ аз кӯдак намепурсанд.",
)
_CALL_GUARDIANSHIP = Words(
    "Keep the child with someone you trust and tell the guardianship authority now; help does not wait for them.",
    "Оставьте ребёнка с тем, кому доверяете, и сейчас же сообщите органу опеки; помощь этого не ждёт.",
    "Кӯдакро назди шахси боэътимод монед ва ҳозир ба мақоми васоят хабар диҳед; ёрӣ мунтазири онҳо намемонад.",
)
_NOBODY_BESIDE = Words(
    "No guardian or person of trust stands beside the child yet.",
    "Рядом с ребёнком ещё нет опекуна или доверенного человека.",
    "Дар паҳлӯи кӯдак ҳанӯз васӣ ё шахси боэътимод нест.",
)
_NOT_TRAINED = Words(
    "An officer trained to talk with children should lead this talk where there is one.",
    "Беседу должен вести сотрудник, обученный говорить с детьми, если такой есть.",
    "Агар корманди омӯзишдида барои суҳбат бо кӯдакон бошад, суҳбатро бояд ӯ барад.",
)
_KEEP_SHORT = Words(
    "Ask only what protection needs today, keep it short, and leave the rest to a colleague who is trained.",
    "Спрашивайте только то, что нужно для защиты сегодня, недолго, а остальное оставьте обученному коллеге.",
    "Танҳо он чиро пурсед, ки имрӯз барои ҳимоя лозим аст, кӯтоҳ; боқимондаро ба ҳамкори омӯзишдида гузоред.",
)
