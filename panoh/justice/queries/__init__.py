"""Reads of justice. Criminal cases are read by their own desk and the prosecution only; counts name nobody."""

from panoh.justice.models import Relief
from panoh.justice.queries.case_block import CaseBlock, case_block
from panoh.justice.queries.worklist import worklist

__all__ = ["CaseBlock", "Relief", "case_block", "worklist"]
