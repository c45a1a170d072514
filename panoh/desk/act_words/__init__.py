"""What each act of the ledger is called in words. The ledger keeps the short names of the code; people read these."""

from __future__ import annotations

from panoh.desk.act_words.figures import FIGURES
from panoh.desk.act_words.identification import IDENTIFICATION
from panoh.desk.act_words.justice import JUSTICE
from panoh.desk.act_words.lists import LISTS
from panoh.desk.act_words.prevention import PREVENTION
from panoh.desk.act_words.protection import PROTECTION
from panoh.desk.act_words.reading import READING
from panoh.desk.act_words.records import RECORDS
from panoh.desk.act_words.referral import REFERRAL
from panoh.desk.act_words.screening import SCREENING
from panoh.desk.act_words.shelter import SHELTER
from panoh.desk.act_words.sign_in import SIGN_IN
from panoh.instruments.kinds.source import Words

ACT_WORDS: dict[str, Words] = {
    **SCREENING,
    **READING,
    **SIGN_IN,
    **IDENTIFICATION,
    **RECORDS,
    **REFERRAL,
    **PROTECTION,
    **SHELTER,
    **JUSTICE,
    **PREVENTION,
    **FIGURES,
    **LISTS,
}
"""Every name an act is written under, and of every function that is an act, whose refusals are written under its name."""

_REFUSED = Words("Refused: {act}", "Отказано: {act}", "Рад шуд: {act}")


def refused_name(act: str) -> str:
    """Under which name the refusal of an act stands in the ledger, which has forty letters for it."""
    return f"{act}.refused"[:40]


def _small(words: Words) -> Words:
    return Words(*(each[:1].lower() + each[1:] for each in (words.en, words.ru, words.tg)))


_REFUSALS = {refused_name(act): _REFUSED.fill(act=_small(words)) for act, words in ACT_WORDS.items()}


def words_of_act(name: str) -> Words:
    """The words for the name of an act as it stands in a line; the name itself where an older Panoh wrote one that is gone."""
    return ACT_WORDS.get(name) or _REFUSALS.get(name) or Words(name)
