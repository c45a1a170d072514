"""Ministries whose own sign-in leads into posts: `ministries.yaml` in the data folder, written by whoever runs the server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from panoh.instruments.reader import TextError, read
from panoh.registry.rules.ministries import Ministry

NAME = "ministries.yaml"
NEEDED, OPTIONAL = {"id", "name", "issuer", "client_id", "secret_file"}, {"second_step_when"}


def ministries(folder: Path) -> tuple[Ministry, ...]:
    """Empty where there is no file. A mistake stops the start and says where it is: nothing is let in by a guess."""
    path = folder / NAME
    if not path.exists():
        return ()
    try:
        return tuple(_ministry(entry, folder) for entry in read(path)["ministries"])
    except (TextError, KeyError, TypeError) as wrong:
        raise SystemExit(f"{path}: {wrong}") from None


def _ministry(entry: dict[str, Any], folder: Path) -> Ministry:
    if wrong := (NEEDED - set(entry)) | (set(entry) - NEEDED - OPTIONAL):
        raise TextError(f"{entry.get('id', 'an entry')}: missing or unknown: {', '.join(sorted(wrong))}")
    if not entry["issuer"].startswith("https://"):
        raise TextError(f"{entry['id']}: the issuer is reached over https only")
    secret = (folder / entry["secret_file"]).read_text(encoding="utf-8").strip()
    name = {"en": entry["name"]} if isinstance(entry["name"], str) else dict(entry["name"])
    means = tuple(entry.get("second_step_when", ()))
    return Ministry(entry["id"], name, entry["issuer"].rstrip("/"), entry["client_id"], secret, means)
