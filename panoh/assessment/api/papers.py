"""What the API says of a document named as evidence."""

from __future__ import annotations

from datetime import date

from ninja import Schema

from panoh.assessment.rules.documents import Document


class PaperOut(Schema):
    """`when`: within the reporting period, before or after it. `issuer`: state, international, other, or empty where it was not
    asked yet. `counts`: it is official and not of after the period."""

    title: str
    on: date
    found_at: str
    issuer: str
    issued_by: str
    when: str
    counts: bool

    @staticmethod
    def of(paper: Document) -> PaperOut:
        return PaperOut(
            title=paper.title,
            on=paper.on,
            found_at=paper.found_at,
            issuer=paper.issuer,
            issued_by=paper.issued_by,
            when=paper.when.value,
            counts=paper.counts,
        )
