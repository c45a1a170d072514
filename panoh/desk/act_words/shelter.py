"""Acts of shelters: places, offers, stays.

Russian and Tajik wording is a draft.
"""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

SHELTER: dict[str, Words] = {
    "open_shelter": Words("A shelter is opened", "Открытие приюта", "Кушодани паноҳгоҳ"),
    "add_places": Words("Beds are added to a shelter", "Добавление мест в приюте", "Иловаи ҷойҳо ба паноҳгоҳ"),
    "change_place": Words("A bed is described anew", "Изменение сведений о месте", "Тағйири маълумот дар бораи ҷой"),
    "change_room": Words(
        "It is changed for whom a room is", "Изменение, для кого комната", "Тағйири он ки ҳуҷра барои кист"
    ),
    "close_place": Words("A bed is closed", "Закрытие места", "Бастани ҷой"),
    "reopen_place": Words("A bed is in use again", "Место снова открыто", "Аз нав кушодани ҷой"),
    "give_place": Words(
        "A person gets a place in a shelter", "Место в приюте дано человеку", "Ба шахс додани ҷой дар паноҳгоҳ"
    ),
    "offer_place": Words("A place in a shelter is offered", "Предложение места в приюте", "Пешниҳоди ҷой дар паноҳгоҳ"),
    "end_offer": Words("The offer of a place ends", "Завершение предложения места", "Анҷоми пешниҳоди ҷой"),
    "note_offer": Words(
        "It was read how an offer of a place stands",
        "Прочитано, как обстоит предложение места",
        "Хондани ҳоли пешниҳоди ҷой",
    ),
    "out_of_turn": Words("A place is given out of turn", "Место вне очереди", "Ҷой берун аз навбат"),
    "ask_to_move": Words(
        "A person wishes to live in another house", "Просьба о переезде в другой дом", "Дархости кӯчидан ба хонаи дигар"
    ),
    "move": Words("A person moves to another place", "Переезд на другое место", "Кӯчидан ба ҷойи дигар"),
    "ask_resident_again": Words(
        "Somebody who lives in a house is asked again for consent",
        "Повторный вопрос жителю о согласии",
        "Аз сокин боз пурсидани розигӣ",
    ),
    "record_intake": Words(
        "An arrival in a shelter is written down", "Запись прибытия в приют", "Сабти омадан ба паноҳгоҳ"
    ),
    "tell_more": Words(
        "What was not told at arrival is added", "Дополнение к записи прибытия", "Илова ба сабти омадан"
    ),
    "return_things": Words(
        "Things kept for a person are given back", "Возврат вещей человеку", "Баргардондани чизҳо ба шахс"
    ),
    "goes_out": Words("A resident goes out", "Житель вышел", "Баромадани сокин"),
    "comes_back": Words("A resident comes back", "Житель вернулся", "Баргаштани сокин"),
    "end_stay": Words(
        "A stay in a shelter ends, or its end is asked",
        "Завершение пребывания в приюте или просьба о нём",
        "Анҷоми будубош дар паноҳгоҳ ё дархости он",
    ),
    "sign_departure": Words(
        "A second officer signs a departure",
        "Подпись второго сотрудника об уходе",
        "Имзои корманди дуюм дар бораи рафтан",
    ),
    "refuse_departure": Words("A departure is not signed", "Уход не подписан", "Рафтан имзо нашуд"),
    "record_budget": Words("A shelter’s budget is written down", "Запись бюджета приюта", "Сабти буҷети паноҳгоҳ"),
    "record_staff": Words(
        "A shelter’s staff is counted", "Запись числа работников приюта", "Сабти шумораи кормандони паноҳгоҳ"
    ),
}
