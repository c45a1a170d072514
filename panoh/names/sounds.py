"""The one alphabet in which names of every script meet, and what may be said of a word written in it.

Small letters are sounds that were written: b p t d k g q x h j c s z f v m n l r y and the vowels a e i o u,
with G for ғ, S for ш, Z for ж. Marks of Persian script stand for what it leaves open: A alef inside a word,
@ alef that carries a first vowel, W vav (v, u or o), I ye (y, i or e), E the silent last he, ' ayn and hamza.
"""

from __future__ import annotations

import re
from functools import lru_cache

_DOUBLE = re.compile(r"(.)\1+")
_LONG_I = re.compile(r"iy(?![aeou])|(?<![aeou])yi(?![aeou])")
_CLASSES = str.maketrans(
    {
        "x": "H", "h": "H",
        "k": "K", "q": "K", "g": "K", "G": "K",
        "c": "C", "j": "C", "Z": "C",
        "f": "P", "p": "P",
        "S": "S", "W": "v",
        **dict.fromkeys("aeiouyAIE@'", "."),
    }
)  # fmt: skip


def smooth(sounds: str) -> str:
    """Doubled letters once, й after и dropped, ц as с: the spellings Айний, Айни and Ayniy are one.

    Anything outside the alphabet, such as a letter of a third script inside the word, is left out.
    """
    if not sounds.isascii():
        sounds = sounds.encode("ascii", "ignore").decode()
    return _DOUBLE.sub(r"\1", _LONG_I.sub("i", _DOUBLE.sub(r"\1", sounds.replace("ts", "s"))))


@lru_cache(maxsize=131_072)
def skeleton(sounds: str) -> str:
    """The consonants in wide classes; a first vowel is V; a last h and every inner v are left out.

    An inner v goes because Persian و does not say whether it is one (دولت: Давлат, Dowlat, Daulat).
    """
    if not sounds:
        return ""
    classed = sounds.translate(_CLASSES)
    first = "V" if classed[0] == "." else classed[0]
    rest = classed[1:].replace(".", "").replace("v", "")
    if rest.endswith("H"):
        rest = rest[:-1]
    return _DOUBLE.sub(r"\1", first + rest)
