"""Anticipated refusals: each says what was not done, why, and what to do next. All other failures are left to fail loudly."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """An act was not done. `reason` and `way_forward` are plain words for the person at the screen; `status` says
    the same over HTTP. `on_record`: the ledger has a line of it already."""

    code = "refused"
    status = 422
    on_record = False
    asks = False
    """Something is asked first: nothing was refused yet."""

    def __init__(self, reason: object, way_forward: object = "", *, subject: str = "") -> None:
        super().__init__(reason)
        self._reason, self._way_forward, self.subject = reason, way_forward, subject

    @property
    def reason(self) -> str:
        return str(self._reason)

    @property
    def way_forward(self) -> str:
        return str(self._way_forward)


class NotPermitted(Refused):
    """The post may not do this, or not in this case."""

    code = "not_permitted"
    status = 403


class OutOfOrder(Refused):
    """The procedure does not allow this step from where the case stands."""

    code = "out_of_order"


class Conflict(Refused):
    """Someone else changed it meanwhile. Nothing typed is lost: `both` holds the other version, where there is one."""

    code = "conflict"
    status = 409

    def __init__(self, reason: object, way_forward: object = "", *, subject: str = "", both: Any = None) -> None:
        super().__init__(reason, way_forward, subject=subject)
        self.both = both
