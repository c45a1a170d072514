"""The refusal of a release, on its own so that whoever catches it need not start Arrow."""

from __future__ import annotations


class NotReleased(ValueError):
    """Nothing was released, and why and what to do. `paid` where budget is gone all the same."""

    def __init__(self, why: str, *, paid: bool = False) -> None:
        super().__init__(why)
        self.paid = paid
