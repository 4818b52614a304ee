"""Where a text speaks of figures and tables, and of which: "Figure 3", "Abb. 3 und 4", "圖 3"."""

import re
from dataclasses import dataclass
from unicodedata import normalize, numeric

from . import figure_words as words
from .prose import prose

KINDS = ("Figure", "Table")
MOST = 100  # figures of which one mention speaks
HAN = "一二三四五六七八九十"


def either(listed):
    return "|".join(map(re.escape, sorted(listed.split(), key=len, reverse=True)))


GAP = r"[^\S\n]*"
RANGE = (
    rf"(?:{GAP}[-–—~～〜]{GAP}|\s+(?:{either(words.TO)})\s+|{GAP}(?:{either(words.TO_WIDE)}){GAP})"
)
LISTED = (
    rf"(?:{GAP}[,،、;/&+]{GAP}(?:(?:{either(words.AND)})\s+)?|\s+(?:{either(words.AND)})\s+"
    rf"|{GAP}(?:{either(words.AND_WIDE)}){GAP})"
)
NUMBER = r"\d{1,6}[a-h]?(?![A-Za-z\d_])"
NUMBERS = rf"{NUMBER}(?:\.?(?:{LISTED}|{RANGE}){NUMBER}){{0,20}}"
WORD = r"[^\W\d_][^\s\d.,:;!?()（），、。：；！？]{0,40}?"
BREAK = r"(?:\s*?\n(?!\s*\d+[.)]\s))?"  # a new line, if no list begins there
SIGN = rf"(?:(?:no|nr)\b\.?{GAP}|[№#]{GAP}|n[º°]{GAP})?(?:[(（](?=\d+[)）])|-(?=\d))?"
BEFORE = re.compile(
    rf"(?P<word>{WORD})\.?[*_]*(?:(?P<han>(?<=[图圖図表])[{HAN}]{{1,3}})"
    rf"|{BREAK}[^\S\n]*[*_~]*{SIGN}(?P<numbers>{NUMBERS}))",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"(?P<numbers>{NUMBER}(?:\.?{LISTED}{NUMBER}){{0,20}})(?:\.[^\S\n]?|-|[^\S\n](?=pav|lentel))"
    rf"(?P<word>(?:{either(words.AFTER)})\w{{0,{words.ADDED}}})"
    rf"|第{GAP}(?P<ordinal>\d{{1,6}}|[{HAN}]{{1,3}}){GAP}[张張幅個个]?{GAP}(?P<short>[图圖図表])"
)


@dataclass(frozen=True)
class Mention:
    """kind : Figure or Table. numbers : what is written of them. start, end : of it in the text."""

    kind: str
    written: str
    start: int
    end: int
    is_caption: bool

    @property
    def numbers(self):
        return expanded(self.written)


def mentions(text):
    """The Mentions in a text, in their order; not those in code, formulas and addresses."""
    text = prose(text)
    found = [mention(text, one, "han", "numbers") for one in BEFORE.finditer(text)]
    found += [mention(text, one, "numbers", "ordinal") for one in AFTER.finditer(text)]
    return sorted((one for one in found if one.kind), key=lambda one: one.start)


def spoken_of(text, captions=False):
    """[(Figure or Table, number)] of the captions in a text, or of all its other mentions."""
    found = (one for one in mentions(text) if one.is_caption == captions)
    return [(one.kind, number) for one in found for number in one.numbers]


def mention(text, found, *groups):
    group = next(name for name in groups if found[name])
    kind = kind_of(found["word"] or found["short"])
    begins = not text[: found.start()].rpartition("\n")[2].strip("*_> ")
    ends = re.match(r"[*_]*[.:：．。]", text[found.end() :])
    return Mention(kind, found[group], *found.span(group), bool(begins and ends))


def kind_of(word):
    """Figure or Table; "" for any other word."""
    word = normalize("NFC", word).strip("*_~").casefold()
    return next((kind for kind in KINDS if calls(word, kind)), "")


def calls(word, kind):
    exact, stems, inside, ends = (
        each[kind].split() for each in (words.EXACT, words.STEMS, words.INSIDE, words.ENDS)
    )
    if word.startswith(tuple(words.OTHERS.split())) or word.endswith(tuple(words.OTHERS.split())):
        return False
    return (
        word in exact
        or any(word.startswith(one) and near(word, one) for one in stems)
        or any(one in word and near(word, one) for one in inside)
        or word.endswith(tuple(ends))
    )


def near(word, stem):
    return len(word) <= len(stem) + words.ADDED


def renamed(text, names):
    """The text with other numbers: names is {(kind, number): the new one}."""
    for one in reversed(mentions(text)):
        if any((one.kind, number) in names for number in one.numbers):
            new = rewritten(one.kind, one.written, names)
            text = text[: one.start] + new + text[one.end :]
    return text


def rewritten(kind, written, names):
    if re.search(rf"\d[a-h]?\.?{RANGE}\d", written):
        new = sorted(names.get((kind, number), number) for number in expanded(written))
        in_a_row = new == list(range(new[0], new[-1] + 1))
        return f"{new[0]}–{new[-1]}" if in_a_row else ", ".join(map(str, new))
    return re.sub(
        rf"\d+|[{HAN}]+", lambda one: str(names.get((kind, whole(one[0])), one[0])), written
    )


def expanded(written):
    """The numbers in "2, 4 and 5", or in "2 to 5"."""
    numbers = [whole(one) for one in re.findall(rf"\d+|[{HAN}]+", written)]
    for low, high in re.findall(rf"(\d+)[a-h]?\.?{RANGE}(\d+)", written):
        numbers += range(int(low), min(int(high), int(low) + MOST))
    return sorted(set(numbers))


def whole(written):
    """3 for "3", "３", "٣" and "三"."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (10 * digit(tens, 1) if ten else 0) + digit(ones, 0)


def digit(sign, without):
    return int(numeric(sign[-1])) if sign else without
