"""What every person hears when they come to live in a refuge: what the house promises them, in their language."""

from __future__ import annotations

from collections.abc import Iterable

from panoh.instruments.kinds.source import Words

PROMISES: dict[str, Words] = {
    "free_to_go": Words(
        "You may go out and leave for good at any time. Nobody holds you here; your bed is kept when you go out.",
        "Вы можете выходить и уйти совсем в любое время. Никто вас не держит; место сохраняется, когда вы выходите.",
        "Шумо метавонед ҳар вақт берун равед ва тамоман биравед. Касе шуморо нигоҳ намедорад; ҷойи шумо нигоҳ дошта мешавад.",
    ),
    "costs_nothing": Words(
        "It costs nothing, and nobody asks you for work or for testimony in return.",
        "Это бесплатно, и никто не требует за это работы или показаний.",
        "Ин ройгон аст ва касе дар иваз кор ё шаҳодат намехоҳад.",
    ),
    "your_things": Words(
        "Your papers, money and telephone stay yours. We keep only what you ask us to keep, and give it back when you ask.",
        "Документы, деньги и телефон остаются у вас. Мы храним только то, о чём вы просите, и возвращаем по просьбе.",
        "Ҳуҷҷатҳо, пул ва телефон аз они шумо мемонанд. Мо танҳо он чиро нигоҳ медорем, ки шумо хоҳед, ва бармегардонем.",
    ),
    "kept_secret": Words(
        "We tell nobody that you are here unless you agree. Please tell nobody where this house is.",
        "Мы никому не скажем, что вы здесь, без вашего согласия. Пожалуйста, не говорите никому, где этот дом.",
        "Бе розигии шумо мо ба касе намегӯем, ки шумо дар ин ҷоед. Лутфан ба касе нагӯед, ки ин хона дар куҷост.",
    ),
    "complain": Words(
        "You may complain, also about us, and you do not lose your place because of it.",
        "Вы можете жаловаться, в том числе на нас, и не потеряете из-за этого место.",
        "Шумо метавонед шикоят кунед, аз мо ҳам, ва аз ин сабаб ҷойро аз даст намедиҳед.",
    ),
    "any_hour": Words(
        "If you are afraid or ill, wake us at any hour.",
        "Если вам страшно или плохо, разбудите нас в любой час.",
        "Агар тарсед ё бемор шавед, моро дар ҳар соат бедор кунед.",
    ),
}


def still_to_tell(told: Iterable[str]) -> tuple[str, ...]:
    """Promises the person has not heard yet, in their order."""
    heard = set(told)
    return tuple(key for key in PROMISES if key not in heard)
