"""When a stay may end, and who has to agree. A shelter protects and does not detain: whoever wishes to leave leaves.

Nobody is sent away because of a decision, an investigation, papers, or the time that has passed (promise 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from panoh.instruments.kinds.source import Words

BED_KEPT = timedelta(hours=72)
"""How long a bed waits for someone who is out before the stay may end for that. Panoh's own, provisional."""

WITHOUT_WISH = frozenset({"not_back", "danger", "care", "closed"})

NOT_A_REASON = Words(
    "This is no reason to end a stay against the person's wish.",
    "Это не основание прекращать проживание против воли человека.",
    "Ин асоси қатъи буду бош бар хилофи хоҳиши шахс нест.",
)
ONLY_THESE = Words(
    "Only a danger to others, care this house cannot give, a house that closes, or a bed left for three days; never a "
    "decision, an investigation or the time that passed.",
    "Только опасность для других, нужда в уходе, которого дом не даёт, закрытие дома или трое суток отсутствия; "
    "никогда решение, расследование или прошедшее время.",
    "Танҳо хатар барои дигарон, нигоҳубине, ки ин хона дода наметавонад, баста шудани хона ё се шабонарӯз набудан; "
    "ҳеҷ гоҳ қарор, тафтиш ё гузашти вақт.",
)
BED_IS_KEPT = Words(
    "The person is out, as they may be, and the bed is kept for three days.",
    "Человек вышел, на это он имеет право; место сохраняется трое суток.",
    "Шахс берун рафтааст, ҳақ дорад; ҷой се шабонарӯз нигоҳ дошта мешавад.",
)
RECORD_OUT = Words(
    "Record that they are out, and try to reach them through their safe contact only.",
    "Отметьте, что человека нет, и связывайтесь только через безопасный контакт.",
    "Қайд кунед, ки берун аст, ва танҳо тавассути тамоси бехатар кӯшиш кунед.",
)
CHILD_GOES_TO_SOMEONE = Words(
    "A child leaves to somebody: say to whom.",
    "Ребёнок уходит к кому-то: укажите, к кому.",
    "Кӯдак назди касе меравад: бигӯед, ба назди кӣ.",
)
ASK_GUARDIAN = Words(
    "Ask the guardian, and choose where the child goes.",
    "Спросите опекуна и выберите, куда уходит ребёнок.",
    "Аз васӣ пурсед ва интихоб кунед, ки кӯдак ба куҷо меравад.",
)


@dataclass(frozen=True)
class MayEnd:
    """The stay may end. `second`: only when another officer signs too."""

    second: bool


@dataclass(frozen=True)
class MayNotEnd:
    reason: Words
    way_forward: Words


def may_end(*, because: str, where_to: str, wished: bool, track: str, out_for: timedelta | None) -> MayEnd | MayNotEnd:
    """`out_for`: how long the person has been out; None where they are in."""
    if not wished and because not in WITHOUT_WISH:
        return MayNotEnd(NOT_A_REASON, ONLY_THESE)
    if because == "not_back" and (out_for is None or out_for < BED_KEPT):
        return MayNotEnd(BED_IS_KEPT, RECORD_OUT)
    child = track == "child"
    if child and where_to == "not_told" and because != "not_back":
        return MayNotEnd(CHILD_GOES_TO_SOMEONE, ASK_GUARDIAN)
    return MayEnd(second=child or not wished or because == "not_back")
