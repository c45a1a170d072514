"""The reasons for and against asking a desk, in the working languages. Russian and Tajik wording is a draft."""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

NEAR = Words("Works in the same region.", "Работает в том же регионе.", "Дар ҳамон минтақа кор мекунад.")
ABROAD = Words("Works abroad.", "Работает за границей.", "Дар хориҷа кор мекунад.")
COMES = Words(
    "Works from another region, also for this one.",
    "Работает из другого региона, в том числе для этого.",
    "Аз минтақаи дигар кор мекунад, барои ин минтақа низ.",
)
ELSEWHERE = Words(
    "Works in another region; the person may have to travel.",
    "Работает в другом регионе; возможно, придётся ехать.",
    "Дар минтақаи дигар кор мекунад; шояд сафар лозим шавад.",
)
SERVES = Words("Serves such a person.", "Принимает таких людей.", "Ба чунин шахс хизмат мерасонад.")
SERVES_OTHERS = Words(
    "Says it serves others.", "Говорит, что принимает других.", "Мегӯяд, ки ба дигарон хизмат мерасонад."
)
SERVES_UNKNOWN = Words(
    "Whether it serves such a person is not known; ask.",
    "Принимает ли таких людей, неизвестно; спросите.",
    "Маълум нест, ки ба чунин шахс хизмат мерасонад ё не; пурсед.",
)
SPEAKS = Words("Speaks the person's language.", "Говорит на языке человека.", "Ба забони шахс гап мезанад.")
SPEAKS_OTHERS = Words(
    "Needs an interpreter for the person's language.",
    "Для языка человека нужен переводчик.",
    "Барои забони шахс тарҷумон лозим аст.",
)
SPEAKS_UNKNOWN = Words(
    "Whether it speaks the person's language is not known.",
    "Говорит ли на языке человека, неизвестно.",
    "Маълум нест, ки ба забони шахс гап мезананд ё не.",
)
FREE = Words(
    "Free places by its own word: %(n)s.",
    "Свободных мест, по его словам: %(n)s.",
    "Ҷойҳои холӣ, ба гуфти худаш: %(n)s.",
)
FULL = Words("Had no free place by its own word.", "По его словам, мест не было.", "Ба гуфти худаш, ҷойи холӣ надошт.")
FREE_UNKNOWN = Words(
    "Whether it has a free place is not known.", "Есть ли место, неизвестно.", "Маълум нест, ки ҷойи холӣ дорад ё не."
)
STEP_FREE = Words("Can be reached without steps.", "Можно попасть без ступенек.", "Бе зина даромадан мумкин аст.")
STEPS = Words("Has steps on the way in.", "На входе ступеньки.", "Дар даромад зина дорад.")
STEPS_UNKNOWN = Words(
    "Whether it can be reached without steps is not known.",
    "Можно ли попасть без ступенек, неизвестно.",
    "Маълум нест, ки бе зина даромадан мумкин аст ё не.",
)
FOR_LONG = Words("One can stay there for long.", "Там можно жить долго.", "Он ҷо дер зистан мумкин аст.")
NOT_FOR_LONG = Words("Only for a short stay.", "Только на короткий срок.", "Танҳо барои муддати кӯтоҳ.")
LONG_UNKNOWN = Words(
    "Whether one can stay there for long is not known.",
    "Можно ли там жить долго, неизвестно.",
    "Маълум нест, ки он ҷо дер зистан мумкин аст ё не.",
)
GUARDED = Words("Somebody is on guard day and night.", "Охрана днём и ночью.", "Шабу рӯз посбон ҳаст.")
NOT_GUARDED = Words("Nobody is on guard.", "Охраны нет.", "Посбон нест.")
GUARD_UNKNOWN = Words(
    "Whether somebody is on guard is not known.", "Есть ли охрана, неизвестно.", "Маълум нест, ки посбон ҳаст ё не."
)
NEAR_IN_DANGER = Words(
    "Works in the same region; ask the person whether they are safe there.",
    "Работает в том же регионе; спросите человека, безопасно ли ему там.",
    "Дар ҳамон минтақа кор мекунад; аз шахс пурсед, ки он ҷо бехатар аст ё не.",
)
ELSEWHERE_IN_DANGER = Words(
    "Works in another region; ask the person whether they feel safer there.",
    "Работает в другом регионе; спросите человека, безопаснее ли ему там.",
    "Дар минтақаи дигар кор мекунад; аз шахс пурсед, ки он ҷо бехатартар аст ё не.",
)
CLOSED = Words("Takes nobody on at present.", "Сейчас никого не принимает.", "Ҳоло касеро қабул намекунад.")
ONLY_URGENT = Words(
    "Takes on only what cannot wait.", "Берёт только то, что не терпит.", "Танҳо кори таъхирнопазирро қабул мекунад."
)
WAITING = Words(
    "Has been asked and has not answered yet.", "Уже спросили, ответа пока нет.", "Пурсида шуд, ҳанӯз ҷавоб нест."
)
DECLINED_BEFORE = Words(
    "Declined this need before; ask again if something has changed.",
    "Раньше отказал в этой потребности; спросите снова, если что-то изменилось.",
    "Пештар ин ниёзро рад карда буд; агар чизе тағйир ёфта бошад, аз нав пурсед.",
)
UNSTAFFED = Words(
    "Nobody at this desk signs in to Panoh yet; call them as well.",
    "В этом отделе пока никто не входит в Panoh; позвоните тоже.",
    "Дар ин шуъба ҳанӯз касе ба Panoh намедарояд; занг ҳам занед.",
)


def with_number(words: Words, n: int) -> Words:
    return Words(words.en % {"n": n}, words.ru % {"n": n}, words.tg % {"n": n})
