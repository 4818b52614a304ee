"""README.md, as far as it follows the list: a row for each notebook, and how many there are."""

import re

COUNTS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]
ROW = re.compile(r'  <tr>\n    <td><img src="\.github/pictures/(\w+)\.png".*?</tr>\n', re.DOTALL)
COUNTED = re.compile(rf"\b({'|'.join(COUNTS)}|\d+) notebooks? lead")
NEW_ROW = """  <tr>
    <td><img src=".github/pictures/{name}.png" width="240" alt="{alt}"></td>
    <td><a href="notebooks/{name}.ipynb"><b>{name}</b></a>, about {minutes} minutes<br>{text}</td>
  </tr>
"""
SHORT = """**This is a short course**: of labnet's notebooks it has {here}.
Where a text or a message names {gone}, it speaks of the whole course.

"""


def count(number):
    """How many notebooks, in words at the beginning of a sentence."""
    words = COUNTS[number] if number < len(COUNTS) else str(number)
    return f"{words} notebook lead" if number == 1 else f"{words} notebooks lead"


def counted(text):
    """The text with the number of its rows."""
    return COUNTED.sub(count(len(ROW.findall(text))), text, count=1)


def shorten(path, chosen):
    """Take out the rows of all other notebooks, and say that it is a short course."""
    text = path.read_text("utf-8")
    names = [one.name for one in chosen]
    gone = [name[:2] for name in ROW.findall(text) if name not in names]
    text = counted(ROW.sub(lambda row: row[0] if row[1] in names else "", text))
    here = SHORT.format(here=listed([name[:2] for name in names]), gone=listed(gone, "or"))
    path.write_text(text.replace("\n![", f"\n{here if gone else ''}![", 1), "utf-8")


def listed(words, last="and"):
    *first, end = words
    return f"{', '.join(first)} {last} {end}" if first else end


def add_row(path, name, minutes, alt, text):
    """Below the other rows."""
    before = path.read_text("utf-8")
    row = NEW_ROW.format(name=name, minutes=minutes, alt=alt, text=text)
    path.write_text(counted(before.replace("</table>", f"{row}</table>", 1)), "utf-8")
