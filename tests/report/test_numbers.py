"""Which numbers of a text look like results."""

import pytest

from labnet.report.checklist.numbers import numbers, plain, says, tells, value_of, writes_commas

NO_RESULTS = """
<img width=200>|<td style="width:50%">|see https://a.org/2024/97.31 there
[here](http://x.org/99)|doi:10.1038/323533a0|arXiv:1412.6980|a12@x99.org|data_2024.csv
In 1986 it was found|(Kingma, 2015)|Rumelhart et al. 1986 found|2014年|the 2012 paper
Leibniz, 1676|in 1847.|2024-06-02|02.06.2024|2/6/2024|12 June 2025|June 12, 2025|12. Juni 2025
12 de junho de 2025|2025年6月12日|١٢ يونيو 2025|ปี 2567|on 12 June|May 12|at 14:30|2024/25
2024–2025|student number 12345678|Matrikelnummer: 123456|ID 40123|学号：20231234|s1234567
u0123456|Python 3.12|NumPy 2.1|NumPy 2.1.3|v2.10|version 14|CS 231|CS231n|COMP-1234|EE 2026
CIFAR-10|GPT-4|ResNet-50|[12]|[3, 14]|as in [14] and [^12]|Section 12|sections 3.1 and 4.10
Abschnitt 12|第12節|pp. 12-15|page 12|S. 12|12页|Eq. (12)|equation 12|Gl. 14|`97.31` here
<code>97.31</code>|12. an item|13) an item|**12.** Results|**4.10 Results**|# 12 things
<h2>12 Results</h2>|$97.31$|2-10-10-1|[12] Nielsen, vol. 323, pp. 533-536.|Figure 12|Tabelle 14
圖12|Abb. 12 und 13|exercise 2.12|notebook 07|H2O a12 x_12|10²|room 214|week 12|3 of 4
12th and 21st|+49 170 1234567|10<sup>12</sup>|group 12|x&#8217;s
"""
LONGER = (
    "| a | b |\n|---|---|\n| 97.31 | 42 |\n| 12 | 13 |",
    "a | b\n--|:-:\n97.31 | 42\n",
    "Text\n\n    lr = 12.5\n\nmore",
    "12. Results\n-----------",
    "Results of 12\n=====",
    "[1]: http://x.org/12",
    "- [1] A book,\n  pages 12 and 99.",
)
RESULTS = {
    "It was 97.31 %.": [97.31],
    "after 842 epochs": [842],
    "From epoch 1842 on": [1842],
    "2000 epochs": [2000],
    "with 30 seeds, 2000 epochs": [30, 2000],
    "1000000 epochs": [1000000],
    "准确率是97.31%": [97.31],
    "共100個點": [100],
    "2000次": [2000],
    "正答率は９７．３１％です": [97.31],
    "정확도는 97.31%이다": [97.31],
    "ความแม่นยำ๙๗.๓๑เปอร์เซ็นต์": [97.31],
    "सटीकता ९७.३१%": [97.31],
    "الدقة ٩٧٫٣١٪ بعد ٨٤٢ حقبة": [97.31, 842],
    "Genauigkeit 97,31 %": [97.31],
    "0,5 nach 60.000 Epochen": [0.5, 60000],
    "12 000 époques": [12000],
    "12\u202f000 époques": [12000],
    "12'345 Schritte": [12345],
    "%97,31": [97.31],
    "1,234.5": [1234.5],
    "1.234,5": [1234.5],
    "6,000 and 0.5": [6000, 0.5],
    "12 of 30 runs": [12, 30],
    "**97.31 %** of all": [97.31],
    "*0.973* is": [0.973],
    "XOR 21 of 21": [21],
    "SGD 0.1": [0.1],
    "BCE 0.693": [0.693],
    "p<0.05 and 12.5 > 3": [0.05, 12.5],
}


def found(text):
    comma = writes_commas(text)
    return [one for one in numbers(plain(text)) if tells(one, comma)]


@pytest.mark.parametrize(
    "text", [*(row for line in NO_RESULTS.split("\n") for row in line.split("|") if row), *LONGER]
)
def test_what_is_no_result_is_left_alone(text):
    assert found(text) == [] and found(f"{text}\n\nIt was 97.31 %.") == ["97.31 %"]


@pytest.mark.parametrize("text", RESULTS)
def test_results_are_found_and_read_in_every_language(text):
    read = [value_of(one, writes_commas(text)) for one in found(text)]
    assert list(dict.fromkeys(read)) == RESULTS[text]


@pytest.mark.parametrize(
    ("number", "comma"),
    [
        ("97.3 %", False),
        ("97,3 %", True),
        ("９７．３％", False),
        ("٩٧٫٣٪", False),
        ("0,973", False),
    ],
)
def test_a_result_may_be_rounded_and_in_percent(number, comma):
    assert says(number, 0.97304, comma) and not says(number, 0.97404, comma)


@pytest.mark.parametrize(
    "text", ["1," * 9000, "1 " * 9000, "a|" * 5000, "page 1," * 4000, "1" * 9000]
)
def test_odd_texts_come_to_an_end(text):
    assert len(found(text)) <= 9000
