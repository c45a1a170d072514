"""Common names in Persian script with the vowels people say, in the sounds alphabet.

Persian script leaves short vowels out, so حسن and حسین differ by one letter and محمد could be three names.
A known name is heard as it is said; an unknown one keeps its open marks. General knowledge (provisional).
"""

from __future__ import annotations

_MEN = """
رئوف rauf|رؤوف rauf|رؤف rauf
محمد muhamad|محمود mahmud|احمد ahmad|حامد homid|حمید hamid|حسن hasan|حسین husayn|حسنین hasanayn|علی ali|رضا rizo
عباس abos|اکبر akbar|اصغر asGar|جعفر jafar|صادق sodiq|کاظم kozim|باقر boqir|تقی taqi|نقی naqi|مهدی mahdi
ابراهیم ibrohim|اسماعیل ismoil|اسمعیل ismoil|اسحاق ishoq|اسحق ishoq|یعقوب yaqub|یوسف yusuf|یونس yunus|موسی muso
موسا muso|عیسی iso|عیسا iso|یحیی yahyo|یحیا yahyo|داود dovud|داوود dovud|سلیمان sulaymon|سلیمن sulaymon
ادریس idris|ایوب ayub|هارون horun|زکریا zakariyo|آدم odam|نوح nuh|لقمان luqmon|الیاس ilyos|خضر xizr|عمر umar
عثمان usmon|ابوبکر abubakr|طلحه talha|حمزه hamza|خالد xolid|بلال bilol|سعید said|سعد sad|سعدی sadi|مسعود masud
اسعد asad|اسد asad|رحیم rahim|رحمان rahmon|رحمن rahmon|رحمت rahmat|کریم karim|کرم karam|اکرم akram|مکرم mukaram
جلیل jalil|جلال jalol|جمیل jamil|جمال jamol|کمال kamol|کامل komil|کامران komron|کامیاب komyob|قادر qodir
قدیر qadir|قاسم qosim|ناصر nosir|نصیر nasir|نصر nasr|نصرت nusrat|منصور mansur|منظور manzur|نظام nizom|ناظم nozim
نظر nazar|نذیر nazir|نادر nodir|ندیم nadim|صابر sobir|صبور sabur|شاکر Sokir|شکور Sakur|ستار sator
ستاره sitora|غفار Gafor|غفور Gafur|جبار jabor|قهار qahor|قاهر qohir|رزاق razoq|فتاح fatoh|فاتح fotih|فتح fath
وهاب vahob|واحد vohid|وحید vahid|حفیظ hafiz|حافظ hofiz|عزیز aziz|عظیم azim|اعظم azam|معظم muazam|نعیم naim
نعمت nemat|سلیم salim|سالم solim|سلام salom|اسلام islom|مسلم muslim|امین amin|ایمان imon|مومن mumin|مؤمن mumin
رشید raSid|ارشد arSad|رشاد raSod|راشد roSid|حکیم hakim|حاکم hokim|حلیم halim|عالم olim|علیم alim|نور nur
انور anvar|منور munavar|منیر munir|صفر safar|ظفر zafar|مظفر muzafar|ظاهر zohir|ظهیر zahir|طاهر tohir
مطهر mutahar|لطیف latif|لطف lutf|شریف Sarif|اشرف aSraf|مشرف muSaraf|یاسین yosin|طه toho|مصطفی mustafo
مصطفا mustafo|مرتضی murtazo|مرتضا murtazo|مجتبی mujtabo|مجید majid|ماجد mojid|امجد amjad|حبیب habib|محبوب mahbub
مراد murod|مختار muxtor|اختر axtar|معروف maruf|عارف orif|رفیع rafi|رفیق rafiq|توفیق tavfiq|شفیع Safi|شفیق Safiq
شفیقه Safiqa|صدیق sidiq|صدر sadr|بدر badr|شمس Sams|سیف sayf|تاج toj|فخر faxr|ظهور zuhur|علا alo|بهاء baho
ضیاء ziyo|ضیا ziyo|صلاح saloh|خلیل xalil|عادل odil|فاضل fozil|فیض fayz|فیاض fayoz|کبیر kabir|صغیر saGir|غنی Gani
غلام Gulom|یار yor|یاور yovar|بختیار baxtiyor|شهریار Sahriyor|کرزی karzay|رستم rustam|سهراب suhrob
اسفندیار isfandiyor|سیاوش siyovuS|کیخسرو kayxusrav|خسرو xusrav|پرویز parviz|بهرام bahrom|شاپور Sopur
اردشیر ardaSer|داریوش doriyuS|کوروش kuruS|جمشید jamSed|فریدون faridun|فرید farid|فرهاد farhod|فرخ farux
فیروز firuz|پیروز piruz|بهروز behruz|شهروز Sahruz|نوروز navruz|دلشاد dilSod|شاد Sod|آزاد ozod|بهزاد behzod
فرزاد farzod|شهزاد Sahzod|شهزاده Sahzoda|کاوه kova|سامان somon|سامانی somoni|ساسان soson|رودکی rudaki
فردوسی firdavsi|فردوس firdavs|خیام xayom|سینا sino|بلخی balxi|رومی rumi|نظامی nizomi|جامی jomi|نوایی navoi
بیدل bedil|لاهوتی lohuti|عینی ayni|دانش doniS|کمالی kamoli|شیر Ser|شیرعلی Serali|تیمور temur|بابر bobur
همایون humoyun|اورنگ avrang|سلطان sulton|ملک malik|مالک molik|امیر amir|میر mir|میرزا mirzo|مرزا mirzo|بیگ bek
بیک bek|خان xon|شاه Soh|جان jon|گل gul|دولت davlat|دوست dust|جوره jura|پولاد pulod|عبد abd|عبدالله abdulo
عبیدالله ubaydulo|عبید ubayd|ابوالقاسم abulqosim|قربان qurbon|حاجی hoji|رجب rajab|شعبان Sabon|رمضان ramazon
محرم muharam|محرمی muharami|آدینه odina|جمعه juma|شنبه Sanbe|صیاد sayod|سید sayid|خواجه xoja|مولوی mavlavi
استاد ustod|شوکت Savkat|عصمت ismat|حکمت hikmat|همت himat|نیاز niyoz|ارشاد irSod|امید umed|آرزو orzu|سرور sarvar
اسلم aslam|کلان kalon|سراج siroj|معین muin|محسن muhsin|احسان ehson|سهیل suhayl|طارق toriq|زبیر zubayr|زاهد zohid
عابد obid|سجاد sajod|جواد javod|هاشم hoSim|هادی hodi|نبی nabi|رسول rasul|اشک aSk|حقانی haqoni|هدایت hidoyat
"""

