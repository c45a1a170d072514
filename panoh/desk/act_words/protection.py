"""Acts of protection: plans, safety, advocates, custody, consulates, returns.

Russian and Tajik wording is a draft.
"""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

PROTECTION: dict[str, Words] = {
    "record_service": Words("A service for a person is written down", "Запись услуги", "Сабти хизмат"),
    "draw_up_plan": Words("A support plan is drawn up", "Составление плана поддержки", "Тартиб додани нақшаи дастгирӣ"),
    "agree_plan": Words(
        "A person agrees to the support plan", "Согласие человека с планом поддержки", "Розигии шахс ба нақшаи дастгирӣ"
    ),
    "add_goal": Words("A goal is added to a support plan", "Добавление цели в план", "Илова кардани ҳадаф ба нақша"),
    "close_goal": Words("A goal of a support plan is closed", "Закрытие цели плана", "Бастани ҳадафи нақша"),
    "review_plan": Words("A support plan is reviewed", "Пересмотр плана поддержки", "Бознигарии нақшаи дастгирӣ"),
    "end_plan": Words("A support plan ends", "Завершение плана поддержки", "Ба охир расонидани нақшаи дастгирӣ"),
    "assess_risk": Words(
        "The danger to a person is assessed", "Оценка опасности для человека", "Арзёбии хатар ба шахс"
    ),
    "add_measure": Words("A measure for safety is added", "Добавление меры безопасности", "Иловаи чораи бехатарӣ"),
    "end_measure": Words("A measure for safety ends", "Завершение меры безопасности", "Анҷоми чораи бехатарӣ"),
    "assess_interests": Words(
        "A child’s best interests are assessed", "Оценка интересов ребёнка", "Арзёбии манфиатҳои кӯдак"
    ),
    "name_advocate": Words(
        "A desk is asked to be the advocate",
        "Просьба к отделу быть представителем",
        "Дархост аз шуъба, ки ҳимоятгар шавад",
    ),
    "answer_as_advocate": Words("The advocate answers", "Ответ представителя", "Ҷавоби ҳимоятгар"),
    "end_advocate": Words(
        "The advocate stands by a person no more", "Завершение представительства", "Анҷоми ҳимоятгарӣ"
    ),
    "note_decisions": Words(
        "The advocate saw what was decided", "Представитель увидел решение", "Ҳимоятгар қарорро дид"
    ),
    "complain_of_charge": Words(
        "A complaint of a charge is written down", "Жалоба на плату за помощь", "Шикоят аз пули ёрӣ"
    ),
    "answer_charge": Words("A complaint of a charge is answered", "Ответ на жалобу о плате", "Ҷавоб ба шикоят аз пул"),
    "close_case": Words("A case is closed", "Закрытие дела", "Бастани парванда"),
    "record_follow_up": Words(
        "Contact after a closing is written down",
        "Запись связи после закрытия дела",
        "Сабти тамос пас аз бастани парванда",
    ),
    "record_return_contact": Words(
        "Contact after a return is written down", "Запись связи после возвращения", "Сабти тамос пас аз баргашт"
    ),
    "open_custody": Words(
        "It is written that a child is held", "Запись об удержании ребёнка", "Сабти нигоҳдории кӯдак"
    ),
    "open_custody_of_line": Words(
        "It is written that a child on a roster is held",
        "Запись об удержании ребёнка из списка",
        "Сабти нигоҳдории кӯдаки феҳрист",
    ),
    "review_custody": Words(
        "The custody of a child is reviewed", "Пересмотр удержания ребёнка", "Бознигарии нигоҳдории кӯдак"
    ),
    "end_custody": Words("The custody of a child ends", "Завершение удержания ребёнка", "Анҷоми нигоҳдории кӯдак"),
    "ask_custody_access": Words(
        "Access to a held child is asked for", "Просьба о доступе к ребёнку", "Дархости роҳ ба назди кӯдак"
    ),
    "answer_custody_access": Words(
        "Access to a held child is answered", "Ответ о доступе к ребёнку", "Ҷавоб дар бораи роҳ ба назди кӯдак"
    ),
    "meet_abroad": Words(
        "A consulate meets somebody new", "Консульство встретило нового человека", "Консулгарӣ шахси навро вохӯрд"
    ),
    "open_consular_file": Words(
        "A file of the consulate is opened", "Открытие дела консульства", "Кушодани парвандаи консулгарӣ"
    ),
    "change_consular_file": Words(
        "A file of the consulate is changed", "Изменение дела консульства", "Тағйири парвандаи консулгарӣ"
    ),
    "close_consular_file": Words(
        "A file of the consulate is closed", "Закрытие дела консульства", "Бастани парвандаи консулгарӣ"
    ),
    "ask_document": Words("A travel document is asked for", "Запрос проездного документа", "Дархости ҳуҷҷати сафар"),
    "issue_document": Words("A travel document is issued", "Выдача проездного документа", "Додани ҳуҷҷати сафар"),
    "refer_to_host": Words(
        "A body of the country there is asked to help",
        "Просьба о помощи к органу той страны",
        "Дархости ёрӣ аз мақоми он кишвар",
    ),
    "answer_of_host": Words(
        "A body of the country there answers", "Ответ органа той страны", "Ҷавоби мақоми он кишвар"
    ),
    "answer_transfer": Words(
        "A transfer abroad is approved or refused", "Ответ о передаче за границу", "Ҷавоб дар бораи интиқол ба хориҷа"
    ),
    "plan_return": Words("A return is planned", "Планирование возвращения", "Ба нақша гирифтани баргашт"),
    "change_return": Words(
        "The plan of a return is changed", "Изменение плана возвращения", "Дигар кардани нақшаи баргашт"
    ),
    "record_return_wish": Words(
        "A person’s wish to return is written down", "Запись желания вернуться", "Сабти хоҳиши баргаштан"
    ),
    "assess_return_risk": Words(
        "The risks of a return are assessed", "Оценка рисков возвращения", "Арзёбии хатарҳои баргашт"
    ),
    "name_receiver": Words(
        "It is said who receives a person who returns",
        "Указание, кто принимает человека",
        "Нишон додани он ки шахсро кӣ қабул мекунад",
    ),
    "depart": Words("A person departs", "Отъезд человека", "Рафтани шахс"),
    "receive_return": Words(
        "A person who returned is received", "Приём вернувшегося человека", "Қабули шахси баргашта"
    ),
    "call_off_return": Words("A return is called off", "Отмена возвращения", "Бекор кардани баргашт"),
}
