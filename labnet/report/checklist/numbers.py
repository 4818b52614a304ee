"""Numbers in the text: each should come from a cell, or it will be wrong after the next run."""

import re
from unicodedata import category, normalize

from ..mentions import mentions
from ..notebook import outputs
from ..prose import prose
from .no_results import ANY_YEAR, NO_RESULTS, SOURCES, UNIT

SMALL = 10  # below this a whole number may be a word of the language: two classes, 3 layers
NUMBER = re.compile(
    r"(?:[%٪％]\s?)?\d+(?:[.,٫．]\d+|[٬'’ \u00a0\u2009\u202f]\d{3}(?!\d))*(?:\s?[%٪％])?"
)
PRINTED = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?:e[+-]?\d+)?(?!\w)")
LABEL = re.compile(rf"{ANY_YEAR}|\d{{7,}}")  # a year, the number of a student
DECIMAL = r"\d{0}\d{{1,2}}(?!\d)|\b0{0}\d"  # where the mark cannot be one of thousands
SIGNS = str.maketrans({"٫": ".", "٪": "%", **dict.fromkeys("٬'’ \u00a0\u2009\u202f")})


def typed(report):
    """In all sections with a number; what stands in the code is known too."""
    known = known_values(report)
    sections = [section for section in report.headed if not re.search(SOURCES, section.title)]
    comma = writes_commas("\n".join(section.text for section in sections))
    for section in sections:
        for number in dict.fromkeys(numbers(plain(section.text))):
            if tells(number, comma) and not any(says(number, value, comma) for value in known):
                yield {"section": section.name, "number": number}


def plain(text):
    """The text with blanks in place of what may hold numbers without being a result."""
    for one in mentions(text):
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return prose(text, *NO_RESULTS)


def numbers(text):
    """The numbers that stand for themselves: not those of a name such as a3, nor a year."""
    for found in NUMBER.finditer(text):
        around = text[: found.start()][-1:], text[found.end() :][:1]
        label = LABEL.fullmatch(found[0].strip()) and not is_counted(text, *found.span())
        if not label and around[0] != "." and not any(map(is_of_a_name, around)):
            yield found[0].strip()


def is_of_a_name(sign):
    """Whether a number beside it belongs to a word; in scripts without blanks it does not."""
    return sign == "_" or (sign != "" and category(sign) in ("Lu", "Ll", "Lt", "No"))


def is_counted(text, start, end):
    """Whether the number is one of epochs, of points and the like, before it or behind."""
    before, after = text[:start][-20:], text[end:][:20]
    by_word = re.match(rf"(?i)[\s-]*{UNIT}", after) or re.search(rf"(?i)\b{UNIT}\s+$", before)
    return by_word or (after != "" and category(after[0]) == "Lo")


def tells(number, comma=False):
    return "%" in plainly(number) or digits(number, comma) > 0 or value_of(number, comma) >= SMALL


def says(number, value, comma=False):
    """Whether the number is this value, rounded to as many digits; 97 % may be 0.97."""
    near = 0.5000001 * 10 ** -digits(number, comma)
    factors = (1, 100) if "%" in plainly(number) else (1,)
    return any(abs(value_of(number, comma) - factor * value) <= near for factor in factors)


def value_of(number, comma=False):
    return float(".".join(parts(number, comma)))


def digits(number, comma=False):
    """How many stand behind the decimal point."""
    return len("".join(parts(number, comma)[1:]))


def parts(number, comma=False):
    """["97", "31"] of "97.31", and of "97,31"; comma : where a comma is the decimal point."""
    text = plainly(number).strip("%")
    mark = max(".,", key=text.rfind)
    whole, _, rest = text.rpartition(mark)
    alone = text.count(mark) == 1 and not (len(rest) == 3 and (mark == ",") != comma)
    other = "," if mark == "." else "."
    decimal = alone or whole == "0" or (other in whole and mark not in whole)
    return [whole.replace(other, ""), rest] if decimal else [re.sub("[.,]", "", text)]


def plainly(number):
    """With the signs of English: 97.3% for ９７．３％ and for ٩٧٫٣٪."""
    return normalize("NFKC", number).translate(SIGNS)


def writes_commas(text):
    """Whether the author writes 0,5 for one half, as far as the text shows."""
    marks = (re.escape("."), ",")
    point, comma = (len(re.findall(DECIMAL.format(mark), prose(text))) for mark in marks)
    return comma > point


def known_values(report):
    """Every number that the code holds or a cell prints."""
    texts = [cell.source.replace("_", "") for cell in report.code]
    for cell in report.code:
        texts += outputs(cell, "text/plain")
        texts += [output.text for output in cell.outputs if output.output_type == "stream"]
    return {float(one.replace(",", "")) for text in texts for one in PRINTED.findall(text)}
