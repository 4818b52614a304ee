"""What a formula shows, whatever tags say it: to compare the MathML of two makers.

A row is a list of signs and of parts. A sign is its character, with its style (x.i is italic), and
a mark where a bracket grows. A part is its kind and its rows: ("frac", ..., above, below).
Only what nobody sees is left out: invisible operators, narrow gaps, and which of several code
points stands for the same sign.
"""

import re
import unicodedata

from bs4 import BeautifulSoup, NavigableString

SCRIPTS = {"msub": "_", "msup": "^", "msubsup": "_^"}
SCRIPTS |= {"munder": "_", "mover": "^", "munderover": "_^"}
SAME = {  # the same sign, written with other code points
    "−": "-", "∗": "*", "·": "⋅", "∶": ":", "∥": "‖", "∣": "|", "∖": "\\", "⟂": "⊥", "◻": "□",
    "◼": "■", "″": "′′", "‴": "′′′", "⁗": "′′′′", "…": "...", "⋯": "⋅⋅⋅",
    "ˆ": "^", "\u0302": "^", "˜": "~", "\u0303": "~", "\u20d7": "→", "\u0307": "˙", "\u0308": "¨",
    "―": "¯", "‾": "¯", "_": "¯", "\u0304": "¯", "\u0305": "¯", "\u0332": "¯",
    "\u00a0": " ", "\u2006": "", "\u2009": "", "\ufe00": "", "\ufe01": "",
    "\u2061": "", "\u2062": "", "\u2063": "", "\u2064": "",
}  # fmt: skip
STYLES = {
    "bold": "b", "italic": "i", "double-struck": "d", "script": "s", "fraktur": "f",
    "black-letter": "f", "sans-serif": "n", "monospace": "m",
}  # fmt: skip
GROWING = "()[]{}|⟨⟩⌈⌉⌊⌋"
BESIDE = "∑∏∐⋂⋃⋁⋀⨁⨂⨀"  # its limits stand beside it within a line
GAP = 0.3  # em: less is no blank


def shape(markup):
    """The row of the first <math> in it."""
    math = BeautifulSoup(markup, "html.parser").find("math")
    for text in math.find_all(string=re.compile(r"^[ \n]*$")):
        if text.parent.name != "mtext":
            text.extract()
    return row(math, math.get("display") == "block")


def row(element, display):
    found = inside(element, display)
    found = [one for i, one in enumerate(found) if one != " " or found[i - 1 : i] != [" "]]
    for i, one in enumerate(found):
        if one[0] == "stack":  # both makers fit the brackets of \binom to it
            found[i - 1 : i + 2] = [bracket(found[i - 1]), one, *map(bracket, found[i + 1 : i + 2])]
    return found


def bracket(one):
    return f"{one[0]}↕" if isinstance(one, str) else one


def inside(element, display):
    return [one for child in element.children for one in parts(child, display)]


def parts(one, display):
    """The signs and parts that this tag shows; display : whether it stands on a line of its own."""
    if isinstance(one, NavigableString):
        return []
    if one.get("mathcolor"):
        color = one.attrs.pop("mathcolor")
        return [("color", color, *parts(one, display))]
    display = {"true": True, "false": False}.get(one.get("displaystyle"), display)
    return MAKERS.get(one.name, other)(one, display)


def other(one, display):
    return [(one.name, one.get("notation", ""), row(one, display))]


def space(one, display):
    return [" "] if float(one.get("width", "0").removesuffix("em")) > GAP else []


def fraction(one, display):
    kind = "stack" if one.get("linethickness") in ("0", "0pt") else "frac"
    return [(kind, display, *(row_of(child, False) for child in one.children))]


def row_of(child, display):
    """The row of a tag that is an argument."""
    return row(BeautifulSoup(f"<mrow>{child}</mrow>", "html.parser"), display)


def root(one, display):
    return [("root", row(one, display))]


