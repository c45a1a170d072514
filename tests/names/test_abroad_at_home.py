"""Ordinary Tajik and Russian spellings in Latin letters show no convention of another country, and make nobody the same."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from panoh.names import compare
from panoh.names import parts as parts_of_names
from panoh.names.abroad import shown_in
from panoh.names.parts import all_skeletons, parts

GIVEN = (
    "Zokir Shokir Zohir Zohid Shohid Zohida Shohida Sohiba Zamira Shamira Samira Zarina Sharina Sarina Zarif Sharif Sarif"
    " Zafar Safar Jafar Ghafur Ghani Ghiyos Ghoib Zebo Ziyo Ziyod Siyod Soliha Solim Zolim Shoira Zoira Zair Said Shahid Zubaida"
    " Subhon Shuhrat Sukhrob Zuhro Shahlo Sahro Zahro Shirin Sirin Shodi Sodiq Zodiq Shams Shamsiya Bunyod Tatyana Nargis Narg"
    " Abbos Abbas Firdavs Yunus Ilyos Aziz Azizjon Najmiddin Siroj Jamshed Jamila Jalol Jovid Chori Chaman Hasan Husayn Khusrav"
    " Sherzod Shahzod Zafarjon Safarbek Zulfiya Sulfiya Usmon Uzmon Ismoil Isroil Rustam Parviz Parvina Manizha Munisa Muniza"
)  # fmt: skip
FAMILIES = (
    "Karimova Djuraev Bunyodov Ghiyosov Karimowa Giyosov Giasova Saidzoda Abboszoda Azizjonov Yunusjonov Jūraeva Karimī"
    " Parvizshohov Hojijonov Manija"
)
DIFFERENT = [
    ("Zokir Ghiyosov", "Shokir Ghiyosov"),
    ("Zohida Ghiyosova", "Shohida Ghiyosova"),
    ("Zamira Ghiyosova", "Shamira Ghiyosova"),
    ("Zohir Bunyodov", "Zokir Bunyodov"),
    ("Nargis Abbas", "Narg Abb"),
    ("Zokir Rahimov Ghiyosovich", "Shokir Rahimov Ghiyosovich"),
    ("Zokir Karimowa", "Shokir Karimowa"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_ordinary_letters_make_no_two_people_one(one: str, other: str) -> None:
    assert not compare(one, other).same


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Names are read as at home only, from the moment `shown_in` is set so."""
    parts.cache_clear()
    yield monkeypatch
    parts.cache_clear()
    all_skeletons.cache_clear()


def test_no_pair_of_common_names_is_the_same_that_was_not_by_its_plain_reading(at_home: pytest.MonkeyPatch) -> None:
    pairs = [
        (f"{one} {family}", f"{other} {family}")
        for one, other in combinations(GIVEN.split(), 2)
        for family in FAMILIES.split()
    ]
    same = [pair for pair in pairs if compare(*pair).same]

    at_home.setattr(parts_of_names.abroad, "shown_in", lambda _words: ())
    parts.cache_clear()
    all_skeletons.cache_clear()

    assert [pair for pair in same if not compare(*pair).same] == []


@pytest.mark.parametrize("name", [*GIVEN.split(), *FAMILIES.split(), "Tatjana Nikolaj", "Ėlmira Èradj", "Maḥmūd Karīm"])
def test_a_name_as_people_at_home_write_it_shows_no_other_country(name: str) -> None:
    assert shown_in(tuple(name.lower().split())) == ()
