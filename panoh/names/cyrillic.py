"""Cyrillic letters as sounds: Tajik, Russian, Uzbek and Kyrgyz names in one table.

Tajik rows follow the national romanisations (official tables of BGN/PCGN 1994 and UNGEGN, secondary copies);
the Russian, Uzbek and Kyrgyz rows are general knowledge (provisional).
"""

from __future__ import annotations

import re
from functools import lru_cache

from panoh.names.sounds import smooth

LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ғ": "G", "д": "d", "е": "e", "ё": "yo", "ж": "Z", "з": "z",
    "и": "i", "ӣ": "i", "й": "y", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ӯ": "u", "ф": "f", "х": "x", "ҳ": "h", "ч": "c", "ҷ": "j",
    "ш": "S", "ъ": "", "э": "e", "ю": "yu", "я": "ya",
    "ц": "ts", "щ": "S", "ы": "i", "ь": "",
    "ў": "u", "ң": "n", "ө": "o", "ү": "u", "ұ": "u", "ә": "a", "і": "i", "ї": "i", "һ": "h", "ӂ": "j", "є": "e",
    "ӷ": "G", "ҡ": "q", "ҝ": "g", "ҹ": "j", "ӈ": "n", "ґ": "g",
}  # fmt: skip

# Legacy Tajik fonts put the six letters on the places of Serbian, Macedonian, Ukrainian and Belarusian ones.
LEGACY_FONT = str.maketrans("њљѓќїўЊЉЃЌЇЎ", "ҳҷғқӣӯҲҶҒҚӢӮ")
TAJIK_ONLY = frozenset("ҳҷғқӣӯҲҶҒҚӢӮ")
LEGACY_ONLY = frozenset("њљѓќЊЉЃЌ")

_TABLE = str.maketrans(LETTERS)
_INNER_DJ = re.compile("(?<=[аеиоуэюяёӣӯыў])дж")


@lru_cache(maxsize=65_536)
def readings(word: str) -> tuple[str, ...]:
    """How a lower-case Cyrillic word may be heard, the likeliest first: Ахмаджон may be Аҳма-ҷон or Аҳмад-ҷон.

    Two е are one to a clerk (Kanarev, Kanaryev) and е-йе to the next (Kanareyev, Kanareev).
    """
    found = [word.replace("дж", "ҷ")]
    if "ее" in word:
        found.append(found[0].replace("ее", "ейе"))
    if _INNER_DJ.search(word):
        found.append(_INNER_DJ.sub("дҷ", word))
    return tuple(smooth(each.translate(_TABLE)) for each in found)
