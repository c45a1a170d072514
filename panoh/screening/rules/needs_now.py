"""What a person may need before anything else is asked. Coarse codes: they name no one and stand before agreement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from panoh.instruments.kinds.source import Citation, Verification, Words

SOURCE = Citation(
    "panoh-design", "needs and danger before the interview (WHO 2003, principles 1 and 9)", Verification.PROVISIONAL
)


@dataclass(frozen=True)
class NeedNow:
    """One urgent need: what to do at once, whom to call (a key of the country's emergency numbers), and the services
    of the catalogue that meet it."""

    code: str
    name: Words
    do_now: Words
    call: str
    services: tuple[str, ...]
    source: Citation = SOURCE


NEEDS_NOW = (
    NeedNow(
        "doctor",
        Words("A doctor", "Врач", "Духтур"),
        Words(
            "Call an ambulance or take the person to a doctor now. Nobody has to say how it happened first.",
            "Вызовите скорую помощь или отведите человека к врачу сейчас. Сначала рассказывать, как это "
            "случилось, не нужно.",
            "Ёрии таъҷилиро даъват кунед ё шахсро ҳозир назди духтур баред. Аввал гуфтани он ки чӣ шуд, шарт нест.",
        ),
        "ambulance",
        ("emergency_medical_care",),
    ),
    NeedNow(
        "safe_place",
        Words("A safe place for tonight", "Безопасное место на эту ночь", "Ҷои бехатар барои имшаб"),
        Words(
            "Stay with the person. Ask your duty officer for a room nobody else can enter; a shelter can be "
            "asked as soon as there is a case.",
            "Оставайтесь с человеком. Попросите у дежурного комнату, куда никто другой не войдёт; как "
            "только заведено дело, можно запросить приют.",
            "Дар назди шахс бошед. Аз навбатдор ҳуҷрае пурсед, ки каси дигар даромада натавонад; ҳамин ки "
            "парванда кушода шуд, аз паноҳгоҳ пурсидан мумкин аст.",
        ),
        "police",
        ("safe_accommodation",),
    ),
    NeedNow(
        "food",
        Words(
            "Food, water, warm clothes, washing",
            "Еда, вода, тёплая одежда, возможность помыться",
            "Хӯрок, об, либоси гарм, шустушӯ",
        ),
        Words(
            "Give it now, before any question, and ask for nothing in return.",
            "Дайте это сейчас, до любых вопросов, и ничего не просите взамен.",
            "Инро ҳозир, пеш аз ҳама гуна савол диҳед ва дар иваз чизе напурсед.",
        ),
        "",
        ("subsistence",),
    ),
    NeedNow(
        "child_along",
        Words("A child is with the person", "С человеком ребёнок", "Бо шахс кӯдак ҳаст"),
        Words(
            "Keep the child within the person's sight. A child does not listen to the interview and never interprets.",
            "Пусть ребёнок остаётся на виду у человека. Ребёнок не слушает беседу и никогда не переводит.",
            "Бигузор кӯдак дар пеши назари шахс бошад. Кӯдак суҳбатро намешунавад ва ҳеҷ гоҳ тарҷума намекунад.",
        ),
        "",
        ("subsistence", "guardianship"),
    ),
    NeedNow(
        "protection",
        Words("Protection from someone nearby", "Защита от кого-то поблизости", "Ҳимоя аз касе дар наздикӣ"),
        Words(
            "Bring the person where nobody can reach them, keep whoever came with them away, and call for help.",
            "Отведите человека туда, где никто до него не доберётся, не подпускайте сопровождающих и вызовите помощь.",
            "Шахсро ба ҷое баред, ки касе ба ӯ расида натавонад, ҳамроҳонашро наздик нагузоред ва ёрӣ ҷеғ занед.",
        ),
        "police",
        ("physical_protection",),
    ),
)
CODES = frozenset(need.code for need in NEEDS_NOW)


def chosen(codes: Iterable[str]) -> tuple[NeedNow, ...]:
    """The needs with these codes, in the order they are offered."""
    wanted = set(codes)
    return tuple(need for need in NEEDS_NOW if need.code in wanted)