def root_of_degree(one, display):
    return [("root", *(row_of(child, display) for child in one.children))]


def scripts(one, display):
    base, *others = one.children
    above = one.name[1] in "uo" and (display or not is_beside(base))
    rows = [stripped(row_of(child, False)) for child in others]
    if above and rows == [[]]:  # holds a label of an arrow apart, and shows nothing
        return parts(base, display)
    return [("limits" * above + SCRIPTS[one.name], row_of(base, display), *rows)]


def stripped(found):
    return found[found[:1] == [" "] : len(found) - (found[-1:] == [" "])]


def is_beside(base):
    while base.name in ("mrow", "mstyle") and len(base.contents) == 1:
        base = base.contents[0]
    movable = base.get("movablelimits", str(base.get_text().strip() in BESIDE).lower())
    return base.name == "mo" and movable == "true"


def table(one, display):
    aligned = one.get("columnalign", "center").split()
    display = one.get("displaystyle") == "true"
    rows = [cells(tr, aligned, display) for tr in one.find_all("mtr", recursive=False)]
    while rows and not rows[-1]:
        rows.pop()
    if len(rows) == 1:  # its cells are as wide as what they hold
        rows = [[cell[1:] for cell in rows[0]]]
    lines = [one.get(name, "none") for name in ("columnlines", "rowlines", "frame")]
    ruled = [name for name in lines if set(name.split()) - {"none"}] or "border" in str(one)
    return [("table", rows, ruled)]


def cells(tr, aligned, display):
    """[(l, c or r, its row)] without those at the end that are empty."""
    found = []
    for td in tr.find_all("mtd", recursive=False):
        style = td.get("style", "")
        if "width: 50%" in style and not td.contents:  # keeps the formula in the middle
            continue
        side = re.search(r"text-align: (\w)", style)
        usual = td.get("columnalign", aligned[min(len(found), len(aligned) - 1)])
        side = side[1] if side else usual[0]
        hand_down(side, td)
        content = row(td, display)
        found.append((side, content) if content else ())
    while found and not found[-1]:
        found.pop()
    return found


def hand_down(side, td):
    """MathJax leaves out what a table inside of a cell inherits from it."""
    if td.find_parent("mtable").get("columnalign"):
        for inner in td.find_all("mtable", columnalign=False):
            if inner.find_parent("mtd") is td:
                inner["columnalign"] = side


def signs(one, display):
    text = one.get_text()
    text = "".join(SAME.get(char, char) for char in (text if one.name == "mtext" else text.strip()))
    mark = growth(one) if one.name == "mo" and text and text in GROWING else ""
    return [f"{styled(char, style(one))}{mark}" for char in text]


def growth(one):
    if one.get_text().strip() == "∣":
        return ""
    return one.get("minsize") or ("" if one.get("stretchy") == "false" else "↕")


def style(one):
    """Such as "bold italic"."""
    text = one.get_text().strip()
    plain = len(text) == 1 and text.isalpha() and not unicodedata.decomposition(text)
    return one.get("mathvariant", "italic" if one.name == "mi" and plain else "")


def styled(char, style):
    name, base = unicodedata.name(char, "").lower(), unicodedata.normalize("NFKC", char)
    if len(base) == 1 and base != char and base.isalnum() and any(one in name for one in STYLES):
        char, style = base, name
    marks = {mark for one, mark in STYLES.items() if one in style}
    return f"{char}.{''.join(sorted(marks))}" if marks and char.isalnum() else char


MAKERS = dict.fromkeys(("mi", "mn", "mo", "mtext"), signs) | dict.fromkeys(SCRIPTS, scripts)
MAKERS |= dict.fromkeys(("mrow", "mstyle", "mpadded"), inside)
MAKERS |= {"mspace": space, "mfrac": fraction, "mtable": table}
MAKERS |= {"msqrt": root, "mroot": root_of_degree}
