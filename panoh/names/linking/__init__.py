"""Which rows of one list may be one person: pairs with what speaks for and against, for a person to decide.

Rows meet where they share a key (`blocks`), what stands against each other at once is left (`facts`), names are compared
(`panoh.names.compare`), and the evidence is weighed (`weights`). Nothing is merged.
"""

from panoh.names.linking.linking import Link, link
from panoh.names.linking.rows import Row

__all__ = ["Link", "Row", "link"]
