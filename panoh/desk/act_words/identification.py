"""Acts of identification: signals, decisions, panels, erasing names.

Russian and Tajik wording is a draft.
"""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

IDENTIFICATION: dict[str, Words] = {
    "record_signal": Words("A signal is written down", "Запись сигнала", "Сабти хабар"),
    "join_signals": Words(
        "It is said whether two signals speak of the same people",
        "Связь двух сигналов о тех же людях",
        "Пайвасти ду хабар дар бораи ҳамон одамон",
    ),
    "meet_signal": Words(
        "Somebody of whom a signal spoke was met",
        "Встреча с человеком из сигнала",
        "Вохӯрӣ бо шахсе, ки хабар дар бораи ӯст",
    ),
    "close_signal": Words(
        "A signal is closed, or its closing is asked",
        "Закрытие сигнала или просьба о нём",
        "Бастани хабар ё дархости он",
    ),
    "agree_to_close_signal": Words(
        "A second officer agrees to close a signal",
        "Согласие второго сотрудника закрыть сигнал",
        "Розигии корманди дуюм ба бастани хабар",
    ),
    "keep_signal_open": Words("A signal stays open", "Сигнал остаётся открытым", "Кушода мондани хабар"),
    "take_up_signal": Words("A closed signal is taken up again", "Возобновление сигнала", "Аз нав кушодани хабар"),
    "apply_for_status": Words("A person applies for the status", "Заявление о статусе", "Ариза барои мақом"),
    "lodge": Words(
        "A person is referred to the intake desk", "Направление в отдел приёма", "Равон кардан ба шуъбаи қабул"
    ),
    "take_in": Words("The intake desk receives a person", "Приём в отделе приёма", "Қабул дар шуъбаи қабул"),
    "name_manager": Words("A case manager is named", "Назначение куратора дела", "Таъини роҳбари парванда"),
    "appoint_guardian": Words(
        "A guardian is appointed for a child", "Назначение опекуна ребёнку", "Таъини васӣ барои кӯдак"
    ),
    "end_guardianship": Words("A guardian stands by a child no more", "Завершение опекунства", "Анҷоми васоят"),
    "tell_guardianship": Words(
        "The guardianship authority is told of a child",
        "Сообщение органу опеки о ребёнке",
        "Ба мақоми васоят хабар додан дар бораи кӯдак",
    ),
    "pause_case": Words("A case is paused", "Приостановка дела", "Боздоштани парванда"),
    "resume_case": Words("A case goes on", "Продолжение дела", "Идомаи парванда"),
    "record_withdrawal": Words(
        "A person leaves the mechanism", "Выход человека из механизма", "Аз механизм баромадани шахс"
    ),
    "come_back": Words(
        "Somebody who left is there again", "Возвращение человека в механизм", "Ба механизм баргаштани шахс"
    ),
    "move_deadline": Words("A deadline is moved", "Перенос срока", "Дигар кардани муҳлат"),
    "ask_anew_at_eighteen": Words(
        "A person who turned eighteen is asked anew",
        "Новый вопрос человеку, которому исполнилось восемнадцать",
        "Аз нав пурсидан аз шахсе, ки ҳаждаҳсола шуд",
    ),
    "open_formal_decision": Words("The formal decision is opened", "Начало официального решения", "Оғози қарори расмӣ"),
    "decide": Words("A decision is made", "Принятие решения", "Қабули қарор"),
    "sign": Words(
        "A negative decision is signed by a second officer",
        "Подпись второго сотрудника под отказом",
        "Имзои корманди дуюм зери қарори манфӣ",
    ),
    "send_back": Words(
        "A decision is sent back unsigned", "Возврат решения без подписи", "Баргардондани қарор бе имзо"
    ),
    "convene_panel": Words("A panel is called together", "Созыв коллегии", "Даъвати ҳайат"),
    "invite_to_panel": Words(
        "Further members are invited to a panel", "Приглашение новых членов коллегии", "Даъвати аъзои нав ба ҳайат"
    ),
    "declare_for_panel": Words(
        "A member of a panel makes a declaration", "Заявление члена коллегии", "Изҳороти узви ҳайат"
    ),
    "excuse_member": Words(
        "It is asked to excuse a member of a panel",
        "Просьба освободить члена коллегии",
        "Дархости озод кардани узви ҳайат",
    ),
    "agree_to_excuse": Words(
        "A member of a panel is excused", "Освобождение члена коллегии", "Озод кардани узви ҳайат"
    ),
    "vote": Words("A member of a panel votes", "Голос члена коллегии", "Овози узви ҳайат"),
    "conclude_panel": Words("A panel decides", "Решение коллегии", "Қарори ҳайат"),
    "ask_for_reconsideration": Words("Reconsideration is asked for", "Просьба о пересмотре", "Дархости бознигарӣ"),
    "tell_decision": Words(
        "A try to tell a decision is written down", "Запись попытки сообщить решение", "Сабти кӯшиши расонидани қарор"
    ),
    "record_refusal": Words(
        "A person wants nothing more, and is forgotten",
        "Человек отказался, и данные о нём стёрты",
        "Шахс даст кашид ва номаш нест карда шуд",
    ),
    "ask_to_erase": Words("It is asked to erase names", "Просьба стереть имена", "Дархости тоза кардани номҳо"),
    "erase_names": Words("The names of a case are erased", "Стирание имён в деле", "Тоза кардани номҳо дар парванда"),
    "keep_names": Words(
        "The names of a case are kept for longer",
        "Имена в деле хранятся дольше",
        "Дарозтар нигоҳ доштани номҳо дар парванда",
    ),
    "refuse_to_erase": Words(
        "A second officer does not agree to erase names",
        "Второй сотрудник против стирания имён",
        "Норозигии корманди дуюм ба тоза кардани номҳо",
    ),
    "ask_to_erase_list": Words(
        "It is asked to erase the names on a list",
        "Просьба стереть имена в списке",
        "Дархости тоза кардани номҳои рӯйхат",
    ),
    "erase_list_names": Words("The names on a list are erased", "Стирание имён в списке", "Тоза кардани номҳои рӯйхат"),
    "keep_list_names": Words(
        "The names on a list are kept for longer",
        "Имена в списке хранятся дольше",
        "Дарозтар нигоҳ доштани номҳои рӯйхат",
    ),
    "refuse_to_erase_list": Words(
        "A second officer does not agree to erase a list",
        "Второй сотрудник против стирания списка",
        "Норозигии корманди дуюм ба тоза кардани рӯйхат",
    ),
    "propose_same_person": Words(
        "Two cases seem to be one person’s",
        "Предположение, что два дела об одном человеке",
        "Гумон ки ду парванда аз они як шахс аст",
    ),
    "decide_same_person": Words(
        "It is decided whether two cases are one person’s",
        "Решение, об одном ли человеке два дела",
        "Қарор дар бораи он ки ду парванда аз они як шахс аст ё не",
    ),
    "undo_same_person": Words(
        "Two cases are two people’s again", "Два дела снова о разных людях", "Ду парванда боз аз они ду шахс аст"
    ),
}
