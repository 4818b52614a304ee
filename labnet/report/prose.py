"""What is written, in whatever language: its length, and what in it is no prose."""

import re
from unicodedata import category, east_asian_width, normalize

LETTERS = 5  # of a word: about the mean of English and of most other languages
WIDE = 3  # the letters that one Chinese, Japanese or Korean sign stands for
ATTRIBUTE = r"""\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
NO_PROSE = (  # each before what may stand inside of it
    r"(?is)<(pre|code|style|script|table|svg|h[1-6])\b.*?</\1\s*>",
    r"(?s)(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)",
    r"(?m)^[ \t]*\n(?:(?: {4}|\t).*(?:\n|\Z))+",  # indented code
    r"(?s)\$\$.*?\$\$|\\begin\{(\w+\*?)\}.*?\\end\{\1\}|\\\\\[.*?\\\\\]|\\\\\(.*?\\\\\)",
    r"(?<!\\)\$[^$]*\$",
    r"(?m)^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$",  # where a link leads, and a footnote
    r"\]\((?:[^()]|\([^()]*\))*\)",
    r"(?i)(?:\w+://|www\.|doi:|arxiv:|mailto:)[^\s<>]*|[\w.+-]+@[\w-]+\.[\w.]+",
    r"(?i)\d*<sup>[^<]*</sup>",
    rf"</?[A-Za-z][\w-]*(?:{ATTRIBUTE})*\s*/?>|&#?\w+;",
    r"(?:[\w.~-]*/)*[\w-]*[A-Za-z_][\w-]*\.[a-z]{1,5}\d?\b",  # a file
)


def length(text):
    """In words, as blanks set them off, or as many as its letters make: some have no blanks."""
    wide = sum(east_asian_width(sign) in "WF" for sign in letters(text))
    return max(len(text.split()), (len(letters(text)) + (WIDE - 1) * wide) // LETTERS)


def letters(text):
    """The letters of the prose, with the marks that are written above or below them."""
    return [sign for sign in normalize("NFC", prose(text)) if category(sign)[0] in "LM"]


def prose(text, *patterns):
    """The text with blanks in place of code, formulas, tags and addresses; its length stays.

    patterns : what else to leave out.
    """
    for pattern in (*NO_PROSE, *patterns):
        text = re.sub(pattern, blank, text)
    return text


def blank(found):
    return re.sub(r"[^\n]", " ", found[0])
