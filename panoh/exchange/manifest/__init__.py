"""Reading a list of people returned: CSV, Excel workbook or Parquet in, people and plainly explained faults out.

Needs no records.
"""

from panoh.exchange.manifest.faults import Fault, ManifestUnusable, Remedy
from panoh.exchange.manifest.reader import Line, Manifest, open_manifest

__all__ = ["Fault", "Line", "Manifest", "ManifestUnusable", "Remedy", "open_manifest"]
