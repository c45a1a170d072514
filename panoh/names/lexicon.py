"""Words that stand beside names and what to make of them: titles, particles, second parts, set equivalents.

The list of titles follows a published list of names (secondary); the rest is general knowledge (provisional).
Sounds are in the alphabet of `sounds.py`.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Left out of every name, in whatever script, unless nothing else is there.
TITLES = _words(
    """
    гр гражданин гражданка господин госпожа г-н товарищ тов шаҳрванд ҷаноб ҳоҷӣ ҳочи хоҷӣ ҳаҷӣ хаджи ходжи
    хожи ҳожи мулло мулла домулло устод эшон ишан шайх шейх муаллим доктор профессор mr mrs ms miss dr prof
    sir haji hoji hodzhi khodzhi hadji hajji hojji mullo mulla mullah domullo ustod ustad eshon ishan sheikh
    shaikh shaykh mst mosammat mosammot janab آقای خانم دکتر حاجی الحاج ملا استاد شیخ جناب محترم محترمه مهندس
    """
)

# Sounds of words that only say "son of", "daughter of": the word before or after is the father's name.
SON = frozenset({"uGli", "ugli", "oGli", "ogli", "uGly", "oGlu", "oglu", "ulu", "ugil", "uGil", "valad"})
DAUGHTER = frozenset({"qizi", "kizi", "kyzy", "kizy"})
SON_OF = frozenset({"ibn", "ibni", "bin", "ben", "bn", "@bn", "valadi", "Wld"})
DAUGHTER_OF = frozenset({"bint", "binti", "bnt", "duxtari"})

# Articles and binders: joined to their neighbours before anything else.
ARTICLES = _words(
    """
    al el ul ur as aS az an ad ar at us uS un ud ed od ol or @l l i
    """
)
SERVANT = _words(
    """
    abd abdu abdul abdur abdus abduS abdal abdel abdol abdor abdar abdud abdun abduz 'bd 'bdAl
    """
)
FATHER_OF = frozenset({"abu", "abul", "abol", "@bW", "@bWAl", "um", "umi"})
FAITH = frozenset({"din", "dIn", "idin"})
OF_GOD = frozenset({"ulo", "uloh", "ulah", "ula", "olah", "alah", "ila", "ilo"})
SON_ENDING = frozenset({"zoda", "zada", "zade", "zadeh", "zadah", "zodah", "zod", "zad"})

# Second parts that come and go in daily use: Шариф is Шарифҷон.
COURTESY = _words(
    """
    jon jan con can Zon Zan bek bik beg bay boy bey xon xan Soh So Sah bonu banu oy xoja gul moh mo bibi xonim xonum xanim xanum
    """
)

# Words too common, or too much a title, to tell people apart when more of the name is there.
WEAK = _words(
    """
    mirzo mirza xon xan jon jan bek beg Soh Sah sayid said bibi begum xatun xotun bonu banu xonum darveS aka
    oka
    """
)

# Whole words said so differently that no letter rule joins them. The first of a row stands for all.
EQUIVALENTS = {
    other: row.split()[0]
    for row in (
        "muhamad muxamad mohamad moxamad muxamed moxamed mohamed muhamed mahamad maxamad mahmad maxmad mamad"
        " mamat memet mexmed mehmet mehmed mexmet magomed muxamet mahomed mahamed mamed md mohd muhd",
        "ibrohim ibragim ibrahim ibroxim ibraxim ebrahim abrahim",
        "husayn huseyn xuseyn guseyn xusein xusain husain hosein hoseyn xosein hosayn xusayn xuseyin hosain",
        "umed umid omid umit umet",
        "emomali imomali emamali imamali imomali",
        "yusuf yusup iosif yosuf yosef iusuf iusup yusif",
        "Sarif Sarip",
        "fotima fatima fatma patma fatema fotimo",
        "oiSa aiSa ayiSa aySa oySa aeSa",
        "xadija xadica xadiZa kadija",
        "zaynab zeynab zeynep zaynep zainab",
        "temur timur teymur taymur",
        "jamSed jamSid ZamSid jemSid ZamSed",
        "yoqub yaqub yakub ekub yokub yaqob yaqub",
        "yaho yahyo yaxyo yahya yaxya",
        "iskandar aleksandr iskander eskandar",
        "isxoq ishoq isxak ishoq isoq isak ishak isxok ishaq",
        "ismoil ismail ismayil esmail ismoyil",
        "sulaymon suleyman suleiman solayman soleyman soleiman sulaiman suleymen",
        "davlat dowlat daulat dolat",
        "azam agzam",
        "nemat nigmat negmat neymat",
        "nematulo nigmatulo negmatulo",
        "sadulo sagdulo saydulo",
        "maruf magruf",
        "jafar jagfar",
        "dovud daud david davud davod dovid doud",
        "xusrav xusrov xosrov xosro xusro xisrav xosrav",
        "navruz nauruz nowruz noruz novruz",
    )
    for other in row.split()
}

# Names known besides those in Persian script, for telling near names apart.
ALSO_KNOWN = _words(
    """
    vali hamid homid habib najib nasim salim karim rahim rahmon hakim halim aziz azim zarina zarifa nigora nigina
    malika madina gulnoz gulnora gulniso mavjuda mavzuna dilbar dilorom dilnoza dilafruz Sahnoz Sahlo Sohida Soira
    farruz jafar safar zafar anvar akbar sardor sarvar jasur javlon qodir nodir tohir zohir mohir yunus yusuf
    komil kamol jamil jamol jalil jalol nizom imom manucehr mehrubon baxtiyor bahrom parviz parvina fozila fahima
    otabek bobur temur Serzod Serali daler Suhrat ulmas umar umed amir amin saodat salomat erlan nurlan islom
    alam Safiq rafiq siroj sirojidin hayot hayit
    """
)
# Known names that papers write for one another all the same.
SAID_ALIKE = frozenset(
    {"sayid", "zuhra", "zahro", "layli", "laylo", "Sukur", "Sakur", "amin", "imon", "said", "yusuf", "jura"}
)
