"""The document of an order: sealed, opened by whoever watches, shut at once when it names somebody, erased by nobody."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from panoh.prevention import actions
from panoh.prevention.actions import order_papers
from panoh.prevention.models import OrderPaper
from panoh.prevention.queries.mobilisations import order_page, read_order_paper
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.prevention.made import a_site, an_order
from tests.registry.files import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(cast, now):
    return an_order(
        a_site(by=cast.zarina, at=now), by=cast.zarina, at=now, orderer="канарейка: the district", document="17-к"
    )


@pytest.fixture
def paper(order, cast, now) -> OrderPaper:
    return actions.add_order_paper(order=order, content=pdf(), by=cast.zarina, at=now)


def test_the_document_comes_out_as_it_went_in_and_its_name_tells_nothing(order, paper, cast, now):
    content, media, name = read_order_paper(cast.zarina, paper.pk, at=now)

    assert (content[:5], media, name) == (b"%PDF-", "application/pdf", f"{order.reference}-1.pdf")
    assert bytes(paper.sealed).find(b"%PDF") == -1
    line = LedgerEntry.objects.get(act="read_order_paper")
    assert (line.subject, line.detail["number"]) == (f"order:{order.pk}", 1)


def test_the_page_of_an_order_opens_what_is_sealed_of_it_also_where_it_names_no_site(cast, now):
    order = actions.record_order(
        given=actions.OrderGiven(on=now.date(), whom="conscripts", division="TJ-SU", orderer="the draft board"),
        by=cast.nigina,
        at=now,
    )

    page = order_page(cast.nigina, order.pk, at=now)

    assert (page.orderer, page.papers) == ("the draft board", ())
    assert LedgerEntry.objects.filter(act="read_order").exists()


def test_what_names_pupils_is_shut_at_once_and_another_officer_puts_it_back(paper, cast, now):
    with pytest.raises(Refused, match="reason"):
        actions.set_order_paper_aside(paper=paper, because="moon", by=cast.zarina, at=now)
    actions.set_order_paper_aside(paper=paper, because="names", by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder, match="set aside"):
        read_order_paper(cast.nigina, paper.pk, at=now)
    with pytest.raises(Conflict, match="already"):
        actions.set_order_paper_aside(paper=paper, because="other", by=cast.nigina, at=now)
    with pytest.raises(Refused, match="yourself"):
        actions.put_order_paper_back(paper=paper, by=cast.zarina, at=now)
    actions.put_order_paper_back(paper=paper, by=cast.nigina, at=now)
    with pytest.raises(Conflict, match="stands"):
        actions.put_order_paper_back(paper=paper, by=cast.nigina, at=now)

    assert read_order_paper(cast.zarina, paper.pk, at=now)[0]


def test_the_same_file_twice_a_program_and_a_box_of_files_are_refused_with_the_way(
    order, paper, cast, now, monkeypatch
):
    with pytest.raises(Conflict, match="number 1"):
        actions.add_order_paper(order=order, content=pdf(), by=cast.zarina, at=now)
    with pytest.raises(Refused, match="program"):
        actions.add_order_paper(order=order, content=b"MZ\x90\x00", by=cast.zarina, at=now)
    monkeypatch.setattr(order_papers, "MOST_OF_AN_ORDER", paper.size)
    with pytest.raises(Refused, match="more than"):
        actions.add_order_paper(order=order, content=pdf(objects=b"9 0 obj <<>> endobj\n"), by=cast.zarina, at=now)


def test_whoever_does_not_watch_there_learns_nothing(order, paper, cast, now):
    for name in ("shahlo", "behruz", "safar"):
        with pytest.raises(NotPermitted):
            read_order_paper(cast.officers[name], paper.pk, at=now)
        with pytest.raises(NotPermitted):
            actions.add_order_paper(order=order, content=pdf(), by=cast.officers[name], at=now)


def test_on_the_page_a_file_is_chosen_sent_and_taken_down(client, order, cast):
    client.force_login(cast.zarina)
    address = reverse("prevention:add_order_paper", args=[order.pk])

    assert "choose a file" in client.post(address, {}).content.decode()
    odd = SimpleUploadedFile("list.docx", b"PK\x03\x04 words")
    assert "not a PDF" in client.post(address, {"file": odd}).content.decode()
    sent = client.post(address, {"file": SimpleUploadedFile("order.pdf", pdf())})

    assert sent.status_code == 302
    assert "Number 1" in client.get(sent.url).content.decode()
    found = OrderPaper.objects.get()
    taken = client.get(reverse("prevention:order_paper", args=[found.pk]))
    assert taken.headers["Content-Disposition"].startswith("attachment")
    assert taken.content.startswith(b"%PDF-")


def test_the_api_gives_the_order_with_its_papers(client, order, paper, cast):
    client.force_login(cast.zarina)

    read = client.get(f"/api/prevention/orders/{order.pk}").json()

    assert (read["document"], [each["number"] for each in read["papers"]]) == ("17-к", [1])
    assert client.get(f"/api/prevention/order-papers/{paper.pk}").content.startswith(b"%PDF-")
