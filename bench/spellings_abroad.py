"""Invented Tajik and Russian names as papers of other countries write them: the way the writers there go, from Cyrillic to Latin.

`panoh.names.conventions` reads in the other direction, letters to sounds, and knows nothing of these tables: they have what its
readers must cope with, a soft i after a consonant, an ending of the language, a mark that no machine could print. General
knowledge (provisional). What editors in those countries really wrote stands in `tests/names/abroad.csv`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from random import Random

_RUSSIAN = {"ҷ": "дж", "ҳ": "х", "қ": "к", "ғ": "г", "ӯ": "у", "ӣ": "и"}
_SAME = dict(zip("абвгдезиклмнопрстуфэ", "abvgdeziklmnoprstufe", strict=True)) | {"ъ": "", "ь": "", "ы": "y"}
_LETTERS: dict[str, dict[str, str]] = {
    "polish": {"дж": "dż", "ж": "ż", "ш": "sz", "ч": "cz", "щ": "szcz", "х": "ch", "ц": "c", "й": "j", "ю": "ju", "я": "ja",
               "ё": "jo", "в": "w", "ль": "l", "л": "ł"},
    "german": {"дж": "dsch", "ж": "sch", "ш": "sch", "ч": "tsch", "щ": "schtsch", "х": "ch", "ц": "z", "й": "i", "ю": "ju",
               "я": "ja", "ё": "jo", "в": "w"},
    "dutch": {"дж": "dzj", "ж": "zj", "ш": "sj", "ч": "tsj", "щ": "sjtsj", "х": "ch", "ц": "ts", "й": "j", "у": "oe", "ю": "joe",
              "я": "ja", "ё": "jo"},
    "french": {"дж": "dj", "ж": "j", "ш": "ch", "ч": "tch", "щ": "chtch", "х": "kh", "ц": "ts", "й": "ï", "у": "ou", "ю": "iou",
               "я": "ia", "ё": "io"},
    "italian": {"дж": "gi", "ж": "gi", "ш": "sci", "ч": "ci", "щ": "sc", "х": "kh", "ц": "z", "й": "i", "ю": "iu", "я": "ia",
                "ё": "io"},
    "spanish": {"дж": "dzh", "ж": "zh", "ш": "sh", "ч": "ch", "щ": "shch", "х": "j", "ц": "ts", "й": "i", "ю": "iu", "я": "ia",
                "ё": "io"},
    "turkish": {"дж": "c", "ж": "j", "ш": "ş", "ч": "ç", "щ": "şç", "х": "h", "ц": "ts", "й": "y", "ю": "yu", "я": "ya",
                "ё": "yo", "ы": "ı"},
    "czech": {"дж": "dž", "ж": "ž", "ш": "š", "ч": "č", "щ": "šč", "х": "ch", "ц": "c", "й": "j", "ю": "ju", "я": "ja",
              "ё": "jo"},
    "hungarian": {"дж": "dzs", "ж": "zs", "ш": "s", "ч": "cs", "щ": "scs", "х": "h", "ц": "c", "й": "j", "ю": "ju", "я": "ja",
                  "ё": "jo", "с": "sz", "ы": "i"},
    "swedish": {"дж": "dzj", "ж": "zj", "ш": "sj", "ч": "tj", "щ": "sjtj", "х": "ch", "ц": "ts", "й": "j", "ю": "ju", "я": "ja",
                "ё": "jo"},
    "finnish": {"дж": "dž", "ж": "ž", "ш": "š", "ч": "tš", "щ": "štš", "х": "h", "ц": "ts", "й": "j", "ю": "ju", "я": "ja",
                "ё": "jo"},
    "latvian": {"дж": "dž", "ж": "ž", "ш": "š", "ч": "č", "щ": "šč", "х": "h", "ц": "c", "й": "j", "ю": "ju", "я": "ja",
                "ё": "jo", "ы": "i"},
    "lithuanian": {"дж": "dž", "ж": "ž", "ш": "š", "ч": "č", "щ": "šč", "х": "ch", "ц": "c", "й": "j", "ю": "ju", "я": "ja",
                   "ё": "jo"},
}  # fmt: skip
_OWN = {"ҳ": "h", "қ": "q", "ғ": "gh", "ӯ": "u", "ӣ": "i"}
_SOFT = "(?<=[бвгдзкмнпрстф])"
_FIRST: dict[str, tuple[tuple[str, str], ...]] = {
    "polish": ((rf"{_SOFT}е(?!в)", "ie"), ("л(?=[иеюя])", "l"), ("ия", "ia")),
    "german": (("(?<=[аеиоу])с(?=[аеиоу])", "ss"), ("кс", "x"), ("ий$", "i")),
    "french": (("(?<=[аеиоу])с(?=[аеиоу])", "ss"), ("г(?=[еи])", "gu"), ("ин$", "ine"), ("ий$", "i")),
    "italian": (("дж(?=[еи])", "g"), ("ш(?=[еи])", "sc"), ("ч(?=[еи])", "c"), ("г(?=[еи])", "gh"), ("ч$", "c"), ("ий$", "ij")),
    "spanish": (("г(?=[еи])", "gu"), ("ий$", "i")),
    "lithuanian": (("(?<=[шжч])ё", "io"),),
}  # fmt: skip
"""What the writers of a country do before their table, by what stands beside a letter."""
_AFTER_A_VOWEL = {"french": "ïe", "italian": "e", "spanish": "e", "turkish": "ye", "german": "je"}
_VOWELS = "aeiou"


def _plain(word: str, sex: str, place: int) -> str:
    return word


def _spanish(word: str, sex: str, place: int) -> str:
    """The stress of a word that does not follow the rule: Sharípov, Djuráeva."""
    marks = dict(zip(_VOWELS, "áéíóú", strict=True))
    vowels = [number for number, letter in enumerate(word) if letter in _VOWELS]
    if place or len(vowels) < 2 or not word.endswith(("ov", "ev")):
        return word
    return word[: vowels[-2]] + marks[word[vowels[-2]]] + word[vowels[-2] + 1 :]


def _czech(word: str, sex: str, place: int) -> str:
    return word[:-1] + "ová" if sex == "f" and word.endswith(("ova", "eva")) else word


def _latvian(word: str, sex: str, place: int) -> str:
    return word + "s" if sex == "m" and word[-1] not in _VOWELS else word


def _lithuanian(word: str, sex: str, place: int) -> str:
    if sex == "f" or word[-1] in _VOWELS:
        return word
    return (
        word[:-1] + "jus" if word.endswith("j") else word + ("as" if word.endswith(("v", "m", "r", "d", "n")) else "is")
    )


_ENDINGS: dict[str, Callable[[str, str, int], str]] = {
    "spanish": _spanish,
    "czech": _czech,
    "latvian": _latvian,
    "lithuanian": _lithuanian,
}
CONVENTIONS = tuple(_LETTERS)


def written(convention: str, name: str, sex: str, *, through_russian: bool = True) -> str:
    """A name in Cyrillic, its family name first, as this country's papers write it."""
    if through_russian:
        name = "".join(_RUSSIAN.get(letter, letter) for letter in name.lower())
    table = _SAME | (_OWN | {"ҷ": _LETTERS[convention]["дж"]}) | _LETTERS[convention]
    words = (_word(convention, word, table) for word in name.lower().split())
    end = _ENDINGS.get(convention, _plain)
    return " ".join(end(word, sex, place).capitalize() for place, word in enumerate(words))


