"""Acts of screening: operations, rosters, interviews, second looks.

Russian and Tajik wording is a draft.
"""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

SCREENING: dict[str, Words] = {
    "open_operation": Words("An operation is opened", "Открытие операции", "Кушодани амалиёт"),
    "expect": Words(
        "It is written how many people are expected",
        "Запись, сколько людей ожидается",
        "Навиштани он ки чанд нафарро интизоранд",
    ),
    "close_operation": Words("An operation is closed", "Закрытие операции", "Бастани амалиёт"),
    "reopen_operation": Words("An operation is opened again", "Повторное открытие операции", "Аз нав кушодани амалиёт"),
    "import_roster": Words(
        "People are put on a roster", "Внесение людей в список операции", "Ба феҳрист даровардани одамон"
    ),
    "add_person": Words(
        "A person is put on a roster by hand",
        "Внесение человека в список вручную",
        "Бо даст ба феҳрист даровардани шахс",
    ),
    "add_unnamed": Words(
        "People without a name are put on a roster",
        "Внесение в список людей без имени",
        "Ба феҳрист даровардани одамони беном",
    ),
    "correct_line": Words("A line of a roster is corrected", "Исправление строки списка", "Ислоҳи сатри феҳрист"),
    "join_lines": Words(
        "Two lines of a roster become one person’s", "Объединение двух строк списка", "Якҷоя кардани ду сатри феҳрист"
    ),
    "part_lines": Words(
        "Two lines of a roster are parted again",
        "Разъединение двух строк списка",
        "Аз ҳам ҷудо кардани ду сатри феҳрист",
    ),
    "set_roster_status": Words(
        "It is written what became of a person on a roster",
        "Запись, что стало с человеком из списка",
        "Навиштани он ки бо шахси феҳрист чӣ шуд",
    ),
    "receive_all": Words(
        "Everybody who waits rests first", "Всем, кто ждёт, дан отдых", "Ба ҳамаи интизорон истироҳат додан"
    ),
    "receive_line": Words(
        "A person is received and rests, or talks at once",
        "Приём человека: отдых или беседа сразу",
        "Қабули шахс: истироҳат ё суҳбати фаврӣ",
    ),
    "call_next": Words("The next person is called to an officer", "Вызов следующего человека", "Даъвати шахси навбатӣ"),
    "release_line": Words(
        "A person goes back into the queue", "Возвращение человека в очередь", "Ба навбат баргардондани шахс"
    ),
    "offer_hand_over": Words(
        "A hand-over of duty is offered", "Предложение передать дежурство", "Пешниҳоди супоридани навбатдорӣ"
    ),
    "accept_hand_over": Words("A hand-over of duty is accepted", "Принятие дежурства", "Қабули навбатдорӣ"),
    "decline_hand_over": Words("A hand-over of duty is declined", "Отказ принять дежурство", "Рад кардани навбатдорӣ"),
    "withdraw_hand_over": Words(
        "A hand-over of duty is taken back", "Отзыв передачи дежурства", "Бозпас гирифтани супоридани навбатдорӣ"
    ),
    "hand_over_page": Words(
        "The page of a hand-over is opened",
        "Открытие страницы передачи дежурства",
        "Кушодани саҳифаи супоридани навбатдорӣ",
    ),
    "line_page": Words("A line of a roster is opened", "Открытие строки списка", "Кушодани сатри феҳрист"),
    "again_page": Words(
        "The list of second looks is opened", "Открытие списка повторных встреч", "Кушодани рӯйхати вохӯриҳои такрорӣ"
    ),
    "begin_screening": Words("An interview begins", "Начало опроса", "Оғози пурсиш"),
    "tell_conditions": Words(
        "It is written how an interview is held", "Запись условий беседы", "Навиштани шароити суҳбат"
    ),
    "tell_needs_now": Words(
        "What is needed at once is written down", "Запись, что нужно сразу", "Навиштани он чӣ фавран лозим аст"
    ),
    "record_agreement": Words(
        "A person agreed to be interviewed", "Запись согласия на опрос", "Сабти розигӣ ба пурсиш"
    ),
    "decline": Words("A person declined the interview", "Запись отказа от опроса", "Сабти даст кашидан аз пурсиш"),
    "record_answers": Words(
        "Answers of an interview are kept", "Сохранение ответов опроса", "Нигоҳ доштани ҷавобҳои пурсиш"
    ),
    "record_words": Words(
        "Words of an interview are kept", "Сохранение слов из беседы", "Нигоҳ доштани суханҳои суҳбат"
    ),
    "record_page": Words(
        "A page of an interview is kept", "Сохранение страницы опроса", "Нигоҳ доштани саҳифаи пурсиш"
    ),
    "pause": Words("An interview is interrupted", "Перерыв в опросе", "Танаффус дар пурсиш"),
    "resume": Words("An interview goes on", "Продолжение опроса", "Идомаи пурсиш"),
    "choose_instrument": Words("A set of questions is chosen", "Выбор набора вопросов", "Интихоби маҷмӯи саволҳо"),
    "describe_person": Words(
        "It is written what the person and the papers say",
        "Запись сведений о человеке",
        "Навиштани маълумот дар бораи шахс",
    ),
    "screen_also": Words(
        "An interview goes on with another set of questions",
        "Опрос по ещё одному набору вопросов",
        "Пурсиш аз рӯи маҷмӯи дигари саволҳо",
    ),
    "finish": Words("An interview ends with a finding", "Завершение опроса с выводом", "Анҷоми пурсиш бо хулоса"),
    "plan_second_look": Words(
        "A second look is planned", "Планирование второй беседы", "Ба нақша гирифтани суҳбати дуюм"
    ),
    "change_second_look": Words(
        "The plan of a second look is changed", "Изменение плана второй беседы", "Тағйири нақшаи суҳбати дуюм"
    ),
    "cancel_second_look": Words("A second look is called off", "Отмена второй беседы", "Бекор кардани суҳбати дуюм"),
    "record_attempt": Words(
        "A try to see somebody again is written down", "Запись попытки увидеться снова", "Сабти кӯшиши боз дидан"
    ),
    "record_case_attempt": Words(
        "A try to see somebody of a case again is written down",
        "Запись попытки увидеться снова по делу",
        "Сабти кӯшиши боз дидан дар парванда",
    ),
    "decide_match": Words(
        "It is decided whether two entries are one person",
        "Решение, один ли это человек",
        "Қарор дар бораи он ки як шахс аст ё не",
    ),
    "hold_against": Words(
        "A set of questions is held against its official text",
        "Сверка набора вопросов с официальным текстом",
        "Муқоисаи маҷмӯи саволҳо бо матни расмӣ",
    ),
    "answer_second": Words(
        "A second officer answers on such a check",
        "Ответ второго сотрудника о сверке",
        "Ҷавоби корманди дуюм дар бораи муқоиса",
    ),
    "withdraw_confirmation": Words("A confirmation is taken back", "Отзыв подтверждения", "Бозпас гирифтани тасдиқ"),
    "numbers_file": Words(
        "Numbers of an operation are taken out as a file", "Выгрузка чисел операции", "Баровардани рақамҳои амалиёт"
    ),
    "period_file": Words(
        "Numbers of a period are taken out as a file", "Выгрузка чисел за период", "Баровардани рақамҳои давра"
    ),
}
