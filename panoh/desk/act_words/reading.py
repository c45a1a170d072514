"""Acts of reading: who opened, printed, looked for or took out what, and who watched over it.

Russian and Tajik wording is a draft.
"""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

READING: dict[str, Words] = {
    "read_identity": Words("Who a person is was opened", "Открытие личности человека", "Кушодани шахсияти шахс"),
    "read_attachment_labels": Words(
        "Titles of attachments were opened", "Открытие названий приложений", "Кушодани номи замимаҳо"
    ),
    "read_attachment": Words("An attachment was opened", "Открытие приложения к делу", "Кушодани замимаи парванда"),
    "print_case": Words("A case was printed", "Печать дела", "Чопи парванда"),
    "print_finding": Words("A finding was printed", "Печать вывода", "Чопи хулоса"),
    "print_decision": Words("A decision was printed", "Печать решения", "Чопи қарор"),
    "print_page": Words("A page was printed", "Печать страницы", "Чопи саҳифа"),
    "record_print": Words("A page was printed", "Печать страницы", "Чопи саҳифа"),
    "print_certificate": Words("A certificate was printed", "Печать свидетельства", "Чопи шаҳодатнома"),
    "read_screening": Words("An interview was opened", "Открытие опроса", "Кушодани пурсиш"),
    "read_second_look": Words(
        "The plan of a second look was opened", "Открытие плана второй беседы", "Кушодани нақшаи суҳбати дуюм"
    ),
    "read_roster": Words("Lines of a roster were opened", "Открытие строк списка", "Кушодани сатрҳои феҳрист"),
    "print_roster": Words("A roster was printed", "Печать списка", "Чопи феҳрист"),
    "read_rows_to_mend": Words(
        "Rows to mend were opened", "Открытие строк, которые надо исправить", "Кушодани сатрҳои ислоҳталаб"
    ),
    "rows_to_mend": Words(
        "Rows to mend were taken out", "Выгрузка строк, которые надо исправить", "Баровардани сатрҳои ислоҳталаб"
    ),
    "compare_people": Words(
        "Two records of people were compared", "Сравнение двух записей о людях", "Муқоисаи ду сабти одамон"
    ),
    "read_signal": Words("A signal was opened", "Открытие сигнала", "Кушодани хабар"),
    "read_reasons": Words(
        "The reasons of a decision were opened", "Открытие причин решения", "Кушодани сабабҳои қарор"
    ),
    "read_grounds": Words(
        "The grounds for reconsideration were opened", "Открытие оснований пересмотра", "Кушодани асосҳои бознигарӣ"
    ),
    "read_votes": Words("The votes of a panel were opened", "Открытие голосов коллегии", "Кушодани овозҳои ҳайат"),
    "read_guardian": Words(
        "Who the guardian is was opened", "Открытие сведений об опекуне", "Кушодани маълумот дар бораи васӣ"
    ),
    "read_contact_rules": Words(
        "The rules for contact were opened", "Открытие правил связи с человеком", "Кушодани қоидаҳои тамос бо шахс"
    ),
    "read_emergency": Words(
        "An opening in an emergency was read", "Чтение экстренного открытия", "Хондани кушодани фавқулода"
    ),
    "read_compartment": Words("A compartment was opened", "Открытие закрытого круга", "Кушодани доираи пӯшида"),
    "read_need": Words("A need was opened", "Открытие потребности", "Кушодани ниёз"),
    "read_needs_assessments": Words(
        "Assessments of needs were opened", "Открытие оценок потребностей", "Кушодани арзёбиҳои ниёзҳо"
    ),
    "read_referral": Words("A referral was opened", "Открытие направления", "Кушодани равонкунӣ"),
    "read_reports": Words(
        "Reports of a service were opened", "Открытие сообщений об услуге", "Кушодани хабарҳо дар бораи хизмат"
    ),
    "read_plan": Words("A support plan was opened", "Открытие плана поддержки", "Кушодани нақшаи дастгирӣ"),
    "read_safety": Words(
        "Dangers and measures for safety were opened",
        "Открытие опасностей и мер безопасности",
        "Кушодани хатарҳо ва чораҳои бехатарӣ",
    ),
    "read_things": Words(
        "What a shelter keeps for a person was opened",
        "Открытие списка вещей на хранении",
        "Кушодани рӯйхати чизҳои ба нигоҳдорӣ супурда",
    ),
    "read_departure": Words(
        "A departure from a shelter was opened", "Открытие ухода из приюта", "Кушодани рафтан аз паноҳгоҳ"
    ),
    "read_turns": Words("A house’s waiting list was opened", "Открытие очереди приюта", "Кушодани навбати паноҳгоҳ"),
    "read_interests": Words(
        "Assessments of a child’s best interests were opened",
        "Открытие оценок интересов ребёнка",
        "Кушодани арзёбиҳои манфиати кӯдак",
    ),
    "read_custody": Words(
        "The custody of a child was opened",
        "Открытие сведений об удержании ребёнка",
        "Кушодани маълумот дар бораи нигоҳдории кӯдак",
    ),
    "read_return": Words("A return was opened", "Открытие возвращения", "Кушодани баргашт"),
    "read_transfer": Words(
        "A transfer abroad was opened", "Открытие передачи за границу", "Кушодани интиқол ба хориҷа"
    ),
    "read_consular_file": Words(
        "A file of the consulate was opened", "Открытие дела консульства", "Кушодани парвандаи консулгарӣ"
    ),
    "read_charges": Words(
        "Complaints of a charge were opened", "Открытие жалоб на плату за помощь", "Кушодани шикоятҳо аз пули ёрӣ"
    ),
    "read_penalties": Words(
        "Penalties of a person were opened", "Открытие наказаний человека", "Кушодани ҷазоҳои шахс"
    ),
    "read_residence": Words(
        "Requests for a permit to stay were opened",
        "Открытие ходатайств о виде на жительство",
        "Кушодани дархостҳои иҷозати истиқомат",
    ),
    "read_criminal_case": Words(
        "A criminal case was opened to read", "Чтение уголовного дела", "Хондани парвандаи ҷиноятӣ"
    ),
    "compare_penalties": Words(
        "A list of penalties is compared with the people on record",
        "Сверка списка наказаний с записями о людях",
        "Муқоисаи рӯйхати ҷазоҳо бо сабти одамон",
    ),
    "show_attachments": Words(
        "A desk is shown classes of attachments", "Показ приложений отделу", "Ба шуъба нишон додани замимаҳо"
    ),
    "read_address": Words("The address of a shelter was opened", "Открытие адреса приюта", "Кушодани суроғаи паноҳгоҳ"),
    "read_excuse": Words(
        "It was read why a member stands aside",
        "Чтение причины, по которой член не участвует",
        "Хондани сабаби иштирок накардани узв",
    ),
    "read_hand_over": Words(
        "The note of a hand-over was opened",
        "Открытие записки о передаче дежурства",
        "Кушодани қайди супоридани навбатдорӣ",
    ),
    "read_number": Words(
        "A number to call back was opened", "Открытие номера для обратного звонка", "Кушодани рақам барои занги ҷавобӣ"
    ),
    "read_site": Words("A site was opened", "Открытие сведений о месте", "Кушодани маълумот дар бораи ҷой"),
    "read_visit": Words("A visit was opened", "Открытие посещения", "Кушодани боздид"),
    "read_remedy": Words("A remedy was opened", "Открытие меры после посещения", "Кушодани чора пас аз боздид"),
    "read_order": Words("An order to work was opened", "Открытие приказа о работах", "Кушодани фармони кор"),
    "read_order_paper": Words("The paper of an order was opened", "Открытие бумаги приказа", "Кушодани коғази фармон"),
    "print_sheet": Words("A sheet of figures was printed", "Печать листа показателей", "Чопи варақаи нишондиҳандаҳо"),
    "print_answers": Words(
        "The answers to a questionnaire were printed", "Печать ответов на вопросник", "Чопи ҷавобҳо ба саволнома"
    ),
    "print_sheet_for": Words(
        "An officer’s new codes were shown on paper",
        "Показ новых кодов сотрудника на бумаге",
        "Дар коғаз нишон додани рамзҳои нави корманд",
    ),
    "export_numbers": Words("Numbers were taken out", "Выгрузка чисел", "Баровардани рақамҳо"),
    "export_case_columns": Words(
        "Columns of cases without names were taken out",
        "Выгрузка столбцов дел без имён",
        "Баровардани сутунҳои парвандаҳо бе ном",
    ),
    "find": Words(
        "Somebody was looked for by name or reference", "Поиск по имени или номеру", "Ҷустуҷӯ аз рӯи ном ё рақам"
    ),
    "_find": Words(
        "Somebody was looked for by name or reference", "Поиск по имени или номеру", "Ҷустуҷӯ аз рӯи ном ё рақам"
    ),
    "keep_unusual": Words(
        "An unusual reading is kept for somebody to look into",
        "Сохранение необычного чтения для проверки",
        "Нигоҳ доштани хониши ғайриоддӣ барои санҷиш",
    ),
    "review_reading": Words(
        "An unusual reading was looked into", "Проверка необычного чтения", "Санҷиши хониши ғайриоддӣ"
    ),
    "open_figure": Words(
        "The cases behind a figure were opened", "Открытие дел за показателем", "Кушодани парвандаҳои паси нишондиҳанда"
    ),
    "open": Words("Opening a page", "Открытие страницы", "Кушодани саҳифа"),
    "send": Words("Something sent from a page", "Отправка со страницы", "Фиристодан аз саҳифа"),
}
