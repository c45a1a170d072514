"""How I sign in: what an officer holds beside the password, and what they have to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import segno

from panoh.desk.posts_page import help_to_confirm
from panoh.desk.second_step import few_codes_left, help_not_noted
from panoh.registry import vault
from panoh.registry.actions.factors import codes_left, held_by
from panoh.registry.models import Factor, FactorHelp, Officer, sign_in_rule
from panoh.registry.rules import one_time_codes as codes

ISSUER = "Panoh"


@dataclass(frozen=True)
class OwnFactors:
    """`few`: how many codes of the sheet are left, when it is time for a new one. `asked`: the post asks for a second step."""

    factors: tuple[Factor, ...]
    asked: bool
    must_add: bool
    has_device: bool
    codes_left: int
    few: int | None
    helped: tuple[FactorHelp, ...]
    to_confirm: tuple[FactorHelp, ...]


@dataclass(frozen=True)
class AppToProve:
    """`letters`: the secret, to be typed where no picture can be read."""

    picture: str
    letters: str


def own_factors(officer: Officer, *, must_add: bool) -> OwnFactors:
    held = tuple(held_by(officer))
    return OwnFactors(
        factors=held,
        asked=sign_in_rule(officer).second_step,
        must_add=must_add and not held,
        has_device=any(each.kind != Factor.Kind.SHEET for each in held),
        codes_left=codes_left(officer),
        few=few_codes_left(officer),
        helped=tuple(help_not_noted(officer)),
        to_confirm=tuple(help_to_confirm(officer)),
    )


def app_to_prove(officer: Officer) -> AppToProve | None:
    """What the officer's app has to read; only they are shown it, and only until they proved it."""
    factor = Factor.objects.filter(officer=officer, kind=Factor.Kind.APP, added_at=None).first()
    if factor is None:
        return None
    secret = vault.unseal(factor)["secret"]
    address = codes.address_for_app(secret, name=officer.username, issuer=ISSUER)
    return AppToProve(picture=_square_picture(address), letters=" ".join(_fours(secret)))


def _square_picture(text: str) -> str:
    """A QR code as a drawing inside the page: no request, no script."""
    drawn = BytesIO()
    segno.make(text, error="m").save(drawn, kind="svg", scale=5, xmldecl=False, svgns=True, nl=False)
    return drawn.getvalue().decode()


def _fours(secret: str) -> list[str]:
    return [secret[at : at + 4] for at in range(0, len(secret), 4)]