_WOMEN = """
فاطمه fotima|عایشه oiSa|عائشه oiSa|خدیجه xadija|مریم maryam|زینب zaynab|زهرا zahro|زهره zuhra|زلیخا zulayxo
آمنه omina|امینه amina|حوا havo|سارا soro|ساره sora|هاجر hojar|رقیه ruqiya|کلثوم kulsum|سکینه sakina|صفیه safiya
ماریه moriya|سمیه sumaya|حلیمه halima|کریمه karima|رحیمه rahima|سلیمه salima|نعیمه naima|سعیده saida
سعادت saodat|محبت muhabat|محبوبه mahbuba|شریفه Sarifa|لطیفه latifa|حنیفه hanifa|نظیره nazira|نادره nodira
صابره sobira|طاهره tohira|ظاهره zohira|منیره munira|منوره munavara|نرگس nargis|نسرین nasrin|نسترن nastaran
یاسمین yosamin|یاسمن yosaman|گلنار gulnor|گلناره gulnora|گلنارا gulnora|گلرخ gulrux|گلرخسار gulruxsor
گلچهره gulcehra|گلبهار gulbahor|بهار bahor|گلبدن gulbadan|نگاره nigora|نگار nigor|نگین nigin|نگینه nigina
زرینه zarina|زرین zarin|ظریفه zarifa|مدینه madina|مکه maka|منیژه maniZa|مژگان miZgon|تهمینه tahmina
رودابه rudoba|شیرین Sirin|شهناز Sahnoz|شهنازه Sahnoza|مهناز mahnoz|فرزانه farzona|فرنگیس farangis
مهرانگیز mehrangez|دلبر dilbar|دلارام dilorom|دلافروز dilafruz|سوسن savsan|ثریا surayo|صوفیه sufiya|لیلی layli
لیلا laylo|رابعه robia|پروین parvin|پروانه parvona|ماهرو mohru|ماه moh|زبیده zubayda|زیبا zebo|زیبنده zebanda
رعنا rano|مستوره mastura|مقدس muqadas|معصومه masuma|مرضیه marziya|راضیه roziya|نازنین noznin|نازیه noziya
نیلوفر nilufar|مهرنساء mehriniso|نساء niso|نسا niso|صبا sabo|شهلا Sahlo|شهرزاد Sahrzod|آرزو orzu|امیده umeda
فرشته fariSta|حبیبه habiba|جمیله jamila|کامله komila|عزیزه aziza|فریده farida|وحیده vahida|حمیده hamida
مجیده majida|رشیده raSida|نجیبه najiba|رحیله rahila|شکیلا Sakilo|شکیبا Sakibo|ملاله malola|ملالی malolay
فروغ furuG|فوزیه favziya|حسنیه husniya|مهستی mahasti|بیبی bibi|خانم xonum|بانو bonu|خاتون xotun|بیگم begim
"""

SPOKEN: dict[str, str] = {
    word: sounds
    for line in (_MEN + _WOMEN).strip().splitlines()
    for word, sounds in (pair.split(" ") for pair in line.split("|") if pair)
}

# Word parts that people add to a known name.
ADDED = {
    "زاده": "zoda", "زاد": "zod", "جان": "jon", "بیک": "bek", "بیگ": "bek", "بک": "bek", "خان": "xon", "شاه": "Soh",
    "گل": "gul", "الدین": "idin", "الله": "ulo", "النساء": "uniso", "النسا": "uniso", "الرحمن": "urahmon",
    "بای": "boy", "یان": "iyon", "پور": "pur", "نیا": "niyo", "فر": "far",
    "اف": "ov", "اوف": "ov", "وف": "ov", "ف": "ov", "یف": "ev", "یوف": "ev", "بایف": "boyev",
    "اوا": "ova", "وا": "ova", "ووا": "ova", "یوا": "eva", "بایوا": "boyeva",
    "وفا": "ova", "یفا": "eva", "ییف": "iev", "ییوا": "ieva",
    "ویچ": "ovic", "اویچ": "ovic", "وویچ": "ovic", "یویچ": "evic",
    "ونا": "ovna", "اونا": "ovna", "وونا": "ovna", "یونا": "evna", "یوونا": "evna", "ی": "i",
}  # fmt: skip
