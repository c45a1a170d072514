"""The words for every fault of a manifest, of the file and of a row, in the working languages."""

from panoh.exchange.manifest.wording.of_file import OF_FILE
from panoh.exchange.manifest.wording.of_row import OF_ROW
from panoh.exchange.manifest.wording.remedy import Remedy

__all__ = ["OF_FILE", "OF_ROW", "Remedy"]
