"""Reads of justice. Criminal cases are read by their own desk and the prosecution only; counts name nobody."""

from panoh.justice.models import PermitRequest, Relief
from panoh.justice.queries.case_block import CaseBlock, case_block
from panoh.justice.queries.worklist import parts, worklist

__all__ = ["CaseBlock", "PermitRequest", "Relief", "case_block", "parts", "worklist"]
