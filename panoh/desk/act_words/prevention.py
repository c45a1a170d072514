"""Acts of prevention: hotline, sites, money, training.

Russian and Tajik wording is a draft.
"""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

PREVENTION: dict[str, Words] = {
    "record_contact": Words(
        "A contact of the hotline is written down",
        "Запись обращения на горячую линию",
        "Сабти муроҷиат ба хатти боварӣ",
    ),
    "pass_on": Words(
        "A contact of the hotline becomes a signal", "Обращение передано как сигнал", "Муроҷиат ҳамчун хабар дода шуд"
    ),
    "ask_to_call_back": Words("A caller asked to be called back", "Просьба перезвонить", "Дархости занги ҷавобӣ"),
    "called_back": Words("A caller was called back", "Обратный звонок сделан", "Занги ҷавобӣ карда шуд"),
    "register_employer": Words(
        "An employer is put on record", "Внесение работодателя в учёт", "Ба қайд гирифтани корфармо"
    ),
    "register_site": Words("A site is put on record", "Внесение места в учёт", "Ба қайд гирифтани ҷой"),
    "stop_watching": Words("A site is watched no more", "Наблюдение за местом прекращено", "Қатъи назорати ҷой"),
    "record_order": Words("An order to work is written down", "Запись приказа о работах", "Сабти фармони кор"),
    "add_order_paper": Words("The paper of an order is added", "Добавление бумаги приказа", "Иловаи коғази фармон"),
    "set_order_paper_aside": Words(
        "The paper of an order is set aside", "Бумага приказа выделена и закрыта", "Ҷудо кардани коғази фармон"
    ),
    "put_order_paper_back": Words(
        "The paper of an order is put back", "Возвращение бумаги приказа", "Баргардондани коғази фармон"
    ),
    "plan_visit": Words("A visit to a site is planned", "Планирование посещения", "Ба нақша гирифтани боздид"),
    "cancel_visit": Words("A visit is called off", "Отмена посещения", "Бекор кардани боздид"),
    "record_visit": Words("A visit is written down", "Запись посещения", "Сабти боздид"),
    "record_refused": Words("A desk was not let in", "Запись: в посещении отказано", "Сабт: ба боздид роҳ надоданд"),
    "see_refusal": Words(
        "It was looked at why a desk was not let in", "Разбор отказа в посещении", "Дидани он ки чаро роҳ надоданд"
    ),
    "record_interview": Words(
        "An interview at a site is written down", "Запись опроса на месте", "Сабти пурсиш дар ҷой"
    ),
    "raise_signal": Words(
        "An interview at a site becomes a signal", "Сигнал по опросу на месте", "Хабар аз рӯи пурсиш дар ҷой"
    ),
    "ask_remedy": Words(
        "A remedy is asked for after a visit", "Просьба о мере после посещения", "Дархости чора пас аз боздид"
    ),
    "answer_remedy": Words("A remedy is answered", "Ответ о мере", "Ҷавоб дар бораи чора"),
    "make_plan": Words("A sampling plan is made", "Составление плана выборки", "Тартиб додани нақшаи интихоб"),
    "plan_drawn_visits": Words(
        "Visits to the sites drawn are planned",
        "Планирование посещений по выборке",
        "Ба нақша гирифтани боздидҳо аз рӯи интихоб",
    ),
    "record_size": Words(
        "The size of a population is written down", "Запись численности группы населения", "Сабти шумораи гурӯҳи аҳолӣ"
    ),
    "say_of_whom": Words(
        "It is said of which population an operation’s people are",
        "Указание, к какой группе относятся люди операции",
        "Нишон додани он ки одамони амалиёт аз кадом гурӯҳанд",
    ),
    "record_campaign": Words("A campaign is written down", "Запись кампании", "Сабти маърака"),
    "record_reach": Words(
        "It is written how many a campaign reached",
        "Запись, скольких охватила кампания",
        "Сабти он ки маърака ба чанд нафар расид",
    ),
    "open_line": Words("A budget line is opened", "Открытие строки бюджета", "Кушодани сатри буҷет"),
    "allocate": Words(
        "Money is allocated to a budget line", "Выделение денег по строке бюджета", "Ҷудо кардани маблағ ба сатри буҷет"
    ),
    "record_spending": Words("Spending is written down", "Запись расхода", "Сабти хароҷот"),
    "take_back_spending": Words(
        "Spending written down wrong is taken back", "Отмена записи расхода", "Бозпас гирифтани сабти хароҷот"
    ),
    "record_rates": Words("Rates of exchange are written down", "Запись курсов валют", "Сабти қурби асъор"),
    "put_down_measure": Words(
        "A measure of the action plan is put down", "Запись меры плана действий", "Сабти чораи нақшаи амал"
    ),
    "report_progress": Words(
        "A desk tells how its measure goes", "Сообщение о ходе меры плана", "Хабар дар бораи рафти чораи нақша"
    ),
    "plan_session": Words("A training session is planned", "Планирование занятия", "Ба нақша гирифтани машғулият"),
    "call_off_session": Words("A training session is called off", "Отмена занятия", "Бекор кардани машғулият"),
    "count_others": Words(
        "Others who came to a session are counted",
        "Подсчёт других участников занятия",
        "Шумурдани дигар иштирокчиёни машғулият",
    ),
    "take_seat": Words("An officer gets a seat in a session", "Место на занятии занято", "Гирифтани ҷой дар машғулият"),
    "give_up_seat": Words(
        "A seat in a session is given up", "Отказ от места на занятии", "Холӣ кардани ҷой дар машғулият"
    ),
    "record_hours": Words(
        "It is written how long an officer was at a session", "Запись часов на занятии", "Сабти соатҳо дар машғулият"
    ),
    "certify": Words(
        "A certificate of training is given", "Выдача свидетельства об обучении", "Додани шаҳодатномаи омӯзиш"
    ),
    "take_back_certificate": Words(
        "A certificate of training is taken back",
        "Отзыв свидетельства об обучении",
        "Бозпас гирифтани шаҳодатномаи омӯзиш",
    ),
    "propose_trained_only": Words(
        "It is proposed to keep an act for the trained",
        "Предложение оставить действие за обученными",
        "Пешниҳод, ки амал барои омӯзишдидагон монад",
    ),
    "adopt_trained_only": Words(
        "An act is kept for the trained", "Действие оставлено за обученными", "Амал барои омӯзишдидагон монда шуд"
    ),
    "end_trained_only": Words(
        "An act is kept for the trained no more",
        "Действие больше не только для обученных",
        "Амал дигар танҳо барои омӯзишдидагон нест",
    ),
}
