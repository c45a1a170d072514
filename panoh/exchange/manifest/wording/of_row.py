"""The words for what is wrong with a row. The Russian and Tajik wordings are drafts."""

from __future__ import annotations

from panoh.exchange.manifest.wording.remedy import Remedy
from panoh.instruments.kinds.source import Words

_LOOK_AT_PAPER = Words(
    "Look at the paper again; where the day is not known, write the year alone.",
    "Посмотрите документ ещё раз; если день неизвестен, напишите только год.",
    "Ба ҳуҷҷат боз нигаред; агар рӯз маълум набошад, танҳо солро нависед.",
)
_BOTH_ROWS = Words(
    "Look at both papers. If it is one person, remove one row; if two, correct the number.",
    "Посмотрите оба документа. Если это один человек, удалите одну строку; если двое — исправьте номер.",
    "Ба ҳарду ҳуҷҷат нигаред. Агар як кас бошад, як сатрро нест кунед; агар ду кас бошанд, рақамро ислоҳ кунед.",
)

OF_ROW: dict[str, Remedy] = {
    "too_few_cells": Remedy(
        Words(
            "The row has fewer cells than there are columns; values may stand in the wrong column.",
            "В строке меньше ячеек, чем столбцов; значения могли сдвинуться.",
            "Дар сатр катакҳо аз сутунҳо камтаранд; қиматҳо шояд ҷойивазӣ шудаанд.",
        ),
        Words(
            "Put every value under its heading; leave empty cells empty.",
            "Поставьте каждое значение под его заголовок; пустые ячейки оставьте пустыми.",
            "Ҳар қиматро зери сарлавҳааш гузоред; катакҳои холиро холӣ монед.",
        ),
    ),
    "too_many_cells": Remedy(
        Words(
            "The row has more cells than there are columns; a value may contain the separator.",
            "В строке больше ячеек, чем столбцов; возможно, в значении есть разделитель.",
            "Дар сатр катакҳо аз сутунҳо зиёданд; шояд дар қимат ҷудокунак ҳаст.",
        ),
        Words(
            "Put a value that contains the separator in quotation marks.",
            "Значение с разделителем возьмите в кавычки.",
            "Қимати ҷудокунакдорро дар нохунак гиред.",
        ),
    ),
    "formula": Remedy(
        Words(
            "The cell begins like a formula of a spreadsheet.",
            "Ячейка начинается как формула таблицы.",
            "Катак мисли формулаи ҷадвал сар мешавад.",
        ),
        Words(
            "Write the plain value; ask who made the file why a formula stands there.",
            "Запишите само значение; спросите того, кто делал файл, откуда там формула.",
            "Худи қиматро нависед; аз созандаи файл пурсед, ки чаро он ҷо формула аст.",
        ),
    ),
    "error_value": Remedy(
        Words("The cell holds an error of the spreadsheet.", "В ячейке ошибка таблицы.", "Дар катак хатои ҷадвал аст."),
        Words("Write the value itself.", "Запишите само значение.", "Худи қиматро нависед."),
    ),
    "merged_cells": Remedy(
        Words(
            "The cell is merged with others: it is not clear of whom it speaks.",
            "Ячейка объединена с другими: неясно, о ком она.",
            "Катак бо дигарон якҷоя шудааст: маълум нест, ки дар бораи кист.",
        ),
        Words(
            "Unmerge the cells and write each person's own value.",
            "Разъедините ячейки и запишите для каждого его значение.",
            "Катакҳоро ҷудо кунед ва барои ҳар кас қимати худашро нависед.",
        ),
    ),
    "other_encoding": Remedy(
        Words(
            "This cell is in another encoding than the rest of the file.",
            "Эта ячейка в другой кодировке, чем остальной файл.",
            "Ин катак дар рамзгузории дигар аст, на чун қисми боқимондаи файл.",
        ),
        Words(
            "Type the value again from the paper or from the original list.",
            "Введите значение заново по документу или исходному списку.",
            "Қиматро аз рӯи ҳуҷҷат ё рӯйхати аслӣ аз нав нависед.",
        ),
    ),
    "not_printable": Remedy(
        Words(
            "The cell holds unreadable characters.", "В ячейке нечитаемые знаки.", "Дар катак аломатҳои нохоно ҳаст."
        ),
        Words("Type the value again.", "Введите значение заново.", "Қиматро аз нав нависед."),
    ),
    "too_long": Remedy(
        Words(
            "The value is too long for this column.",
            "Значение слишком длинное для этого столбца.",
            "Қимат барои ин сутун хеле дароз аст.",
        ),
        Words(
            "Check that values did not run together.",
            "Проверьте, не слились ли значения.",
            "Санҷед, ки қиматҳо якҷоя нашудаанд.",
        ),
    ),
    "nobody": Remedy(
        Words(
            "The row names nobody: neither a name nor a document number.",
            "В строке никто не назван: нет ни имени, ни номера документа.",
            "Дар сатр касе номбар нашудааст: на ном ва на рақами ҳуҷҷат.",
        ),
        Words(
            "Write at least one of them, even as far as it is known.",
            "Напишите хотя бы одно, пусть и не полностью.",
            "Ақаллан якеро нависед, ҳатто агар пурра маълум набошад.",
        ),
    ),
    "impossible_date": Remedy(Words("There is no such day.", "Такого дня нет.", "Чунин рӯз нест."), _LOOK_AT_PAPER),
    "not_a_date": Remedy(
        Words("This is not read as a date.", "Это не читается как дата.", "Ин ҳамчун сана хонда намешавад."),
        Words(
            "Write 1990-05-31, 31.05.1990 or 1990.",
            "Напишите 1990-05-31, 31.05.1990 или 1990.",
            "1990-05-31, 31.05.1990 ё 1990 нависед.",
        ),
    ),
    "two_digit_year": Remedy(
        Words("The year has two digits only.", "В годе только две цифры.", "Сол танҳо ду рақам дорад."),
        Words("Write the year with four digits.", "Напишите год четырьмя цифрами.", "Солро бо чор рақам нависед."),
    ),
    "other_calendar": Remedy(
        Words(
            "The year seems to be of the Solar or Lunar Hijri calendar.",
            "Год, похоже, по солнечной или лунной хиджре.",
            "Сол гӯё аз рӯи ҳиҷрии шамсӣ ё қамарӣ аст.",
        ),
        Words(
            "Write it in the Gregorian calendar; a year alone is enough.",
            "Запишите по григорианскому календарю; достаточно одного года.",
            "Бо тақвими мелодӣ нависед; танҳо сол ҳам бас аст.",
        ),
    ),
    "not_born_yet": Remedy(
        Words("The date lies after the day of the list.", "Дата позже дня списка.", "Сана баъд аз рӯзи рӯйхат аст."),
        _LOOK_AT_PAPER,
    ),
    "too_old": Remedy(
        Words("Nobody is known to be that old.", "Столько не живут.", "Касе ин қадар умр намебинад."), _LOOK_AT_PAPER
    ),
    "day_month_unclear": Remedy(
        Words(
            "Day and month may have changed places; only the year is taken.",
            "День и месяц могли поменяться местами; взят только год.",
            "Рӯз ва моҳ шояд ҷойивазӣ шудаанд; танҳо сол гирифта шуд.",
        ),
        Words(
            "Ask the person, or write 1990-05-31.",
            "Спросите человека или запишите 1990-05-31.",
            "Аз шахс пурсед ё 1990-05-31 нависед.",
        ),
    ),
    "read_day_first": Remedy(
        Words(
            "Read as day/month, as every clear date of this column is.",
            "Прочитано как день/месяц, как все ясные даты этого столбца.",
            "Ҳамчун рӯз/моҳ хонда шуд, мисли ҳамаи санаҳои равшани ин сутун.",
        ),
        Words(
            "Compare a few with the papers; if wrong, choose the other order for this list.",
            "Сверьте несколько с документами; если неверно, выберите для списка другой порядок.",
            "Чандтоашро бо ҳуҷҷатҳо муқоиса кунед; агар нодуруст бошад, барои рӯйхат тартиби дигарро интихоб кунед.",
        ),
    ),
    "read_month_first": Remedy(
        Words(
            "Read as month/day, as was said of this list or as every clear date of this column is.",
            "Прочитано как месяц/день — так указано для списка или таковы все ясные даты столбца.",
            "Ҳамчун моҳ/рӯз хонда шуд — барои рӯйхат чунин гуфта шудааст ё ҳамаи санаҳои равшани сутун чунинанд.",
        ),
        Words(
            "Compare a few with the papers; if wrong, choose the other order for this list.",
            "Сверьте несколько с документами; если неверно, выберите для списка другой порядок.",
            "Чандтоашро бо ҳуҷҷатҳо муқоиса кунед; агар нодуруст бошад, барои рӯйхат тартиби дигарро интихоб кунед.",
        ),
    ),
    "unknown_country": Remedy(
        Words(
            "No country has this code or name.",
            "Нет страны с таким кодом или названием.",
            "Кишваре бо ин рамз ё ном нест.",
        ),
        Words(
            "Write the two- or three-letter code of the passport, or the country's name.",
            "Напишите код из двух или трёх букв, как в паспорте, или название страны.",
            "Рамзи ду ё сеҳарфаи шиноснома ё номи кишварро нависед.",
        ),
    ),
    "unknown_sex": Remedy(
        Words("This is not read as a sex.", "Это не читается как пол.", "Ин ҳамчун ҷинс хонда намешавад."),
        Words(
            "Write female, male, other, or leave it empty.",
            "Напишите женский, мужской, другой или оставьте пустым.",
            "Зан, мард, дигар нависед ё холӣ монед.",
        ),
    ),
    "unknown_answer": Remedy(
        Words("This is not read as an answer.", "Это не читается как ответ.", "Ин ҳамчун ҷавоб хонда намешавад."),
        Words(
            "Write yes, no or unknown; empty means not asked.",
            "Напишите да, нет или неизвестно; пусто — не спрошено.",
            "Ҳа, не ё номаълум нависед; холӣ — пурсида нашудааст.",
        ),
    ),
    "same_document": Remedy(
        Words(
            "The document number stands in row {other_row} too.",
            "Этот номер документа есть и в строке {other_row}.",
            "Ин рақами ҳуҷҷат дар сатри {other_row} ҳам ҳаст.",
        ),
        _BOTH_ROWS,
    ),
    "same_person": Remedy(
        Words(
            "Name and birth date are those of row {other_row}.",
            "Имя и дата рождения те же, что в строке {other_row}.",
            "Ном ва санаи таваллуд мисли сатри {other_row} аст.",
        ),
        Words(
            "If it is one person, remove one row; if two, add a document number.",
            "Если это один человек, удалите одну строку; если двое — добавьте номер документа.",
            "Агар як кас бошад, як сатрро нест кунед; агар ду кас бошанд, рақами ҳуҷҷатро илова кунед.",
        ),
    ),
    "namesake": Remedy(
        Words(
            "The name is that of row {other_row}, with too little to tell whether it is one person; both are kept.",
            "Имя то же, что в строке {other_row}, данных мало, чтобы понять, один ли это человек; оставлены оба.",
            "Ном мисли сатри {other_row} аст, маълумот кам аст, ки оё як кас аст; ҳарду монда шуданд.",
        ),
        Words("Ask at the interview.", "Спросите на беседе.", "Дар сӯҳбат пурсед."),
    ),
}
