"""Whether a place suits a person, and whether a room is open to them. Where it is unsure, the answer is to ask the person."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from panoh.instruments.kinds.source import Words

ASK = Words(
    "Ask the person, alone, where they feel safe; offer a room of their own first.",
    "Спросите человека наедине, где ему безопаснее; сначала предложите отдельную комнату.",
    "Аз шахс танҳо пурсед, ки дар куҷо худро бехатар ҳис мекунад; аввал хонаи алоҳидаро пешниҳод кунед.",
)
FAMILIES_FIRST = Words(
    "Family rooms are for families first; give it when no other place is free.",
    "Семейные комнаты прежде всего для семей; дайте её, если других мест нет.",
    "Хонаҳои оилавӣ пеш аз ҳама барои оилаҳо мебошанд; агар ҷойи дигар набошад, диҳед.",
)
THIS_FAMILY = Words(
    "A family has this room: only for someone who belongs to it.",
    "Комнату занимает семья: только для того, кто к ней принадлежит.",
    "Хонаро оилае дорад: танҳо барои касе, ки аз он оила аст.",
)
CARER_NEAR = Words(
    "A child alone needs a carer who stays near, day and night.",
    "Ребёнку одному нужен взрослый рядом днём и ночью.",
    "Кӯдаки танҳо ба парасторе ниёз дорад, ки шабу рӯз наздик бошад.",
)
WITH_PARENT = Words(
    "Only together with the parent; a family room is better where one is free.",
    "Только вместе с родителем; лучше семейная комната, если она свободна.",
    "Танҳо ҳамроҳи падар ё модар; агар хонаи оилавӣ холӣ бошад, беҳтар аст.",
)
KEEP_TOGETHER = Words(
    "Keeps the child apart from the family: only if they wish it.",
    "Отделяет ребёнка от семьи: только если они этого хотят.",
    "Кӯдакро аз оила ҷудо мекунад: танҳо агар хоҳанд.",
)
CHILD_AMONG_ADULTS = Words(
    "A child does not sleep among adults who are strangers.",
    "Ребёнок не спит среди незнакомых взрослых.",
    "Кӯдак дар байни калонсолони бегона намехобад.",
)
FOR_CHILDREN = Words("This room is for children.", "Эта комната для детей.", "Ин хона барои кӯдакон аст.")
OTHER_SEX = Words(
    "This room is for people of another sex.",
    "Эта комната для людей другого пола.",
    "Ин хона барои шахсони ҷинси дигар аст.",
)
HELD = Words(
    "It is held for somebody on the waiting list until they have answered.",
    "Место держат для человека из очереди, пока он не ответит.",
    "Ҷой барои шахсе аз навбат нигоҳ дошта мешавад, то ҷавоб диҳад.",
)
HELD_BUT_URGENT = Words(
    "It is held for somebody who has not answered yet: in this emergency give it, and tell them.",
    "Место держат для того, кто ещё не ответил: в этой срочности дайте его и сообщите тому человеку.",
    "Ҷой барои касе нигоҳ дошта мешавад, ки ҳанӯз ҷавоб надодааст: дар ин ҳолати фаврӣ диҳед ва ба ӯ хабар диҳед.",
)
ANOTHER_ROOM = Words(
    "Choose another place; a family room suits anyone when the others are taken.",
    "Выберите другое место; семейная комната подходит любому, если другие заняты.",
    "Ҷойи дигарро интихоб кунед; агар дигарҳо банд бошанд, хонаи оилавӣ ба ҳар кас мувофиқ аст.",
)


@dataclass(frozen=True)
class Fits:
    """The place may be given. `advice` is something to ask or to see to first."""

    advice: Words | None = None


@dataclass(frozen=True)
class DoesNotFit:
    reason: Words
    way_forward: Words = ANOTHER_ROOM


Outcome = Fits | DoesNotFit

_ADULTS = {"women": "female", "men": "male"}
_CHILDREN = {"girls": "female", "boys": "male"}


def fits(kind: str, *, sex: str, track: str, in_family: bool) -> Outcome:
    """Does a place of this kind suit the person? `sex`: female, male, other, unknown; `track`: adult or child.

    No answer leaves a person without a place: a family room suits anyone, if need be alone.
    """
    if kind == "family":
        return _family_room(track, in_family)
    if kind in _ADULTS:
        return _among_adults(_ADULTS[kind], sex, track, in_family)
    return _among_children(_CHILDREN[kind], sex, track, in_family)


def room_open_to(kind: str, family: UUID, taken_by: Collection[UUID]) -> bool:
    """A family room holds one family at a time; other rooms are open as long as a bed is free."""
    return kind != "family" or set(taken_by) <= {family}


def _family_room(track: str, in_family: bool) -> Outcome:
    if in_family:
        return Fits()
    return Fits(CARER_NEAR if track == "child" else FAMILIES_FIRST)


def _among_adults(of: str, sex: str, track: str, in_family: bool) -> Outcome:
    if track == "child":
        small_with_mother = of == "female" or sex != "female"
        return Fits(WITH_PARENT) if in_family and small_with_mother else DoesNotFit(CHILD_AMONG_ADULTS)
    if sex in {"other", "unknown"}:
        return Fits(ASK)
    return Fits() if sex == of else DoesNotFit(OTHER_SEX)


def _among_children(of: str, sex: str, track: str, in_family: bool) -> Outcome:
    if track != "child":
        return DoesNotFit(FOR_CHILDREN)
    if sex in {"other", "unknown"}:
        return Fits(ASK)
    if sex != of:
        return DoesNotFit(OTHER_SEX)
    return Fits(KEEP_TOGETHER) if in_family else Fits()
