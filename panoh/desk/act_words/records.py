"""Acts on the record itself: people, cases, consent, attachments, compartments, the procedure.

Russian and Tajik wording is a draft.
"""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

RECORDS: dict[str, Words] = {
    "register_person": Words("A person is put on record", "Внесение человека в учёт", "Ба қайд гирифтани шахс"),
    "correct_person": Words(
        "The record of a person is corrected", "Исправление записи о человеке", "Ислоҳи сабти шахс"
    ),
    "open_case": Words("A case is opened", "Открытие дела", "Кушодани парванда"),
    "put_on_track": Words(
        "A case is put on a child’s or an adult’s track",
        "Перевод дела на детский или взрослый путь",
        "Ба роҳи кӯдакон ё калонсолон гузарондани парванда",
    ),
    "take_step": Words("A case takes a step of the procedure", "Шаг процедуры в деле", "Қадами тартибот дар парванда"),
    "record_consent": Words(
        "A person’s answer on consent is written down",
        "Запись ответа человека о согласии",
        "Сабти ҷавоби шахс дар бораи розигӣ",
    ),
    "take_consent": Words(
        "A person’s answer on consent is written down",
        "Запись ответа человека о согласии",
        "Сабти ҷавоби шахс дар бораи розигӣ",
    ),
    "speaks_for_themselves": Words(
        "A person speaks for themselves from now on",
        "Человек теперь отвечает за себя сам",
        "Шахс минбаъд худ аз номи худ сухан мегӯяд",
    ),
    "withdraw_consent": Words("A consent is withdrawn", "Отзыв согласия", "Бозпас гирифтани розигӣ"),
    "disclose": Words(
        "A desk is shown parts of a case", "Показ частей дела отделу", "Ба шуъба нишон додани қисмҳои парванда"
    ),
    "end_disclosure": Words(
        "A desk is shown a case no more", "Отдел больше не видит дело", "Шуъба дигар парвандаро намебинад"
    ),
    "set_contact_rules": Words(
        "Rules for contact are set", "Правила связи с человеком", "Муқаррар кардани қоидаҳои тамос бо шахс"
    ),
    "open_in_emergency": Words(
        "A case is opened in an emergency", "Экстренное открытие дела", "Кушодани фавқулодаи парванда"
    ),
    "end_emergency": Words(
        "An opening in an emergency ends", "Завершение экстренного открытия", "Анҷоми кушодани фавқулода"
    ),
    "notice_emergency": Words(
        "An opening in an emergency was seen", "Экстренное открытие замечено", "Дидани кушодани фавқулода"
    ),
    "review_emergency": Words(
        "An opening in an emergency was reviewed", "Проверка экстренного открытия", "Санҷиши кушодани фавқулода"
    ),
    "add_attachment": Words("An attachment is added", "Добавление приложения к делу", "Иловаи замима"),
    "replace_attachment": Words(
        "A better copy of an attachment is added", "Замена приложения лучшей копией", "Ивази замима бо нусхаи беҳтар"
    ),
    "set_aside_attachment": Words("An attachment is set aside", "Приложение выделено и закрыто", "Ҷудо кардани замима"),
    "put_back_attachment": Words("An attachment is put back", "Возвращение приложения в дело", "Баргардондани замима"),
    "remove_attachment": Words("An attachment is erased", "Стирание приложения", "Нест кардани замима"),
    "put_in_compartment": Words(
        "A case is put in a compartment", "Помещение дела в закрытый круг", "Ба доираи пӯшида гузоштани парванда"
    ),
    "put_in_beside": Words(
        "A case is put in beside another in a compartment",
        "Помещение дела в круг рядом с другим",
        "Ба доира дар паҳлуи парвандаи дигар гузоштан",
    ),
    "agree_to_compartment": Words(
        "A second head agrees to a compartment",
        "Согласие второго ответственного на закрытый круг",
        "Розигии масъули дуюм ба доираи пӯшида",
    ),
    "review_compartment": Words(
        "A compartment is reviewed and stays", "Закрытый круг проверен и остаётся", "Санҷиши доираи пӯшида, ки мемонад"
    ),
    "ask_out_of_compartment": Words(
        "It is asked to take a case out of its compartment",
        "Просьба вывести дело из закрытого круга",
        "Дархости баровардани парванда аз доираи пӯшида",
    ),
    "keep_in_compartment": Words(
        "A case is kept in its compartment", "Дело остаётся в закрытом круге", "Парванда дар доираи пӯшида мемонад"
    ),
    "take_out_of_compartment": Words(
        "A case is taken out of its compartment",
        "Вывод дела из закрытого круга",
        "Баровардани парванда аз доираи пӯшида",
    ),
    "keep_apart": Words(
        "A case leaves those its compartment was kept with",
        "Дело отделено от других в круге",
        "Ҷудо кардани парванда аз дигарон дар доира",
    ),
    "name_member": Words(
        "A member of a compartment is named", "Назначение члена закрытого круга", "Таъини узви доираи пӯшида"
    ),
    "name_head_anew": Words(
        "A head of a compartment is named anew",
        "Новый ответственный закрытого круга",
        "Таъини масъули нави доираи пӯшида",
    ),
    "name_compartment_member": Words(
        "A member of a compartment is named", "Назначение члена закрытого круга", "Таъини узви доираи пӯшида"
    ),
    "name_compartment_head": Words(
        "A head of a compartment is named", "Назначение ответственного закрытого круга", "Таъини масъули доираи пӯшида"
    ),
    "end_membership": Words("Somebody leaves a compartment", "Выход из закрытого круга", "Аз доираи пӯшида баромадан"),
    "end_compartment_membership": Words(
        "Somebody leaves a compartment", "Выход из закрытого круга", "Аз доираи пӯшида баромадан"
    ),
    "let_in": Words(
        "An officer is let into a compartment for hours",
        "Допуск сотрудника в круг на часы",
        "Барои чанд соат ба доира роҳ додани корманд",
    ),
    "let_into_compartment": Words(
        "An officer is let into a compartment for hours",
        "Допуск сотрудника в круг на часы",
        "Барои чанд соат ба доира роҳ додани корманд",
    ),
    "put_up_procedure": Words(
        "A draft of the procedure is put up", "Проект процедуры выложен", "Гузоштани лоиҳаи тартибот"
    ),
    "convene_group": Words(
        "Agencies are asked about a draft", "Ведомства приглашены обсудить проект", "Даъвати идораҳо ба муҳокимаи лоиҳа"
    ),
    "comment_on_procedure": Words(
        "A draft is commented on", "Замечание к проекту процедуры", "Эзоҳ ба лоиҳаи тартибот"
    ),
    "answer_comment": Words("A comment is answered", "Ответ на замечание", "Ҷавоб ба эзоҳ"),
    "propose_adoption": Words(
        "The adoption of a draft is proposed", "Предложение принять проект", "Пешниҳоди қабули лоиҳа"
    ),
    "adopt_procedure": Words("A procedure is adopted", "Принятие процедуры", "Қабули тартибот"),
    "set_procedure_aside": Words("A draft is set aside", "Проект отложен", "Канор гузоштани лоиҳа"),
    "follow_newer_version": Words(
        "A case follows a newer version of the procedure",
        "Дело перешло на новую версию процедуры",
        "Парванда ба нусхаи нави тартибот гузашт",
    ),
}
