"""The words for every fault of a manifest, of the file and of a row, in the working languages."""

from panoh.exchange.manifest.wording.of_file import OF_FILE
from panoh.exchange.manifest.wording.of_penalty import OF_PENALTY
from panoh.exchange.manifest.wording.of_row import OF_ROW as OF_PERSON
from panoh.exchange.manifest.wording.remedy import Remedy

OF_ROW = {**OF_PERSON, **OF_PENALTY}

__all__ = ["OF_FILE", "OF_ROW", "Remedy"]
