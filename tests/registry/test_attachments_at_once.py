"""Two officers at once, with real threads and real transactions: one file once, one better copy, the limit for both."""

from __future__ import annotations

from panoh.registry import ledger
from panoh.registry.actions import (
    add_attachment,
    put_back_attachment,
    remove_attachment,
    replace_attachment,
    set_aside_attachment,
)
from panoh.registry.actions.attachments import adding
from panoh.registry.models import Attachment
from panoh.registry.refusals import Conflict, Refused
from panoh.registry.rules.attachments import cleaned
from tests.registry.files import jpeg


def test_the_same_photograph_sent_twice_at_once_is_there_once(at_once, case, cast, now):
    def send():
        return add_attachment(case=case, kind="injury", label="", content=jpeg(), by=cast.zarina, at=now)

    came = at_once(send, send)

    assert sorted(type(each).__name__ for each in came) == ["Attachment", "Conflict"]
    assert Attachment.objects.count() == 1
    assert ledger.verify().whole


def test_two_files_at_once_get_two_numbers_and_the_limit_holds_for_both(at_once, case, cast, now, monkeypatch):
    size = len(cleaned(jpeg())[1])
    monkeypatch.setattr(adding, "MOST_IN_A_CASE", 3 * size - 1)

    def send(width):
        return add_attachment(case=case, kind="injury", label="", content=jpeg(width=width), by=cast.zarina, at=now)

    came = at_once(*(lambda width=width: send(width) for width in (8, 9, 10)))

    assert sorted(each.number for each in came if isinstance(each, Attachment)) == [1, 2]
    assert sum(isinstance(each, Refused) for each in came) == 1


def test_two_better_copies_at_once_and_one_is_taken(at_once, attach, cast, now):
    first = attach()

    def better(width, by):
        return replace_attachment(earlier=first, label="", content=jpeg(width=width), by=by, at=now)

    came = at_once(lambda: better(20, cast.zarina), lambda: better(21, cast.nigina))

    assert sorted(type(each).__name__ for each in came) == ["Attachment", "Conflict"]


def test_one_erases_and_one_puts_back_at_once_and_one_of_it_happens(at_once, attach, cast, now):
    made = attach()
    set_aside_attachment(attachment=made, because="twice", by=cast.zarina, at=now)

    came = at_once(
        lambda: remove_attachment(attachment=made, by=cast.nigina, at=now),
        lambda: put_back_attachment(attachment=made, by=cast.zarina, at=now),
    )

    assert sum(isinstance(each, Conflict) for each in came) == 1
    made.refresh_from_db()
    assert made.erased is (made.removed_at is not None)
