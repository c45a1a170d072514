"""A file that goes out to the public, in the words of DCAT: where it lies, what it is, and the hash by which it is known."""

from __future__ import annotations

import hashlib

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "spdx": "http://spdx.org/rdf/terms#",
}


def distribution(name: str, *, address: str, kind: str, content: bytes) -> dict[str, object]:
    return {
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": kind,
        "dcat:byteSize": len(content),
        "spdx:checksum": {"spdx:algorithm": "sha256", "spdx:checksumValue": hashlib.sha256(content).hexdigest()},
    }
