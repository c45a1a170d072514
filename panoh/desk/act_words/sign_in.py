"""Acts about officers: signing in, second steps, posts, digests.

Russian and Tajik wording is a draft.
"""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

SIGN_IN: dict[str, Words] = {
    "sign_in": Words("An officer signed in", "Вход сотрудника", "Воридшавии корманд"),
    "come_in": Words("An officer signed in", "Вход сотрудника", "Воридшавии корманд"),
    "new_device": Words("A new device signed in", "Вход с нового устройства", "Воридшавӣ аз дастгоҳи нав"),
    "recognise": Words(
        "An officer came in with a device", "Узнавание устройства при входе", "Шинохтани дастгоҳ ҳангоми воридшавӣ"
    ),
    "choose_password": Words("A password was chosen", "Выбор пароля", "Интихоби парол"),
    "_set_password": Words("A password was chosen", "Выбор пароля", "Интихоби парол"),
    "second_step": Words("The second step was passed", "Второй шаг пройден", "Гузаштани қадами дуюм"),
    "passed": Words("The second step was passed", "Второй шаг пройден", "Гузаштани қадами дуюм"),
    "second_step_failed": Words("The second step failed", "Второй шаг не пройден", "Нагузаштани қадами дуюм"),
    "failed": Words("The second step failed", "Второй шаг не пройден", "Нагузаштани қадами дуюм"),
    "end_session": Words("A session was ended", "Завершение сеанса", "Ба охир расонидани сеанс"),
    "end_other_sessions": Words(
        "All other sessions were ended", "Завершение всех других сеансов", "Ба охир расонидани ҳамаи сеансҳои дигар"
    ),
    "bind_ministry": Words(
        "An officer’s ministry sign-in was bound",
        "Привязка входа через министерство",
        "Пайваст кардани воридшавӣ тавассути вазорат",
    ),
    "bind": Words(
        "An officer’s ministry sign-in was bound",
        "Привязка входа через министерство",
        "Пайваст кардани воридшавӣ тавассути вазорат",
    ),
    "start_factor": Words("A second step is begun", "Начало настройки второго шага", "Оғози танзими қадами дуюм"),
    "start_app": Words(
        "An app for the second step is begun",
        "Начало настройки приложения для второго шага",
        "Оғози танзими барнома барои қадами дуюм",
    ),
    "confirm_app": Words(
        "An app for the second step is proven",
        "Подтверждение приложения для второго шага",
        "Тасдиқи барнома барои қадами дуюм",
    ),
    "add_factor": Words("A second step is added", "Добавление второго шага", "Иловаи қадами дуюм"),
    "add_passkey": Words("A passkey is added", "Добавление ключа доступа", "Иловаи калиди вуруд"),
    "new_sheet": Words("A new sheet of codes is made", "Новый лист кодов", "Варақаи нави рамзҳо"),
    "remove_factor": Words("A second step is taken away", "Удаление второго шага", "Бардоштани қадами дуюм"),
    "ask_for_help": Words(
        "Help is asked for an officer who cannot sign in",
        "Просьба помочь сотруднику войти",
        "Дархости ёрӣ ба корманде, ки ворид шуда наметавонад",
    ),
    "confirm_help": Words(
        "A second officer confirms that help",
        "Подтверждение помощи вторым сотрудником",
        "Тасдиқи ёрӣ аз ҷониби корманди дуюм",
    ),
    "note_help": Words(
        "An officer read what was done for them",
        "Сотрудник прочёл, что для него сделали",
        "Корманд хонд, ки барояш чӣ карданд",
    ),
    "add_officer": Words(
        "An officer gets a post", "Назначение сотрудника на должность", "Ба вазифа таъин кардани корманд"
    ),
    "add_first_administrator": Words(
        "The first administrator gets a post", "Назначение первого администратора", "Таъини маъмури аввал"
    ),
    "renew_invitation": Words(
        "An officer is invited anew", "Новое приглашение сотруднику", "Даъватномаи нав ба корманд"
    ),
    "vet_officer": Words(
        "A second administrator looked at who an officer is",
        "Проверка сотрудника вторым администратором",
        "Санҷиши корманд аз ҷониби маъмури дуюм",
    ),
    "look_at_officer": Words(
        "An officer made by one administrator was looked at",
        "Проверка сотрудника, заведённого одним администратором",
        "Санҷиши корманде, ки як маъмур илова кардааст",
    ),
    "give_administrators": Words(
        "An agency gets its own post of administrator",
        "Ведомство получает должность администратора",
        "Ба идора додани вазифаи маъмур",
    ),
    "end_officer": Words("An officer leaves", "Уход сотрудника", "Рафтани корманд"),
    "manager_left": Words("A case lost its manager", "Куратор дела ушёл", "Рафтани роҳбари парванда"),
    "set_post_mail": Words(
        "It is said where a post’s digest goes",
        "Указание, куда идёт сводка должности",
        "Нишон додани он ки хулосаи вазифа ба куҷо меравад",
    ),
    "send_digest": Words("A digest was sent", "Отправка сводки", "Фиристодани хулоса"),
    "digest_not_sent": Words("A digest could not be sent", "Сводку не удалось отправить", "Хулоса фиристода нашуд"),
    "_take_day": Words("A day’s digest is begun", "Начало сводки за день", "Оғози хулосаи рӯз"),
    "_give_day_back": Words(
        "A day’s digest is left for another try",
        "Сводка за день оставлена для новой попытки",
        "Хулосаи рӯз барои кӯшиши нав мондааст",
    ),
}
