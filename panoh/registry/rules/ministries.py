"""A ministry whose own sign-in (OpenID Connect) leads into the posts of its officers, as the operator wrote it down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Ministry:
    """`second_step_when`: what the provider says of how somebody signed in there (`amr`) that counts as our second step."""

    id: str
    name: Mapping[str, str]
    issuer: str
    client_id: str
    secret: str = field(repr=False)
    second_step_when: tuple[str, ...] = ()

    def called(self, language: str) -> str:
        return self.name.get(language[:2]) or self.name["en"]
