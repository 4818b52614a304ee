"""carried: a newer notebook of the course, with the cells that a student wrote in an older copy.

Cells are the same ones if they have the same id. A copy remembers a fingerprint of each cell as it
came, so whoever finds another one knows who has changed it: the student, the course, or both.
"""

from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count

OURS = "**The course has changed the cell above.** Yours stays. The course's new one says:"
ASIDE = "not-in-report"  # the tag of cells that a report leaves out


@dataclass
class Carried:
    """cells : of the new notebook; the others hold some of them, for what is said.

    yours : those that the student changed or wrote. changed : those that the course changed, or
    added. both : those that both changed; the student's is kept, with the course's below it.
    """

    cells: list = field(default_factory=list)
    yours: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    both: list = field(default_factory=list)


def source(cell):
    return "".join(cell["source"])


def fingerprint(cell):
    """The same for two cells of one kind that say the same."""
    return sha256(f"{cell['cell_type']}\n{source(cell)}".encode()).hexdigest()[:12]


def fingerprints(cells):
    """{id: fingerprint}, for the copy to remember."""
    return {cell["id"]: fingerprint(cell) for cell in cells}


def carried(course, own, came):
    """The cells of the new notebook `course`, with those of `own` that its student wrote.

    came : {id: fingerprint} of the copy as it came; empty if it does not say. Then every cell that
    differs from the course's counts as the student's.

    A cell of the student's own stands behind the cell that it stood behind; if that is gone, behind
    the last one before it that is still there.
    """
    told = Carried()
    there, behind = placed(identified(own, came), {cell["id"] for cell in course}, came)
    add_own(told, behind.get(None, ()))
    for cell in course:
        add(told, cell, there.get(cell["id"]), came)
        add_own(told, behind.get(cell["id"], ()))
    make_ids_differ(told.cells)
    return told


def identified(own, came):
    """The cells, each with the id it came with, as far as that can be told; none has it twice.

    Some editors keep it among the metadata, or lose it: then what the cell says may tell.
    """
    ids = [cell.get("id") or cell.get("metadata", {}).get("id") for cell in own]
    lost = {mark: one for one, mark in came.items() if one not in ids}
    found, seen = [], {None}
    for one, cell in zip(ids, own, strict=True):
        known = one if one in came else lost.get(fingerprint(cell), one)
        found.append({**cell, "id": None if known in seen else known})
        seen.add(known)
    return found


def placed(own, course, came):
    """({id: the cell that the course still has}, {id or None: the student's cells behind it})."""
    there, behind, last = {}, {}, None
    for cell in own:
        one = cell["id"]
        if one in course:
            there[one], last = cell, one
        elif came.get(one) != fingerprint(cell):
            behind.setdefault(last, []).append(cell)
    return there, behind


def add_own(told, cells):
    told.cells += cells
    told.yours += cells


def add(told, cell, own, came):
    """Add what becomes of one cell of the course; own : the student's, or None if it is gone."""
    now, before = fingerprint(cell), came.get(cell["id"])
    if own is None:
        add_missing(told, cell, removed=before == now)
    elif fingerprint(own) == now:
        told.cells.append(own)
    elif fingerprint(own) == before:
        told.cells.append(cell)
        told.changed.append(cell)
    else:
        add_both(told, cell, own, changed=before != now)


def add_missing(told, cell, removed):
    """A cell that the student removed stays away, unless the course has something new to say."""
    if not removed:
        told.cells.append(cell)
        told.changed.append(cell)


def add_both(told, cell, own, changed):
    told.cells.append(own)
    told.yours.append(own)
    if changed:
        told.cells.append(shown(cell))
        told.both.append(own)


def shown(cell):
    """A cell of text that shows the course's cell: code must not run after the student's own."""
    text = source(cell)
    fence = next("`" * n for n in count(3) if "`" * n not in text)
    language = "python" if cell["cell_type"] == "code" else "markdown"
    return {
        "cell_type": "markdown",
        "id": f"{cell['id'][:40]}-{fingerprint(cell)}",
        "metadata": {"tags": [ASIDE]},
        "source": f"{OURS}\n\n{fence}{language}\n{text}\n{fence}",
    }


def make_ids_differ(cells):
    """Give those a new id that have none, or one that an earlier cell has."""
    used, seen = {cell["id"] for cell in cells}, {None}
    free = (one for one in (f"own-{n}" for n in count(1)) if one not in used)
    for index, cell in enumerate(cells):
        if cell["id"] in seen:
            cells[index] = {**cell, "id": next(free)}
        seen.add(cell["id"])
