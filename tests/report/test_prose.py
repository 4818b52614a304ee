"""Texts in other languages: their length, and what in them is no prose."""

import pytest

from labnet.report.checklist.answers import LEAST
from labnet.report.prose import length, prose

ANSWERS = {
    "English": "The network learned both sets. The loss was small. I will try another rate.",
    "Chinese": "网络学会了两组数据。异或需要更多时间。种子很重要，我会再试。",
    "Chinese, in short sentences": "误差先降后平。网络学会了异或。种子很重要。",
    "Chinese, traditional": "網路學會了兩組資料。異或需要更多時間。我會再試別的學習率。",
    "Japanese": "ネットワークは両方を学習した。損失は小さい。次は別の率を試す。",
    "Korean": "네트워크는 두 데이터를 모두 학습했다. 손실은 작다. 다음에는 다른 비율을 시도한다.",
    "Thai": "เครือข่ายเรียนรู้ข้อมูลทั้งสองชุด ค่าความสูญเสียน้อย จะลองอัตราอื่น",
    "Lao": "ເຄືອຂ່າຍໄດ້ຮຽນຮູ້ຂໍ້ມູນທັງສອງຊຸດ ການສູນເສຍນ້ອຍ ຂ້ອຍຈະລອງອັດຕາອື່ນ",
    "Khmer": "បណ្តាញបានរៀនទិន្នន័យទាំងពីរ។ ការបាត់បង់តូច។ ខ្ញុំនឹងសាកល្បងអត្រាផ្សេង។",
    "Burmese": "ကွန်ရက်သည် ဒေတာနှစ်ခုလုံးကို သင်ယူခဲ့သည်။ ဆုံးရှုံးမှု နည်းသည်။",
    "Arabic": "تعلمت الشبكة المجموعتين. كانت الخسارة صغيرة. سأجرب معدلا آخر.",
    "Hebrew": "הרשת למדה את שני סוגי הנתונים. ההפסד קטן. אנסה קצב אחר.",
    "Hindi": "नेटवर्क ने दोनों आँकड़े सीखे। हानि कम थी। मैं दूसरी दर आज़माऊँगा।",
    "Finnish": "Verkko oppi molemmat aineistot. Häviö oli pieni. Kokeilen toista nopeutta.",
}
NO_ANSWERS = (
    "See below.",
    "The network learned both data sets in the end.",
    "待写。以后再补充。",
    "여기에 답을 쓰세요",
    "ยังไม่ได้เขียน",
    "![image.png](attachment:0a1b2c3d-aaaa-bbbb-cccc-ddddeeeeffff.png)",
    "https://example.org/a-very-long-name-that-tells-nothing-at-all-about-the-network",
    "$\\mathrm{backpropagationbackpropagationbackpropagationbackpropagation}$",
)
NO_PROSE = (
    "`97`",
    "``9 ` 7``",
    "$9.7$",
    "$$\n97\n$$",
    "\\begin{align}97\\end{align}",
    '<img width=97 alt="9 > 7">',
    "<td style='width: 97%'>",
    "<code>97</code>",
    "<table><tr><td>97</td></tr></table>",
    "https://example.org/97?a=97",
    "<https://example.org/97>",
    "www.example.org/97",
    "doi:10.97/97",
    "a97@example.org",
    "](https://example.org/a_(97)/97)",
    "data_97.csv",
    "my/plots/97/fig97.png",
    "&#97;",
    "\n\n    lr = 97\n",
)


@pytest.mark.parametrize("language", ANSWERS)
def test_three_sentences_are_an_answer_in_every_language(language):
    assert length(ANSWERS[language]) >= LEAST


@pytest.mark.parametrize("text", NO_ANSWERS)
def test_a_few_words_or_a_picture_are_none(text):
    assert length(text) < LEAST


@pytest.mark.parametrize("text", NO_PROSE)
def test_no_prose_is_left_out_and_everything_keeps_its_place(text):
    found = prose(f"Before {text} after.")
    assert "7" not in found and len(found) == len(f"Before {text} after.")
    assert found.startswith("Before ") and found.endswith(" after.")


@pytest.mark.parametrize(
    "text", ["p < 97 and 8 > 7", "it costs 97 $.", "97.3 % e.g. here", "97/98"]
)
def test_what_only_looks_like_it_stays(text):
    assert prose(text).count("97") == 1
