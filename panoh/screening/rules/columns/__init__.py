"""The column-wise shape of the screening rule: the same instrument, a hundred thousand people at a time.

`assess` explains one person; `ColumnRule` reckons lists. Both are read from the same instrument and tested equal.
"""

from panoh.screening.rules.columns.answers import AGE, UnknownAnswer, UnusableColumn
from panoh.screening.rules.columns.given import columns_read
from panoh.screening.rules.columns.rule import FINDINGS, ColumnRule

__all__ = ["AGE", "FINDINGS", "ColumnRule", "UnknownAnswer", "UnusableColumn", "columns_read"]
