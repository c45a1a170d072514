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
