"""Acts on figures: editions, releases, the answer file, reports and what they say.

Russian and Tajik wording is a draft.
"""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

FIGURES: dict[str, Words] = {
    "prepare_edition": Words(
        "An edition of figures is prepared", "Подготовка выпуска показателей", "Омода кардани нашри нишондиҳандаҳо"
    ),
    "sign_edition": Words(
        "An edition of figures is signed or refused",
        "Подпись выпуска показателей или отказ",
        "Имзои нашри нишондиҳандаҳо ё рад",
    ),
    "correct_edition": Words(
        "A correction of an edition is prepared", "Исправление выпуска показателей", "Ислоҳи нашри нишондиҳандаҳо"
    ),
    "propose_publication": Words(
        "The publication of an edition is proposed", "Предложение опубликовать выпуск", "Пешниҳоди нашр кардан"
    ),
    "answer_publication": Words("A publication is agreed to or not", "Ответ о публикации", "Ҷавоб дар бораи нашр"),
    "take_out_figures": Words("Figures were taken out as a file", "Выгрузка показателей", "Баровардани нишондиҳандаҳо"),
    "take_out_cases": Words(
        "Cases without names were taken out as a file", "Выгрузка дел без имён", "Баровардани парвандаҳо бе ном"
    ),
    "take_answers": Words("The answer file was taken out", "Выгрузка файла ответов", "Баровардани файли ҷавобҳо"),
    "spend_privacy_budget": Words(
        "A release of records spent of its privacy budget",
        "Расход бюджета приватности на выпуск записей",
        "Сарфи буҷети махфият барои нашри сабтҳо",
    ),
    "begin_answers": Words("The answer file of a report is begun", "Начало файла ответов", "Оғози файли ҷавобҳо"),
    "hand_out_items": Words(
        "Items of the answer file are handed out", "Раздача пунктов файла ответов", "Супоридани бандҳои файли ҷавобҳо"
    ),
    "answer_item": Words("An item of the answer file is answered", "Ответ на пункт файла", "Ҷавоб ба банди файл"),
    "check_answer": Words(
        "An answer is checked by another person",
        "Проверка ответа другим человеком",
        "Санҷиши ҷавоб аз ҷониби шахси дигар",
    ),
    "put_up_answers": Words(
        "The answer file is put up with its first signature",
        "Первая подпись файла ответов",
        "Имзои аввали файли ҷавобҳо",
    ),
    "sign_answers": Words(
        "The answer file is signed or refused",
        "Вторая подпись файла ответов или отказ",
        "Имзои дуюми файли ҷавобҳо ё рад",
    ),
    "correct_answers": Words(
        "A new version of an answer file is begun", "Новая версия файла ответов", "Нусхаи нави файли ҷавобҳо"
    ),
    "bring_narrative": Words("A report’s text is brought in", "Внесение текста отчёта", "Даровардани матни гузориш"),
    "add_fact": Words("A fact of a text is added", "Добавление факта из текста", "Иловаи факт аз матн"),
    "judge_fact": Words("A reader judges a fact of a text", "Суждение читателя о факте", "Баҳои хонанда ба факт"),
    "settle_fact": Words(
        "A third person settles a fact readers differ about",
        "Третий человек решает о спорном факте",
        "Шахси сеюм дар бораи факти баҳснок қарор мекунад",
    ),
    "hand_out_gap": Words("A gap is handed to a post", "Передача пробела должности", "Супоридани камбуд ба вазифа"),
    "judge_criterion": Words("A criterion is judged", "Суждение о критерии", "Баҳо ба меъёр"),
    "name_document": Words(
        "A document is named as evidence", "Указание документа как подтверждения", "Нишон додани ҳуҷҷат ҳамчун далел"
    ),
    "enter_recommendation": Words(
        "A recommendation of a text is entered", "Внесение рекомендации из текста", "Даровардани тавсия аз матн"
    ),
    "match_recommendations": Words(
        "It is said whether two recommendations are one",
        "Решение, одна ли это рекомендация",
        "Қарор дар бораи он ки як тавсия аст ё не",
    ),
    "record_step": Words(
        "A step on a recommendation is written down", "Запись шага по рекомендации", "Сабти қадам аз рӯи тавсия"
    ),
}
