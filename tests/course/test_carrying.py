"""A newer notebook takes over what a student wrote: nothing of it is ever lost."""

from collections import Counter

import nbformat
from hypothesis import given
from hypothesis import strategies as st
from nbformat import v4

from labnet.course.carrying import OURS, carried, fingerprint, fingerprints

TEXTS = st.text("ab`\n", max_size=6)
KINDS = st.sampled_from(["code", "markdown", "raw"])
NAMES = st.sampled_from("abcd")


def cell(one, text, kind="code"):
    made = {"cell_type": kind, "id": one, "metadata": {}, "source": text}
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def course(*texts):
    """Cells a, b, c, ... with these texts."""
    return [cell(one, text) for one, text in zip("abcdefgh", texts, strict=False)]


def sources(cells):
    return [one["source"] for one in cells]


OLD = course("one", "two", "three")
CAME = fingerprints(OLD)


def mine(*cells):
    """The sources of what becomes of these cells in a course that has not changed."""
    return sources(carried(OLD, list(cells), CAME).cells)


def test_an_untouched_copy_becomes_the_courses_new_version():
    new = [cell("n", "new"), cell("a", "one"), cell("c", "three, better")]
    told = carried(new, OLD, CAME)
    assert told.cells == new
    assert (told.yours, told.changed, told.both) == ([], [new[0], new[2]], [])


def test_what_the_student_changed_stays():
    own = cell("b", "my two")
    told = carried(OLD, [OLD[0], own, OLD[2]], CAME)
    assert told.cells == [OLD[0], own, OLD[2]]
    assert (told.yours, told.changed, told.both) == ([own], [], [])


def test_where_both_changed_a_cell_the_courses_is_shown_below_and_does_not_run():
    new, own = course("one", "their\n```\ntwo", "three"), cell("b", "my two")
    told = carried(new, [OLD[0], own, OLD[2]], CAME)
    assert told.both == [own]
    assert told.cells[1] == own
    assert told.cells[2]["cell_type"] == "markdown"
    assert told.cells[2]["source"] == f"{OURS}\n\n````python\ntheir\n```\ntwo\n````"
    assert told.cells[3] == OLD[2]


def test_where_both_changed_a_cell_alike_there_is_nothing_to_show():
    new = course("one", "the same", "three")
    assert sources(carried(new, [OLD[0], new[1], OLD[2]], CAME).cells) == sources(new)


def test_an_added_cell_stays_behind_its_neighbour():
    assert mine(cell("x", "before"), OLD[0], cell("y", "note"), *OLD[1:]) == [
        *("before", "one", "note", "two", "three")
    ]


def test_an_added_cell_whose_neighbour_is_gone_stands_behind_the_one_before():
    own = [*OLD[:2], cell("x", "note"), cell("y", "another"), OLD[2]]
    new = [OLD[0], cell("n", "new"), OLD[2]]
    found = sources(carried(new, own, CAME).cells)
    assert found == ["one", "note", "another", "new", "three"]


def test_a_changed_cell_that_the_course_has_dropped_stays_and_an_unchanged_one_goes():
    own = [OLD[0], cell("b", "my two"), OLD[2]]
    assert sources(carried(OLD[:1], own, CAME).cells) == ["one", "my two"]


def test_a_removed_cell_stays_away_until_the_course_has_something_new_there():
    assert mine(OLD[0], OLD[2]) == ["one", "three"]
    new = course("one", "two, better", "three")
    assert sources(carried(new, [OLD[0], OLD[2]], CAME).cells) == sources(new)


def test_cells_that_lost_their_ids_are_known_by_what_they_say():
    bare = [{**one, "id": None} for one in OLD]
    kept_elsewhere = {**bare[1], "metadata": {"id": "b"}, "source": "my two"}
    new = course("one, better", "two", "three")
    found = carried(new, [bare[0], kept_elsewhere, bare[2]], CAME).cells
    assert [(one["id"], one["source"]) for one in found] == [
        *(("a", "one, better"), ("b", "my two"), ("c", "three"))
    ]


def test_a_second_update_keeps_what_the_first_has_shown():
    new, own = course("one", "their two", "three"), [OLD[0], cell("b", "my two"), OLD[2]]
    first = carried(new, own, CAME)
    second = carried(new, first.cells, fingerprints(new))
    assert second.cells == first.cells
    assert second.both == []


def test_of_two_cells_with_one_id_both_stay():
    assert mine(cell("a", "mine"), cell("a", "mine too"), *OLD[1:]) == [
        *("mine", "mine too", "two", "three")
    ]


@st.composite
def versions(draw):
    """(the old course, the new one): cells changed, added, removed, of another kind, moved."""
    old = draw(
        st.lists(st.builds(cell, NAMES, TEXTS, KINDS), unique_by=lambda one: one["id"], min_size=2)
    )
    kept = [one if draw(st.booleans()) else cell(one["id"], draw(TEXTS)) for one in old]
    more = draw(st.lists(st.builds(cell, NAMES, TEXTS, KINDS)))
    ids = {one["id"]: one for one in [*more, *kept]}
    chosen = [one for one in ids.values() if draw(st.booleans())]
    return old, draw(st.permutations(chosen))


@st.composite
def edited(draw, old):
    """What a student, and the editors that they used, may have made of these cells."""
    own = [
        cell(
            one["id"], *draw(st.sampled_from([(one["source"], one["cell_type"]), ("mine", "raw")]))
        )
        for one in old
        if draw(st.booleans())
    ]
    ids = st.sampled_from([*"abcdx", None, "own-1"])
    more = draw(st.lists(st.builds(cell, ids, TEXTS, KINDS)))
    return draw(st.permutations([*own, *more, *own[: draw(st.integers(0, 2))]]))


@given(st.data())
def test_every_cell_that_a_student_wrote_is_in_the_new_file(data):
    old, new = data.draw(versions())
    own = data.draw(edited(old))
    came = data.draw(st.sampled_from([fingerprints(old), {}]))
    cells = carried(new, own, came).cells
    theirs = Counter(map(fingerprint, own))
    for mark in came.values():  # one cell that the course gave, unchanged
        theirs[mark] -= 1
    assert not +theirs - Counter(map(fingerprint, cells))
    made = v4.new_notebook(cells=[nbformat.from_dict(one) for one in cells])
    nbformat.validate(made)
    assert len({one["id"] for one in cells}) == len(cells)
