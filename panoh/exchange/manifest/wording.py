"""The words for every fault of a manifest: what is wrong, and what to do. The Russian and Tajik wordings are drafts."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.source import Words


@dataclass(frozen=True, slots=True)
class Remedy:
    """What is wrong, and what whoever holds the file does about it."""

    what: Words
    remedy: Words


_SAVE_AS = Words(
    "Open it in the program it was made with and save it as “CSV UTF-8 (comma delimited)”.",
    "Откройте его в той программе, где он создан, и сохраните как «CSV UTF-8 (разделитель — запятая)».",
    "Онро дар барномае, ки сохта шудааст, кушоед ва ҳамчун «CSV UTF-8» нигоҳ доред.",
)
_SEE_TEMPLATE = Words(
    "Take the template and copy your columns under its headings.",
    "Возьмите шаблон и перенесите свои столбцы под его заголовки.",
    "Намунаро гиред ва сутунҳои худро зери сарлавҳаҳои он гузоред.",
)
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

OF_FILE: dict[str, Remedy] = {
    "empty": Remedy(
        Words("The file is empty.", "Файл пуст.", "Файл холӣ аст."),
        Words(
            "Check that you chose the right file.",
            "Проверьте, тот ли файл выбран.",
            "Санҷед, ки файли дуруст интихоб шудааст.",
        ),
    ),
    "not_text": Remedy(
        Words(
            "This is not a CSV text file; it looks like {looks_like}.",
            "Это не текстовый файл CSV; похоже на {looks_like}.",
            "Ин файли матнии CSV нест; ба {looks_like} монанд аст.",
        ),
        _SAVE_AS,
    ),
    "encoding": Remedy(
        Words(
            "The text is not UTF-8; it looks like {looks_like}.",
            "Текст не в UTF-8; похоже на {looks_like}.",
            "Матн дар UTF-8 нест; ба {looks_like} монанд аст.",
        ),
        _SAVE_AS,
    ),
    "line_too_long": Remedy(
        Words("A line is longer than any list has.", "Строка длиннее, чем бывает в списках.", "Сатр аз ҳад дароз аст."),
        Words(
            "Check that it is a list with one person per line.",
            "Проверьте, что это список: один человек в строке.",
            "Санҷед, ки ин рӯйхат аст: дар ҳар сатр як кас.",
        ),
    ),
    "quotation_open": Remedy(
        Words(
            "A quotation mark opened here or above is never closed, so that rows run together.",
            "Кавычка открыта здесь или выше и не закрыта, поэтому строки слились.",
            "Нохунак дар ин ҷо ё болотар кушода шуда, баста нашудааст, сатрҳо якҷоя шудаанд.",
        ),
        Words("Remove the lone quotation mark.", "Уберите лишнюю кавычку.", "Нохунаки зиёдатиро нест кунед."),
    ),
    "no_columns": Remedy(
        Words(
            "No column of the first row is one Panoh knows (it looks like: {shapes}).",
            "В первой строке нет ни одного известного столбца (выглядит так: {shapes}).",
            "Дар сатри аввал ягон сутуни маълум нест (чунин менамояд: {shapes}).",
        ),
        _SEE_TEMPLATE,
    ),
    "missing_columns": Remedy(
        Words(
            "There is no column that says who the people are: neither a name nor a document number.",
            "Нет столбца, из которого видно, кто эти люди: ни имени, ни номера документа.",
            "Сутуне нест, ки нишон диҳад, инҳо кистанд: на ном ва на рақами ҳуҷҷат.",
        ),
        _SEE_TEMPLATE,
    ),
    "same_column_twice": Remedy(
        Words(
            "The columns {columns} mean the same ({field}).",
            "Столбцы {columns} означают одно и то же ({field}).",
            "Сутунҳои {columns} як маъно доранд ({field}).",
        ),
        Words("Keep one of them.", "Оставьте один из них.", "Якеро гузоред."),
    ),
    "unknown_question": Remedy(
        Words(
            "The column {column} looks like a question, but no instrument has it.",
            "Столбец {column} похож на вопрос, но такого нет ни в одном инструменте.",
            "Сутуни {column} ба савол монанд аст, вале дар ягон абзор нест.",
        ),
        Words(
            "Correct its name to the question's id, so that no answer is lost.",
            "Исправьте его на код вопроса, чтобы ни один ответ не пропал.",
            "Номи онро ба рамзи савол ислоҳ кунед, то ягон ҷавоб гум нашавад.",
        ),
    ),
    "no_answers": Remedy(
        Words(
            "No column carries an answer to {instrument}.",
            "Ни в одном столбце нет ответов на {instrument}.",
            "Дар ягон сутун ҷавоб ба {instrument} нест.",
        ),
        Words(
            "Leave the instrument out, or add columns named by its questions.",
            "Не указывайте инструмент или добавьте столбцы с кодами его вопросов.",
            "Абзорро нагӯед ё сутунҳоро бо рамзи саволҳои он илова кунед.",
        ),
    ),
    "too_many_columns": Remedy(
        Words(
            "The file has {columns} columns; a list has at most {most}.",
            "В файле {columns} столбцов; в списке не больше {most}.",
            "Файл {columns} сутун дорад; дар рӯйхат на зиёда аз {most}.",
        ),
        _SEE_TEMPLATE,
    ),
    "header_only": Remedy(
        Words(
            "The file has headings but names nobody.",
            "В файле есть заголовки, но нет людей.",
            "Дар файл сарлавҳа ҳаст, вале касе нест.",
        ),
        Words("Add one row per person.", "Добавьте строку на каждого человека.", "Барои ҳар кас як сатр илова кунед."),
    ),
    "too_many_rows": Remedy(
        Words(
            "The list is longer than {most} people, the most that is taken at once.",
            "В списке больше {most} человек — столько за раз не принимается.",
            "Дар рӯйхат зиёда аз {most} кас аст; якбора ин қадар қабул намешавад.",
        ),
        Words(
            "Split it, by flight or day; nobody is doubled if parts overlap.",
            "Разделите его по рейсам или дням; при пересечении никто не удвоится.",
            "Онро аз рӯи парвоз ё рӯз тақсим кунед; касе дубора намешавад.",
        ),
    ),
}

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
