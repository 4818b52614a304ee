"""How a figure and a table are called in other languages.

A word counts as it is written here, with what an inflection adds behind it ("Abbildungen", "на
рисунке"). It is a list, so a language that is missing here is not understood; whoever writes in it
adds its words. The captions' words of LaTeX's babel and of Sphinx are in it.
"""

# Abbreviations, and words that are common as the beginning of others.
EXACT = {
    "Figure": "fig figs figg abb bild afb obr rys pav kuv kép εικ σχ рис мал фиг сл նկ ნახ 그림",
    "Table": "tab tabs tabl табл табела πιν աղ 표 도표",
}
# The beginnings of words that stand between blanks.
STEMS = {
    "Figure": """
        figur figuur figure ffigur figiúr fíor abbildung bilder afbeelding illustration
        ilustraci ilustraç imagem imagen gráfic grafico grafik diagram
        schaubild slik slic obráz rysun rycin wykres ábr
        kuva kuvi joonis attēl paveiksl şekil şekl şəkil şəkl hình gambar rajah larawan mchoro
        kielelezo irudi mynd rasm рисун малюн фигур фігур слик слиц сурет сүрөт зураг зург расм
        σχήμ εικόν նկար ნახაზ სურათ
        चित्र आकृति চিত্র આકૃતિ ਚਿੱਤਰ படம் படத் పటం చిత్రం ಚಿತ್ರ ചിത്രം ചിത്ര රූප ምስል ሥዕል
    """,
    "Table": """
        table tabell tabel tabla tableau tabulk tabuľk tabula tabulā tabulu tablic tabela táboa
        tabella tavol taul tafl töfl táblázat lentel tablo çizelge cədvəl bảng jadual jadval
        talahanayan jedwal quadro cuadro таблиц табліц табел кесте жадвал хүснэгт πίνακ πινάκ
        աղյուսակ ცხრილ
        सारणी तालिका সারণি তালিকা કોષ્ટક ਸਾਰਣੀ அட்டவணை పట్టిక ಕೋಷ್ಟಕ പട്ടിക වගු ሠንጠረዥ ሰንጠረዥ
    """,
}
# Where articles and prepositions are written in one with the word.
INSIDE = {"Figure": "شكل شکل رسم نمودار تصویر איור תרשים ציור", "Table": "جدول טבלה טבלת טבלא"}
# Where there are no blanks between words: what stands before the number.
ENDS = {
    "Figure": "图 圖 図 图表 圖表 图片 圖片 图像 圖像 รูป รูปที่ ภาพที่ ຮູບ ຮູບທີ រូប រូបទី រូបភាព រូបភាពទី ပုံ",
    "Table": "表 表格 ตาราง ตารางที่ ຕາຕະລາງ ຕາຕະລາງທີ តារាង តារាងទី ဇယား",
}
# Other words that begin or end like these.
OTHERS = "tablet tablett 代表 列表 发表 發表 外表 手表 企图 企圖 试图 試圖 意图 意圖 地图 地圖"
# Where the number stands first, as in "3. ábra".
AFTER = """
    ábr táblázat irudi taul attēl tabul paveiksl pav lentel rasm jadval сурет сүрөт кесте şekil
    şekl tablo çizelge slik obráz tabulk rysun
"""
ADDED = 6  # letters of an inflection
AND = (
    "and or und oder et ou y e o u i ili oraz lub nebo en of och eller og eða ja tai või és vagy "
    "ve veya ile și si sau eta edo и или та і або και ή và hoặc dan atau ir un և და और या এবং ও"
)
AND_WIDE = "以及 和 与 與 及 或 跟 と や および または 또는 와 과 및 และ หรือ ແລະ និង နှင့် و أو או ו"
TO = "to through till until bis à a al até hasta do tot t/m til по до đến sampai hingga تا से"
TO_WIDE = "至 到 から 부터 에서 ถึง إلى עד"
