"""How papers and clerks spell an invented person for the bench of linking: by letter tables and slips the keys know nothing of.

The letter tables are those of `panoh.names.writing` (what papers print); the slips are what hands and ears do: a letter
left out, doubled, changed for its neighbour on the keyboard, heard as another, cut at the edge of a form.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from panoh.names import writing
from panoh.names.family import patronymic, persian_family, tajik_family
from panoh.names.papers import Bearer

SLIPS = 0.14
"""Of all words written: one in seven has a slip."""
KEYBOARDS = (
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "йцукенгшщзхъ",
    "фывапролджэ",
    "ячсмитьбю",
    "ضصثقفغعهخحجچ",
    "شسیبلاتنمکگ",
)
HEARD = (
    ("kh", "h"), ("h", "kh"), ("q", "k"), ("gh", "g"), ("dzh", "j"), ("j", "dj"), ("o", "a"), ("a", "o"), ("i", "e"),
    ("e", "i"), ("u", "o"), ("y", "i"), ("ee", "i"), ("oo", "u"), ("zh", "j"), ("sh", "ch"), ("v", "w"), ("ya", "ia"),
    ("х", "г"), ("о", "а"), ("а", "о"), ("и", "е"), ("е", "и"), ("дж", "ж"), ("ё", "е"), ("й", "и"), ("у", "о"),
    ("қ", "к"), ("ҳ", "х"), ("ӣ", "и"), ("ъ", ""), ("ی", "ي"), ("ک", "ك"),
)  # fmt: skip


class Written(NamedTuple):
    """A name as one paper has it, in the fields of its form."""

    family: str
    given: str
    father: str


Paper = Callable[[Bearer], Written]


def _as(write: Callable[[str], str]) -> Paper:
    return lambda bearer: Written(write(bearer.family_as_written), write(bearer.given.own), write(bearer.patronymic))


def _new(write: Callable[[str], str]) -> Paper:
    """After the rule of 2016: no Russian ending, the father's name as it is."""
    return lambda b: Written(write(tajik_family(b.family.own)), write(b.given.own), write(b.father.own))


def _dari(bearer: Bearer) -> Written:
    family = persian_family(bearer.family.persian, bearer.sex) if bearer.nation == "TJ" else bearer.family.persian
    return Written(family, bearer.given.persian, bearer.father.persian)


def _uzbek_in_russian(bearer: Bearer) -> Written:
    family, given = map(writing.uzbek_in_russian, (bearer.family_as_written, bearer.given.own))
    return Written(family, given, patronymic(writing.uzbek_in_russian(bearer.father.own), bearer.sex))


def _uzbek_machine(bearer: Bearer) -> Written:
    return Written(*map(writing.machine_line, _uzbek_in_russian(bearer)))


def _field(name: str) -> Paper:
    return lambda bearer: Written(getattr(bearer.family, name), getattr(bearer.given, name), "")


_RUSSIAN_LIKE = (_as(str), _as(writing.machine_line), _as(writing.french), _as(writing.russian))
PAPERS: dict[str, tuple[Paper, ...]] = {
    "TJ": (
        *_RUSSIAN_LIKE, _as(writing.passport), _as(writing.passport), _as(writing.russian), _as(writing.library),
        _as(writing.bare_tajik), _as(writing.legacy_font), _dari, _new(str), _new(writing.passport),
    ),
    "UZ": (_as(str), _as(str), _as(writing.uzbek_cyrillic), _uzbek_in_russian, _uzbek_machine),
    "RU": (*_RUSSIAN_LIKE[:3], _as(str)),
    "KG": _RUSSIAN_LIKE,
    "AF": (_field("persian"), _field("latin"), _field("russian")),
    "BD": (_field("latin"), _field("latin"), _field("russian")),
}  # fmt: skip


def another(bearer: Bearer, random: Random) -> Written:
    """The name as one more paper has it: a field empty, two fields changed places, a word with a slip."""
    family, given, father = random.choice(PAPERS[bearer.nation])(bearer)
    if random.random() < 0.3:
        father = ""
    if random.random() < 0.05:
        family, given = given, family
    return Written(*(_slipped(word, random) if random.random() < SLIPS else word for word in (family, given, father)))


def _slipped(word: str, random: Random) -> str:
    if len(word) < 4:
        return word
    return random.choice((_heard, _heard, _left_out, _doubled, _turned, _neighbour, _cut))(word, random)


def _heard(word: str, random: Random) -> str:
    fitting = [(one, other) for one, other in HEARD if one in word.lower()[1:]]
    if not fitting:
        return word
    one, other = random.choice(fitting)
    place = word.lower().index(one, 1)
    return word[:place] + (other.upper() if word.isupper() else other) + word[place + len(one) :]


def _left_out(word: str, random: Random) -> str:
    place = random.randrange(1, len(word))
    return word[:place] + word[place + 1 :]


def _doubled(word: str, random: Random) -> str:
    place = random.randrange(1, len(word))
    return word[:place] + word[place] + word[place:]


def _turned(word: str, random: Random) -> str:
    place = random.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _neighbour(word: str, random: Random) -> str:
    place = random.randrange(1, len(word))
    letter = word[place].lower()
    row = next((row for row in KEYBOARDS if letter in row), letter)
    beside = row[max(0, row.index(letter) - 1) : row.index(letter) + 2].replace(letter, "") or letter
    typed = random.choice(beside)
    return word[:place] + (typed.upper() if word.isupper() else typed) + word[place + 1 :]


def _cut(word: str, random: Random) -> str:
    return word[: max(4, len(word) - random.choice((1, 2)))]
