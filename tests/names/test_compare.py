"""Names of one person across scripts are found; names of two people stay apart."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from panoh.names import compare, keys

ONE_WOMAN = ("Муҳаббат Ҷӯраева", "Махаббат Джураева", "MUKHABBAT DZHURAEVA", "Muhabbat Jurazoda", "Ҷӯраева Муҳаббат")

SAME = [
    *((ONE_WOMAN[0], other) for other in ONE_WOMAN[1:]),
    ("Муҳаббат", "محبت"),
    ("Эмомалӣ Раҳмон", "Эмомали Шарипович Рахмонов"),
    ("Эмомалӣ Раҳмон", "امامعلی رحمان"),
    ("Ҷамшед Каримов", "Djamched Karimoff"),
    ("Љамшед Каримов", "Ҷамшед Каримзода"),
    ("Абдураҳмони Ҷомӣ", "عبدالرحمن جامی"),
    ("Abd al-Rahman Jami", "Абдурахман Джами"),
    ("Садриддин Айнӣ", "Sadr al-Din Ayni"),
    ("Шариф ҷон Ҳусейнов", "Sharifdzhon Khuseynov"),
    ("Бурҳонуддин Раббонӣ", "Раббани, Бурхануддин"),
    ("Аҳмадҷон Қобилов", "Qobilov Ahmadjon"),
    ("Ғаффоров Дилшод Абдуҳалим", "Gafforov Dilshod Halim"),
    ("اسد الله همتيار", "Asadullah Hematyar"),
    ("Муҳаммад Муҳаққиқ", "محمد محقق"),
    ("Каримов Шерзод Бахтиёрович", "Sherzod Karimov Baxtiyor o‘g‘li"),
    ("Md. Rafiqul Islam", "Мохаммад Рафикул Ислам"),
    ("Раҳимов М. С.", "М. С. Раҳимов"),
    *(("Канареева", other) for other in ("Kanareeva", "Kanareyeva", "Kanarejeva", "Kanarieva", "Kanareieva")),
    ("Канареева", "Kanaryeva"),
    ("Сергей Андреев", "ANDREEV SERGEI"),
    ("Сергей Андреев", "Andrejev Sergej"),
    ("Иванов Пётр Алексеевич", "IVANOV PETR ALEKSEEVICH"),
    ("Евгений Елисеев", "Yevgeny Yeliseyev"),
    ("Семёнова Алёна", "Semenova Alena"),
    ("PAXMOHOB COXPOБ", "Раҳмонов Сӯҳроб"),
    ("KAPUMOBA CAOДAT", "Саодат Каримова"),
    ("Рашид Каримов", "Rasheed Karimov"),
]
DIFFERENT = [
    ("Карим Раҳимов", "Раҳим Каримов"),
    ("Саид Каримов", "Саида Каримова"),
    ("Карим Салимов", "Карам Салимов"),
    ("Каримов Рустам Аҳмадович", "Каримов Фирдавс Аҳмадович"),
    ("Каримов Рустам Аҳмадович", "Каримов Рустам Саидович"),
    ("Зарина Каримова", "Зарифа Каримова"),
    ("Каримов Рустам Аҳмадович", "Каримов Аҳмад Рустамович"),  # a father and his son
    ("Азамат Кадыров", "Кадыров Кубаныч Азаматович"),
    ("Ҳомид Назаров", "Ҳамид Назаров"),
    ("Собир Азимов", "Сабур Азимов"),
    ("Сафар Каримов", "Зафар Каримов"),
    ("Ҳаёт Одинаев", "Hayit Odinaev"),
    ("Hakimov Islom Botir o‘g‘li", "Hakimov Botir Bekzod o‘g‘li"),
    ("حسن کریمی", "Ҳусейн Каримӣ"),
    ("Ҷӯраева М.", "Муҳаббат Ҷӯраева"),  # one initial is not enough
    ("Шариф", "Ҷаъфар"),
    ("Андреева Анна", "Андреев Иван"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_papers_of_one_person_are_proposed_and_share_a_key(one: str, other: str) -> None:
    found = compare(one, other)

    assert found.same, found.reasons
    assert keys(one) & keys(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_people_are_not_proposed_as_one(one: str, other: str) -> None:
    found = compare(one, other)

    assert not found.same, found.reasons


NAMES = st.text(alphabet="абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷш abcdefgkhshzj-'ابتثجحخدرزسمن১রহ", min_size=1, max_size=24)


@example("aо", "ha")
@example("aо", "ba")
@given(NAMES, NAMES)
def test_the_order_of_the_two_names_does_not_matter(one: str, other: str) -> None:
    there, back = compare(one, other), compare(other, one)

    assert there.score == back.score
    assert there.same == back.same


@given(NAMES.filter(lambda text: bool(keys(text))))
def test_a_name_that_is_more_than_initials_is_the_same_as_itself(name: str) -> None:
    found = compare(name, name)

    assert found.same
