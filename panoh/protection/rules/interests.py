"""What an assessment of a child's best interests has to say before it is one, and by when it is looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from panoh.instruments.kinds.source import Words

AT_LEAST_EVERY = timedelta(days=180)

SAY_ALL = Words(
    "An assessment says who took part, what the child wishes, which options were weighed, and why it was decided so.",
    "В оценке указано, кто участвовал, чего хочет ребёнок, какие варианты взвешивались и почему решено именно так.",
    "Дар арзёбӣ гуфта мешавад, ки кӣ иштирок кард, кӯдак чӣ мехоҳад, кадом роҳҳо баррасӣ шуданд ва чаро чунин қарор шуд.",
)
FILL_IN = Words(
    "Fill in what is empty. If the child could not be heard yet, write why, and choose an early review day.",
    "Заполните пустое. Если ребёнка ещё не удалось выслушать, напишите почему и выберите скорый день пересмотра.",
    "Ҷойҳои холиро пур кунед. Агар кӯдак ҳанӯз шунида нашуда бошад, сабабашро нависед ва рӯзи наздики бозбиниро интихоб кунед.",
)
NOT_THEN = Words(
    "The review day has passed already, or lies more than half a year ahead.",
    "День пересмотра уже прошёл или наступит более чем через полгода.",
    "Рӯзи бозбинӣ аллакай гузаштааст ё бештар аз ним сол пас меояд.",
)
CHOOSE_DAY = Words(
    "A child's life changes fast: choose a day from tomorrow on, within half a year.",
    "Жизнь ребёнка меняется быстро: выберите день с завтрашнего, в пределах полугода.",
    "Ҳаёти кӯдак зуд дигар мешавад: рӯзеро аз фардо то ним сол интихоб кунед.",
)


@dataclass(frozen=True)
class NotYet:
    """Why this is no assessment yet."""

    reason: Words
    way_forward: Words


def lacks(*words: str, review_on: date, today: date) -> NotYet | None:
    """What is missing; nothing where the assessment is whole."""
    if not all(each.strip() for each in words):
        return NotYet(SAY_ALL, FILL_IN)
    if not today < review_on <= today + AT_LEAST_EVERY:
        return NotYet(NOT_THEN, CHOOSE_DAY)
    return None
