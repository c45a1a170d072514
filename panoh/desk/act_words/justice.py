"""Acts of justice: criminal cases, penalties, residence permits.

Russian and Tajik wording is a draft.
"""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

JUSTICE: dict[str, Words] = {
    "open_criminal_case": Words("A criminal case is opened", "Открытие уголовного дела", "Кушодани парвандаи ҷиноятӣ"),
    "record_stage": Words(
        "A stage of a criminal case is written down",
        "Запись стадии уголовного дела",
        "Сабти марҳилаи парвандаи ҷиноятӣ",
    ),
    "take_back_stage": Words(
        "A stage of a criminal case is taken back", "Отмена записи стадии", "Бозпас гирифтани марҳила"
    ),
    "transfer_criminal_case": Words(
        "A criminal case is transferred", "Передача уголовного дела", "Супоридани парвандаи ҷиноятӣ"
    ),
    "receive_criminal_case": Words("A criminal case is received", "Приём уголовного дела", "Қабули парвандаи ҷиноятӣ"),
    "add_defendant": Words("A defendant is added", "Добавление обвиняемого", "Илова кардани айбдоршаванда"),
    "hold_defendant": Words(
        "It is written where a defendant is held",
        "Запись, где обвиняемый под стражей",
        "Сабти он ки айбдоршаванда дар куҷо ҳабс аст",
    ),
    "release_defendant": Words("A defendant is released", "Освобождение обвиняемого", "Озод кардани айбдоршаванда"),
    "pronounce_sentence": Words("A sentence is written down", "Запись приговора", "Сабти ҳукм"),
    "count_victim": Words(
        "A victim is counted in a criminal case",
        "Учёт потерпевшего в уголовном деле",
        "Ба ҳисоб гирифтани ҷабрдида дар парвандаи ҷиноятӣ",
    ),
    "unlink_victim": Words(
        "A victim is counted no more in a criminal case",
        "Потерпевший больше не в уголовном деле",
        "Ҷабрдида дигар дар парвандаи ҷиноятӣ нест",
    ),
    "freeze_asset": Words("An asset is frozen", "Арест имущества", "Ҳабси молу мулк"),
    "settle_asset": Words(
        "It is written what became of an asset", "Запись, что стало с имуществом", "Сабти он ки бо молу мулк чӣ шуд"
    ),
    "order_restitution": Words("Restitution is ordered", "Возмещение назначено", "Таъини ҷубронпулӣ"),
    "record_payment": Words(
        "A payment to a victim is written down", "Запись выплаты потерпевшему", "Сабти пардохт ба ҷабрдида"
    ),
    "record_penalty": Words("A penalty of a person is written down", "Запись наказания человека", "Сабти ҷазои шахс"),
    "assess_link": Words(
        "It is assessed whether a penalty comes of trafficking",
        "Оценка связи наказания с торговлей людьми",
        "Арзёбии алоқаи ҷазо бо савдои одамон",
    ),
    "ask_relief": Words("It is asked to lift a penalty", "Просьба снять наказание", "Дархости бардоштани ҷазо"),
    "record_relief": Words(
        "It is written what came of such a request",
        "Запись ответа о снятии наказания",
        "Сабти ҷавоб дар бораи бардоштани ҷазо",
    ),
    "send_penalties": Words("A list of penalties is sent", "Отправка списка наказаний", "Фиристодани рӯйхати ҷазоҳо"),
    "map_penalty_columns": Words(
        "Columns of a list of penalties are explained",
        "Пояснение столбцов списка наказаний",
        "Шарҳи сутунҳои рӯйхати ҷазоҳо",
    ),
    "drop_penalties": Words(
        "A list of penalties is erased", "Стирание списка наказаний", "Тоза кардани рӯйхати ҷазоҳо"
    ),
    "screen_listed": Words(
        "Everybody on a list of penalties is to be interviewed",
        "Опрос всех из списка наказаний",
        "Пурсиши ҳамаи одамони рӯйхати ҷазоҳо",
    ),
    "confirm_hit": Words(
        "Somebody on a list of penalties is the person",
        "Подтверждение: в списке тот самый человек",
        "Тасдиқ: дар рӯйхат худи ҳамон шахс аст",
    ),
    "dismiss_hit": Words(
        "Somebody on a list of penalties is somebody else",
        "В списке наказаний другой человек",
        "Дар рӯйхати ҷазоҳо шахси дигар аст",
    ),
    "reopen_hit": Words(
        "Somebody on a list of penalties may be the person after all",
        "В списке всё же может быть этот человек",
        "Дар рӯйхат шояд худи ҳамон шахс бошад",
    ),
    "note_removal": Words(
        "An authority is told that a removal is looked at",
        "Ведомству сообщено, что высылка проверяется",
        "Ба мақом хабар доданд, ки берун кардан санҷида мешавад",
    ),
    "forget_of_emptied_lines": Words(
        "Words of a list are forgotten with its lines",
        "Слова списка стёрты вместе со строками",
        "Суханҳои рӯйхат бо сатрҳояш тоза шуд",
    ),
    "ask_permit": Words("A residence permit is asked for", "Запрос вида на жительство", "Дархости иҷозати истиқомат"),
    "ask_extension": Words(
        "It is asked that a permit goes on", "Запрос о продлении разрешения", "Дархости дароз кардани иҷозатнома"
    ),
    "take_back_request": Words(
        "A request for a permit is taken back", "Отзыв ходатайства о разрешении", "Бозпас гирифтани дархости иҷозатнома"
    ),
    "grant_permit": Words("A residence permit is granted", "Выдача вида на жительство", "Додани иҷозати истиқомат"),
    "refuse_permit": Words(
        "A residence permit is refused", "Отказ в виде на жительство", "Рад кардани иҷозати истиқомат"
    ),
    "appeal_refusal": Words(
        "A refused permit is appealed", "Обжалование отказа в разрешении", "Шикоят аз рад шудани иҷозатнома"
    ),
    "record_appeal": Words("It is written what came of an appeal", "Запись итога обжалования", "Сабти натиҷаи шикоят"),
    "leave_refusal": Words(
        "A person leaves a refusal as it is", "Человек не обжалует отказ", "Шахс аз рад шикоят намекунад"
    ),
    "end_permit": Words(
        "A residence permit is needed no more",
        "Вид на жительство больше не нужен",
        "Иҷозати истиқомат дигар лозим нест",
    ),
    "narrow_to_permit": Words(
        "A desk sees only what a permit needs",
        "Отделу видно только нужное для разрешения",
        "Шуъба танҳо он чиро мебинад, ки ба иҷозатнома лозим аст",
    ),
}
