"""Which common name a word is, so that two names close in sound and different in life stay apart.

Сафар and Зафар, Собир and Сабур, Ҷалолиддин and Ҷамолиддин differ by one sound, like many misspellings;
only knowing them for two names tells. A spelling that is no known name is left to the distance of sounds.
"""

from __future__ import annotations

import re
from functools import lru_cache

from panoh.names.lexicon import ALSO_KNOWN, SAID_ALIKE
from panoh.names.persian_names import SPOKEN

_FOLDED = str.maketrans({"x": "h", "q": "k", "G": "g", "Z": "j", "o": "a", "e": "i", "y": None})
_SHELL = re.compile(r"^(abdu)?(..+?)(idin|ulo|ul|ur)?$")


def folded(sounds: str) -> str:
    """The name without what papers confuse: х and ҳ, қ and к, о and а, е and и, and without a linking -и."""
    name = sounds.translate(_FOLDED)
    return name.removesuffix("i") if len(name) > 3 else name


KNOWN = frozenset(folded(name) for name in {*SPOKEN.values(), *ALSO_KNOWN}) - frozenset(map(folded, SAID_ALIKE))

NAMES = frozenset({*SPOKEN.values(), *ALSO_KNOWN}) - SAID_ALIKE


@lru_cache(maxsize=65_536)
def known_as(sounds: str) -> str:
    """The known name these sounds are, with Abdu-, -iddin and -ullo kept as shells; empty when none."""
    name = folded(sounds)
    if name in KNOWN:
        return name
    shell = _SHELL.match(name)
    if shell is not None and (shell.group(1) or shell.group(3)) and shell.group(2) in KNOWN:
        return name
    return ""
