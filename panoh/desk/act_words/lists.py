"""Acts on lists that were sent, on backups, and on the keys.

Russian and Tajik wording is a draft.
"""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

LISTS: dict[str, Words] = {
    "send_list": Words("A list of people is sent", "Отправка списка людей", "Фиристодани рӯйхати одамон"),
    "map_columns": Words("Columns of a list are explained", "Пояснение столбцов списка", "Шарҳи сутунҳои рӯйхат"),
    "take_list": Words(
        "People of a list are taken onto a roster",
        "Перенос людей из списка в операцию",
        "Гузарондани одамон аз рӯйхат ба феҳрист",
    ),
    "drop_list": Words(
        "A list that was sent is erased", "Стирание присланного списка", "Тоза кардани рӯйхати фиристода"
    ),
    "make_copy": Words("A backup was made", "Создание резервной копии", "Сохтани нусхаи эҳтиётӣ"),
    "erase_again": Words(
        "What was forgotten is erased again from a copy put back",
        "Повторное стирание в восстановленной копии",
        "Аз нав тоза кардан дар нусхаи баргардондашуда",
    ),
    "sweep": Words(
        "What is needed no more was cleared away",
        "Уборка того, что больше не нужно",
        "Тоза кардани он чӣ дигар лозим нест",
    ),
    "set_up_installation": Words("The installation was set up", "Создание установки", "Барпо кардани система"),
    "index_people": Words(
        "People were put into the index of names",
        "Внесение людей в указатель имён",
        "Ба феҳристи номҳо даровардани одамон",
    ),
    "remove_former_index": Words(
        "A former index of names was removed", "Удаление прежнего указателя имён", "Бардоштани феҳристи пештараи номҳо"
    ),
    "turn_master_key": Words("The master key was turned", "Смена главного ключа", "Ивази калиди асосӣ"),
    "rewrap_keys": Words("Keys were sealed anew", "Ключи запечатаны заново", "Аз нав мӯҳр кардани калидҳо"),
    "retire_master_keys": Words(
        "Old master keys were retired", "Вывод старых главных ключей", "Аз кор баровардани калидҳои асосии кӯҳна"
    ),
    "begin_index_key": Words(
        "A second key of the index of names is begun",
        "Начат второй ключ указателя имён",
        "Оғози калиди дуюми феҳристи номҳо",
    ),
    "find_by_next": Words(
        "People are found by the next key of the index",
        "Люди находятся по следующему ключу указателя",
        "Одамон бо калиди навбатии феҳрист ёфта мешаванд",
    ),
    "begin_index_layer": Words(
        "A new layer of the index of names is begun",
        "Начат новый слой указателя имён",
        "Оғози қабати нави феҳристи номҳо",
    ),
    "finish_index_layer": Words(
        "A new layer of the index of names is finished",
        "Новый слой указателя имён завершён",
        "Анҷоми қабати нави феҳристи номҳо",
    ),
    "turn_ledger_key": Words(
        "The key that seals the ledger was turned",
        "Смена ключа, который заверяет журнал",
        "Ивази калиде, ки дафтарро мӯҳр мекунад",
    ),
}
