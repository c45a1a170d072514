"""Common given and family names of six peoples, from which invented people are put together.

Every name here is borne by many thousands; together, at random, they mean no one. General knowledge (provisional).
A row is written as its own people writes it; Tajik and Afghan rows add the Persian spelling.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name as its people writes it, and its spelling in Persian, Latin and Russian where no rule makes it."""

    own: str
    persian: str = ""
    latin: str = ""
    russian: str = ""


@dataclass(frozen=True, slots=True)
class Stock:
    """The names of one people: men's, women's, and family stems or names."""

    men: tuple[Name, ...]
    women: tuple[Name, ...]
    families: tuple[Name, ...]


def _tajik(text: str) -> tuple[Name, ...]:
    """Each name with its Persian spelling."""
    return tuple(Name(*row.split()) for row in text.split(","))


def _plain(text: str) -> tuple[Name, ...]:
    return tuple(Name(word) for word in text.split())


def _in_three(text: str) -> tuple[Name, ...]:
    """Each name in Persian, Latin and Russian."""
    return tuple(Name(persian, persian, latin, russian) for persian, latin, russian in map(str.split, text.split(",")))


def _in_two(text: str) -> tuple[Name, ...]:
    """Each name in Latin and Russian."""
    return tuple(Name(latin, "", latin, russian) for latin, russian in map(str.split, text.split(",")))


