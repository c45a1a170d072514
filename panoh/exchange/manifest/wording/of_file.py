"""The words for what is wrong with a file as a whole. The Russian and Tajik wordings are drafts."""

from __future__ import annotations

from panoh.exchange.manifest.wording.remedy import Remedy
from panoh.instruments.kinds.source import Words

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
    "old_workbook": Remedy(
        Words(
            "This is an old Excel workbook (.xls).",
            "Это старая книга Excel (.xls).",
            "Ин китоби кӯҳнаи Excel (.xls) аст.",
        ),
        Words(
            "Open it in Excel and save it as .xlsx.",
            "Откройте её в Excel и сохраните как .xlsx.",
            "Онро дар Excel кушоед ва ҳамчун .xlsx нигоҳ доред.",
        ),
    ),
    "locked": Remedy(
        Words("The file is locked with a password.", "Файл защищён паролем.", "Файл бо парол баста шудааст."),
        Words(
            "Open it with the password and save it without one; send it here, not by mail.",
            "Откройте его с паролем и сохраните без пароля; отправьте сюда, а не по почте.",
            "Онро бо парол кушоед ва бе парол нигоҳ доред; ба ин ҷо фиристед, на бо почта.",
        ),
    ),
    "damaged": Remedy(
        Words(
            "The file cannot be read further; it is damaged or not what its name says.",
            "Файл не читается дальше: он повреждён или это не то, что говорит его имя.",
            "Файл минбаъд хонда намешавад: вайрон аст ё он чизе нест, ки номаш мегӯяд.",
        ),
        Words(
            "Save it again in the program it was made with, or save it as CSV UTF-8.",
            "Сохраните его заново в той программе, где он создан, или как CSV UTF-8.",
            "Онро дар барномае, ки сохта шудааст, аз нав нигоҳ доред ё ҳамчун CSV UTF-8.",
        ),
    ),
    "too_large_unpacked": Remedy(
        Words(
            "Unpacked, the file would fill {megabytes} MB; no list of people does.",
            "В распакованном виде файл займёт {megabytes} МБ; таких списков людей не бывает.",
            "Файл пас аз кушодан {megabytes} МБ мешавад; чунин рӯйхати одамон намешавад.",
        ),
        Words(
            "Copy the rows of people into a new workbook, or save them as CSV UTF-8.",
            "Скопируйте строки с людьми в новую книгу или сохраните их как CSV UTF-8.",
            "Сатрҳои одамонро ба китоби нав нусха кунед ё ҳамчун CSV UTF-8 нигоҳ доред.",
        ),
    ),
    "no_such_sheet": Remedy(
        Words(
            "The workbook has no sheet “{sheet}”; it has: {sheets}.",
            "В книге нет листа «{sheet}»; есть: {sheets}.",
            "Дар китоб варақи «{sheet}» нест; ҳаст: {sheets}.",
        ),
        Words(
            "Write the name as it stands on the tab, or leave it empty, and choose the file again.",
            "Напишите имя, как на ярлычке, или оставьте пустым, и выберите файл ещё раз.",
            "Номро чунон ки дар варақ навишта шудааст, нависед ё холӣ монед ва файлро аз нав интихоб кунед.",
        ),
    ),
    "nested_column": Remedy(
        Words(
            "The column {column} holds lists, groups or bytes, not one plain value per person.",
            "Столбец {column} содержит списки, группы или байты, а не одно значение на человека.",
            "Сутуни {column} рӯйхат, гурӯҳ ё байт дорад, на як қимат барои ҳар кас.",
        ),
        Words(
            "Write it as plain columns, or leave it out.",
            "Запишите его простыми столбцами или уберите.",
            "Онро бо сутунҳои оддӣ нависед ё партоед.",
        ),
    ),
    "no_headings": Remedy(
        Words(
            "The first row seems to name a person, not columns (it looks like: {shapes}).",
            "Первая строка, похоже, называет человека, а не столбцы (выглядит так: {shapes}).",
            "Сатри аввал гӯё шахсро ном мебарад, на сутунҳоро (чунин менамояд: {shapes}).",
        ),
        Words(
            "Add a row above that says what each column holds.",
            "Добавьте сверху строку с названиями столбцов.",
            "Аз боло сатре бо номи сутунҳо илова кунед.",
        ),
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
