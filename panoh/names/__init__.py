"""Personal names across Tajik, Russian, Uzbek, Latin and Persian script: fold, keys, compare.

Acts: nobody; registry asks here for search keys and for how alike two names are. Pure: no clock, no file, no setting.
"""

from panoh.names.compare import SAME_FROM, Comparison, compare
from panoh.names.fold import normalise, script_of
from panoh.names.keys import KEYS_VERSION, keys

__all__ = ["KEYS_VERSION", "SAME_FROM", "Comparison", "compare", "keys", "normalise", "script_of"]
