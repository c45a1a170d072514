"""A device in words its owner knows it by, and nothing finer: a browser and a system, no version, no address."""

from __future__ import annotations

BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "YaBrowser": "Yandex",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "Chrome": "Chrome",
    "CriOS": "Chrome",
    "Safari": "Safari",
}
"""By the sign each leaves, those first that leave another's sign beside their own."""
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS X": "Mac",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}


def described(agent: str) -> str:
    """From what a browser says of itself; empty where it says nothing known."""
    named = (_first(BROWSERS, agent), _first(SYSTEMS, agent))
    return ", ".join(word for word in named if word)


def _first(known: dict[str, str], agent: str) -> str:
    return next((word for sign, word in known.items() if sign in agent), "")
