"""The words for what whoever sent a file should know of it although it was read. The Russian and Tajik are drafts."""

from __future__ import annotations

from panoh.exchange.manifest.wording.remedy import Remedy
from panoh.instruments.kinds.source import Words

_LOOK = Words(
    "Look whether this is right before you add anybody.",
    "Проверьте, верно ли это, прежде чем добавлять людей.",
    "Пеш аз илова кардани одамон санҷед, ки ин дуруст аст.",
)

OF_NOTE: dict[str, Remedy] = {
    "encoding_taken": Remedy(
        Words(
            "The text is not UTF-8; it was read as {looks_like}.",
            "Текст не в UTF-8; он прочитан как {looks_like}.",
            "Матн дар UTF-8 нест; ҳамчун {looks_like} хонда шуд.",
        ),
        Words(
            "Compare the headings and the samples below with your file.",
            "Сверьте заголовки и образцы ниже с вашим файлом.",
            "Сарлавҳаҳо ва намунаҳои поёнро бо файли худ муқоиса кунед.",
        ),
    ),
    "other_sheets": Remedy(
        Words(
            "Only the sheet “{sheet}” was read; the workbook also holds: {others}.",
            "Прочитан только лист «{sheet}»; в книге есть ещё: {others}.",
            "Танҳо варақи «{sheet}» хонда шуд; дар китоб боз ҳаст: {others}.",
        ),
        Words(
            "If people stand on another sheet too, send the workbook again and write the name of that sheet.",
            "Если люди есть и на другом листе, отправьте книгу ещё раз и напишите имя этого листа.",
            "Агар одамон дар варақи дигар ҳам бошанд, китобро боз фиристед ва номи он варақро нависед.",
        ),
    ),
    "hidden_sheet": Remedy(
        Words(
            "The sheet “{sheet}” is hidden in the workbook.",
            "Лист «{sheet}» в книге скрыт.",
            "Варақи «{sheet}» дар китоб пинҳон аст.",
        ),
        _LOOK,
    ),
    "headings_below": Remedy(
        Words(
            "The headings were found in row {row}; what stands above was left out.",
            "Заголовки найдены в строке {row}; то, что выше, не взято.",
            "Сарлавҳаҳо дар сатри {row} ёфт шуданд; он чи болотар аст, гирифта нашуд.",
        ),
        _LOOK,
    ),
    "hidden_rows": Remedy(
        Words(
            "{count} hidden rows were read like all others; the first is row {first}.",
            "Скрытые строки ({count}) прочитаны, как и все; первая — строка {first}.",
            "Сатрҳои пинҳон ({count}) мисли дигарон хонда шуданд; аввалинаш сатри {first} аст.",
        ),
        Words(
            "Ask who made the list why they were hidden; nobody is left out meanwhile.",
            "Спросите составителя, почему они скрыты; пока никто не пропущен.",
            "Аз созандаи рӯйхат пурсед, ки чаро пинҳонанд; то он дам касе намондааст.",
        ),
    ),
    "hidden_columns": Remedy(
        Words(
            "Hidden columns were read like all others: {columns}.",
            "Скрытые столбцы прочитаны, как и все: {columns}.",
            "Сутунҳои пинҳон мисли дигарон хонда шуданд: {columns}.",
        ),
        _LOOK,
    ),
    "zeros_lost": Remedy(
        Words(
            "{columns}: kept in the file as numbers, so zeros at the beginning are lost.",
            "{columns}: в файле это числа, поэтому нули в начале потеряны.",
            "{columns}: дар файл ҳамчун адад аст, бинобар ин сифрҳои аввал гум шудаанд.",
        ),
        Words(
            "Compare with the papers at the interview, or ask the sender to keep the column as text. Nobody is left out.",
            "Сверьте с документами при беседе или попросите отправителя сохранить столбец как текст. Никто не пропущен.",
            "Ҳангоми суҳбат бо ҳуҷҷатҳо муқоиса кунед ё аз фиристанда хоҳед, ки сутунро ҳамчун матн нигоҳ дорад. "
            "Касе намондааст.",
        ),
    ),
    "dates_day_first": Remedy(
        Words(
            "{clear} dates of the birth column can only be day/month, none month/day: the others are read so too.",
            "{clear} дат рождения могут быть только день/месяц, ни одна не месяц/день: остальные прочитаны так же.",
            "{clear} санаи таваллуд танҳо рӯз/моҳ буда метавонанд, ягонтоаш моҳ/рӯз не: дигарон ҳам чунин хонда шуданд.",
        ),
        _LOOK,
    ),
    "dates_month_first": Remedy(
        Words(
            "{clear} dates of the birth column can only be month/day, none day/month: the others are read so too.",
            "{clear} дат рождения могут быть только месяц/день, ни одна не день/месяц: остальные прочитаны так же.",
            "{clear} санаи таваллуд танҳо моҳ/рӯз буда метавонанд, ягонтоаш рӯз/моҳ не: дигарон ҳам чунин хонда шуданд.",
        ),
        _LOOK,
    ),
    "source_used": Remedy(
        Words(
            "Read as the lists of “{source}”, as your desk said before.",
            "Прочитано как списки «{source}», как ваш отдел указал раньше.",
            "Мисли рӯйхатҳои «{source}» хонда шуд, чунон ки шуъбаи шумо пештар гуфта буд.",
        ),
        _LOOK,
    ),
}