def unmarked(text: str) -> str:
    """What is left where a machine prints no marks: ş, š and ś are s."""
    text = text.replace("ł", "l").replace("Ł", "L").replace("ı", "i").replace("đ", "d")
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def one_wrong_vowel(text: str, random: Random) -> str:
    """One vowel inside a word heard another way, i for e, o for a; not that of an ending."""
    near = {"a": "o", "o": "a", "e": "i", "i": "e", "u": "o"}
    kept = (*(f"{vowel}{after}" for vowel in near for after in "vwj aeiou"), "as", "is", "us")
    places = [n for n in range(1, len(text) - 1) if text[n] in near and not text.startswith(kept, n)]
    if not places:
        return text
    place = random.choice(places)
    return text[:place] + near[text[place]] + text[place + 1 :]


def _word(convention: str, word: str, table: Mapping[str, str]) -> str:
    for pattern, other in (*_FIRST.get(convention, ()), ("(?<=[шжчщ])ё", "о")):
        word = re.sub(pattern, other, word)
    word = re.sub("(?<=[аеиоуэюяё])е", _AFTER_A_VOWEL.get(convention, "je"), word)
    made, place = "", 0
    while place < len(word):
        size = 2 if word[place : place + 2] in table else 1
        made += table.get(word[place : place + size], word[place : place + size])
        place += size
    return made
