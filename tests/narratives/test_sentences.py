"""Where sentences end, and where sections begin."""

from __future__ import annotations

import pytest

from panoh.narratives.layout import paragraphs
from panoh.narratives.sentences import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The U.S. Embassy helped. It left.", 2),
        ("Order No. 5 was issued to Mr. Rahimov. Police acted.", 2),
        ("He paid 5.5 million. She did not.", 2),
        ("They were “vulnerable.” Courts convicted two.", 2),
        ("Adopt procedures. • Train police. • Fund shelters.", 3),
    ],
)
def test_a_stop_ends_a_sentence_only_where_it_is_one(text: str, count: int) -> None:
    assert len(list(sentences(text, 0, len(text)))) == count


def test_a_sentence_is_an_exact_slice_of_the_text() -> None:
    text = "  First one.  Second one.\n"

    found = [text[start:end] for start, end in sentences(text, 0, len(text))]

    assert found == ["First one.", "Second one."]


def test_recommendations_and_the_profile_are_told_apart_from_the_sections() -> None:
    text = "MALTA: Tier 2\nThe Government of Malta acts.\nRECOMMENDATIONS\nTrain 5.\nPROSECUTION\nA.\nTRAFFICKING PROFILE\nB."

    kinds = [paragraph.section for paragraph in paragraphs(text)]

    assert kinds == ["header", "introduction", "recommendations", "prosecution", "profile"]


def test_a_heading_that_lost_its_line_still_opens_its_section() -> None:
    text = (
        "Efforts grew.RECOMMENDATIONS FOR ST. LUCIATrain 5.PROSECUTIONThe courts acted. PROTECTION Police identified 3."
    )

    kinds = [paragraph.section for paragraph in paragraphs(text)]

    assert kinds == ["introduction", "recommendations", "prosecution", "protection"]