TAJIK = Stock(
    men=_tajik(
        "Фирӯз فیروز, Рустам رستم, Далер دلیر, Ҷамшед جمشید, Хуршед خورشید, Парвиз پرویز, Суҳроб سهراب, Фаррух فرخ,"
        "Беҳрӯз بهروز, Шариф شریف, Карим کریم, Раҳмон رحمان, Иброҳим ابراهیم, Исмоил اسماعیل, Ҳасан حسن, Ҳусейн حسین,"
        "Абдулло عبدالله, Саид سعید, Зафар ظفر, Анвар انور, Умед امید, Бахтиёр بختیار, Манучеҳр منوچهر, Қурбон قربان,"
        "Ғафур غفور, Нозим ناظم, Толиб طالب, Юсуф یوسف, Ёқуб یعقوب, Сино سینا, Ҷаҳонгир جهانگیر, Искандар اسکندر"
    ),
    women=_tajik(
        "Муҳаббат محبت, Зарина زرینه, Нигора نگاره, Гулнора گلناره, Мадина مدینه, Фотима فاطمه,"
        "Ойша عایشه, Манижа منیژه,"
        "Таҳмина تهمینه, Шаҳноза شهنازه, Парвина پروینه, Меҳрангез مهرانگیز, Дилором دلارام, Сурайё ثریا, Зебо زیبا,"
        "Малика ملکه, Ҷамила جمیله, Ҳанифа حنیفه, Саодат سعادت, Фарзона فرزانه, Хуршеда خورشیده, Наргис نرگس,"
        "Нилуфар نیلوفر, Гулчеҳра گلچهره, Шаҳло شهلا, Рухшона رخشانه, Садбарг صدبرگ, Мавҷуда موجوده"
    ),
    families=_tajik(
        "Раҳим رحیم, Карим کریم, Назар نظر, Саид سعید, Шариф شریف, Ҳаким حکیم, Юсуф یوسف, Қосим قاسم, Собир صابر,"
        "Мурод مراد, Ҳоҷи حاجی, Ҷӯра جوره, Бобо بابا, Мирзо میرزا, Ғани غنی, Ниёз نیاز, Сафар صفر,"
        "Холиқ خالق, Олим عالم,"
        "Давлат دولت, Ашӯр عاشور, Раҷаб رجب, Шоҳ شاه, Қодир قادر, Ҷаббор جبار, Тоҳир طاهر"
    ),
)
UZBEK = Stock(
    men=_plain(
        "Sherzod Jasur Bobur Aziz Otabek Ulug‘bek Sardor Bekzod Farhod Shuhrat Alisher Dilshod Botir Islom Rustam"
        " Xurshid O‘tkir G‘ayrat Ravshan Oybek"
    ),
    women=_plain(
        "Dilnoza Malika Nodira Gulnora Feruza Zulfiya Barno Nilufar Shahnoza Lola Xurshida Muhabbat Oydin Sevara"
        " Kamola Yulduz Mohira Saida"
    ),
    families=_plain(
        "Karim Rahim Yusup Jo‘ra Yo‘ldosh Tosh Ergash Xolmat Abdulla Mirza Qodir Usmon Sobir Umar To‘ra Nazar"
        " Hakim Sulton"
    ),
)
RUSSIAN = Stock(
    men=_plain("Александр Сергей Андрей Дмитрий Алексей Иван Николай Михаил Павел Владимир Юрий Игорь Олег Виктор"),
    women=_plain("Анна Мария Елена Ольга Наталья Татьяна Ирина Светлана Юлия Екатерина Людмила Галина Вера Надежда"),
    families=_plain("Иван Петр Сидор Смирн Кузнец Поп Волк Сокол Лебед Козл Новик Мороз Павл Семен Степан Федор"),
)
AFGHAN = Stock(
    men=_in_three(
        "احمد Ahmad Ахмад,محمود Mahmood Махмуд,حامد Hamed Хамед,نجیب‌الله Najibullah Наджибулла,رحیم Rahim Рахим,"
        "سمیع Sami Сами,فرید Farid Фарид,جاوید Javid Джавид,نصیر Nasir Насир,عزیز Aziz Азиз,"
        "غلام‌علی Ghulamali Гуламали,"
        "عبدالرحمن Abdulrahman Абдуррахман,محمدعلی Mohammadali Мохаммадали,شفیق Shafiq Шафик,یوسف Yousuf Юсуф"
    ),
    women=_in_three(
        "فاطمه Fatima Фатима,زهرا Zahra Захра,مریم Maryam Марьям,نرگس Nargis Наргис,"
        "شکریه Shukria Шукрия,لیلا Laila Лайла,"
        "فرشته Fereshta Ферешта,زرغونه Zarghuna Заргуна,پروین Parwin Парвин,حمیده Hamida Хамида,ملالی Malalai Малалай,"
        "صدیقه Sediqa Седика,نجیبه Najiba Наджиба,رقیه Roqia Рукия"
    ),
    families=_in_three(
        "احمدی Ahmadi Ахмади,رحیمی Rahimi Рахими,حسینی Hussaini Хусейни,نظری Nazari Назари,کریمی Karimi Карими,"
        "محمدی Mohammadi Мохаммади,رضایی Rezaie Резаи,نوری Noori Нури,حیدری Haidari Хайдари,یوسفی Yousufi Юсуфи,"
        "عظیمی Azimi Азими,صادقی Sadiqi Садики,قاسمی Qasimi Касими,امیری Amiri Амири"
    ),
)
KYRGYZ = Stock(
    men=_plain("Нурлан Бакыт Азамат Эрлан Талант Улан Марат Бекболот Жаныбек Айбек Кубаныч Темирлан Өмүрбек Үсөн"),
    women=_plain("Айгүл Айнура Гүлзат Жылдыз Назгүл Бермет Чолпон Айзада Мээрим Нургүл Асел Динара Жамал Бүбүсара"),
    families=_plain("Асан Токтогул Жумабай Осмон Мамат Исак Бейшен Абдылда Сыдык Эсен Турдубай Алым Кадыр Шаршен"),
)
BANGLADESHI = Stock(
    men=_in_two(
        "Rafiqul Рафикул,Shafiqul Шафикул,Jahangir Джахангир,Kamal Камал,Habibur Хабибур,Nazrul Назрул,Mizanur Мизанур,"
        "Aminul Аминул,Rezaul Резаул,Delwar Делвар,Monir Монир,Sohel Сохел"
    ),
    women=_in_two(
        "Rahima Рахима,Fatema Фатема,Salma Салма,Nasrin Насрин,Shirin Ширин,Rokeya Рокея,"
        "Hasina Хасина,Jahanara Джаханара,"
        "Taslima Таслима,Rehana Рехана,Kohinur Кохинур,Shahida Шахида"
    ),
    families=_in_two(
        "Islam Ислам,Hossain Хоссейн,Rahman Рахман,Ahmed Ахмед,Uddin Уддин,Alam Алам,"
        "Miah Миа,Sarkar Саркар,Chowdhury Чоудхури"
    ),
)
