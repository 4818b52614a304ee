"""What a text speaks of, in whatever language, and what the page makes of the numbers."""

from itertools import product

import pytest

from labnet.report.mentions import mentions, renamed, spoken_of

FIGURE_3 = """
Figure 3|Fig. 3|Fig.3|fig 3|fig3|FIGURE 3|Fig.~3|**Figure** 3|Figure #3|Figure no. 3
Figure&nbsp;3|Figure 3a|Figure (3)|Abbildung 3|Abb. 3|Abb.3|Bild 3|figure 3|figura 3|gráfico 3
Figuur 3|Afbeelding 3|figur 3|Kuva 3|kuvassa 3|joonis 3|3. attēls|žr. 3 pav.|Rys. 3|na rysunku 3
Obr. 3|obrázku 3|slika 3|na slici 3|3. ábra|a 3. ábrán|Şekil 3|Şekil 3'te|Hình 3|Gambar 3
3. irudia|Mynd 3|3-rasm|рис. 3|на рисунке 3|Мал. 3|фиг. 3|слика 3|3-сурет|Εικόνα 3|Σχήμα 3|σχ. 3
նկ. 3|ნახ. 3|图3|如图3所示|圖 3|圖（3）|图三|図3|第3図|第三图|图片3|그림 3|그림 3에서|รูปที่ 3
ดังรูปที่ ๓|ຮູບທີ 3|រូបភាព 3|ပုံ ၃|الشكل 3|والشكل ٣|شکل ۳|איור 3|כפי שבאיור 3|चित्र 3|चित्र ३
চিত্র ৩|படம் 3|పటం 3|ಚಿತ್ರ 3|ምስል 3
"""
TABLE_3 = """
Table 3|Tab. 3|Tabelle 3|Tableau 3|Tabla 3|Tabela 3|Tabella 3|tabell 3|Tabel 3|taulukossa 3
tabulka 3|3. táblázat|Tablo 3|Çizelge 3|Bảng 3|таблица 3|в таблице 3|Табл. 3|Πίνακας 3|表3|表 3
表格3|표 3|ตารางที่ 3|الجدول ٣|جدول 3|טבלה 3|सारणी 3|তালিকা ৩|அட்டவணை 3
"""
LISTS = {
    "Figures 3 and 4": {3, 4},
    "Figs. 2, 4, and 5": {2, 4, 5},
    "Figures 3-5": {3, 4, 5},
    "Figures 3 to 5": {3, 4, 5},
    "Fig. 3a and 4b": {3, 4},
    "Abbildungen 3 und 4": {3, 4},
    "Abb. 3 bis 5": {3, 4, 5},
    "figures 3 et 4": {3, 4},
    "figuras 3 y 4": {3, 4},
    "рисунки 3 и 4": {3, 4},
    "a 3. és 4. ábra": {3, 4},
    "图3、4": {3, 4},
    "图3和图4": {3, 4},
    "圖 3 至 5": {3, 4, 5},
    "図3と4": {3, 4},
    "그림 3과 4": {3, 4},
    "الشكلين ٣ و٤": {3, 4},
    "चित्र ३ और ४": {3, 4},
    "kuvat 3–5": {3, 4, 5},
}
NONE = """
the figure, 3 curves|configure 4|3 figures|only 3 runs|tablet 3|the stable 3|fight 3|step 3
section 3. Figures are|代表3个|企图3次|发表3篇|目标 3|목표 3|รูปแบบ 3|ประสิทธิภาพ 3|表示 3
`fig 3`|$x_3$|![](figure3.png)|[a](#figure-3)|<img id="figure 3">|https://a.org/figure3
my/figure3.png
"""


def rows(text):
    return [row for line in text.split("\n") for row in line.split("|") if row]


@pytest.mark.parametrize(
    ("text", "kind"), [*product(rows(FIGURE_3), ["Figure"]), *product(rows(TABLE_3), ["Table"])]
)
@pytest.mark.parametrize("frame", ["{}", "(see {}),"])
def test_a_mention_is_found(text, kind, frame):
    assert spoken_of(frame.format(text)) == [(kind, 3)]


@pytest.mark.parametrize("text", LISTS)
def test_several_are_found(text):
    assert spoken_of(text) == [("Figure", number) for number in sorted(LISTS[text])]


@pytest.mark.parametrize("text", rows(NONE))
def test_what_is_no_mention(text):
    assert mentions(text) == []


def test_an_item_of_a_list_belongs_to_no_word_above_it():
    assert mentions("see the table\n3. Next") == []
    assert spoken_of("see Figure\n3 and more") == [("Figure", 3)]


@pytest.mark.parametrize(
    "text", ["**Figure 3.** A", "Figure 3: A", "**圖 3：** 曲線", "**Abb. 3.** x", "**3. ábra.** x"]
)
def test_a_caption_is_no_mention(text):
    assert spoken_of(text) == [] and spoken_of(text, captions=True) == [("Figure", 3)]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Figure 3 and Table 3", "Figure 7 and Table 3"),
        ("Fig.3, 圖3, 图三, الشكل ٣", "Fig.7, 圖7, 图7, الشكل 7"),
        ("Figures 3, 4 and 9", "Figures 7, 2 and 9"),
        ("Figures 3-4", "Figures 2, 7"),
        ("Figures 8–9", "Figures 8–9"),
        ("a 3. és 4. ábra", "a 7. és 2. ábra"),
        ("`Figure 3` ![](figure3.png) 3 figures", "`Figure 3` ![](figure3.png) 3 figures"),
    ],
)
def test_the_numbers_follow_their_new_names(text, new):
    assert renamed(text, {("Figure", 3): 7, ("Figure", 4): 2}) == new


@pytest.mark.parametrize("text", ["图" * 9000, "1," * 9000, "Figure 1 to " * 3000, "fig. " * 5000])
def test_odd_texts_come_to_an_end(text):
    assert len(mentions(text)) <= 3000
