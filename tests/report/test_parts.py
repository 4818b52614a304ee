"""A report in parts: sections left out, figures in another order, sentences in a paragraph."""

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat import v4

from labnet import report
from labnet.report.notebook import EXAMPLE, Notebook

text, code = v4.new_markdown_cell, v4.new_code_cell


def shown(kind, words, source="report.say(...)"):
    return code(
        source, outputs=[v4.new_output("execute_result", {kind: words, "text/plain": words})]
    )


def says(words):
    return shown("text/markdown", words)


def figure(number, words="A curve."):
    made = shown("text/markdown", f"**Figure {number}.** {words}", f"report.figure({number})")
    made.outputs[0].data["text/plain"] = f"Figure {number}. {words}"
    made.outputs.insert(0, v4.new_output("display_data", {"image/png": "aGVsbG8="}))
    return made


@pytest.fixture
def save(tmp_path):
    def save(*cells):
        path = tmp_path / "report.ipynb"
        nbformat.write(v4.new_notebook(cells=[text("# T"), *cells]), path)
        return path

    return save


@pytest.fixture
def page(save):
    def page(*cells, **options):
        return BeautifulSoup(
            report.export(save(*cells), **options).read_text("utf-8"), "html.parser"
        )

    return page


def paragraphs(page):
    return [one.get_text() for one in page.main.find_all("p")]


# Sections that are left out


@pytest.fixture
def short(tmp_path):
    """A function that writes the example with this behind **Left out:**, and changes it."""

    def short(listed, change=lambda notebook: None):
        notebook = nbformat.read(EXAMPLE, as_version=4)
        title = next(one for one in notebook.cells if one.id == "title")
        title.source = title.source.replace("2025", f"2025\n\n**Left out:** {listed}")
        change(notebook)
        nbformat.write(notebook, tmp_path / EXAMPLE.name)
        return tmp_path / EXAMPLE.name

    return short


def of_one_s_own(path):
    """The open points, without those that say how much is still the example's."""
    return [point for point in report.checklist(path) if "still the example's" not in point]


@pytest.mark.parametrize(
    "listed",
    ["5", "4.3", "4.3, 5", "sections 4.2 and 4.3.", "5.1; 5.2", "2.1、4.4", "３.１", "4", "3.2"],
)
def test_what_is_left_out_leaves_no_open_points_of_its_own(listed, short):
    points = of_one_s_own(short(listed))
    assert all("the text mentions" in one for one in points)


def test_what_is_left_out_is_not_handed_in_and_the_figures_close_up(short, capsys):
    path = short("4.2, 4.3, 5")
    before = path.read_bytes()
    page = BeautifulSoup(report.export(path).read_text("utf-8"), "html.parser")
    assert path.read_bytes() == before
    assert [one.get_text()[:3] for one in page.find_all("h3")][-2:] == ["4.1", "4.4"]
    assert [one["alt"].split(".")[0] for one in page.find_all("img")][-1] == "Figure 8"
    assert "Table 4 counts; Figure 8 shows the way." in page.get_text()
    assert "Left out" not in page.get_text()
    assert "Figure 10 became Figure 8, Table 6 became Table 4." in capsys.readouterr().out


def test_extras_may_be_missing_without_a_word(short):
    def without_extras(notebook):
        ids = [one.id for one in notebook.cells]
        del notebook.cells[ids.index("extras") : ids.index("conclusion")]

    path = short("", without_extras)
    assert "5.1" not in [section.number for section in Notebook(path).headed]
    assert of_one_s_own(path) == []


def test_a_section_that_is_missing_says_how_to_leave_it_out(short):
    path = short("", lambda notebook: notebook.cells.pop())
    notebook = nbformat.read(path, as_version=4)
    for one in notebook.cells:
        one.source = one.source.replace("### 4.3 No act", "No act")
    nbformat.write(notebook, path)
    assert "write below the date: **Left out:** 4.3" in "".join(of_one_s_own(path))


@pytest.mark.parametrize("listed", ["Extras", "4.3 and 9", "IV", "4.33"])
def test_what_is_no_section_is_named(listed, short):
    word = listed.split()[-1]
    assert f"Behind **Left out:** stands {word}, and no section" in "".join(
        of_one_s_own(short(listed))
    )


def test_a_text_with_several_headings_is_cut_at_them(save):
    cells = (
        text("**Left out:** 2.1, 3\n\n## 1. A\n\nOne."),
        text(
            "## 2. B\n\nTwo.\n\n### 2.1 C\n\nThree.\n\n```\n## 9. no heading\n```\n\n#### Its part"
        ),
        says("Four."),
        text("### Mine\n\nFive.\n\n## 3. D"),
        says("Six."),
        text("### 3.1 E\n\nSeven."),
        text("## 4. F\n\nEight."),
    )
    found = Notebook(save(*cells))
    assert [section.title for section in found.headed] == ["A", "B", "Mine", "F"]
    words = " ".join(section.prose for section in found.headed)
    assert [
        one
        for one in ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")
        if one in words
    ] == [
        "One",
        "Two",
        "Five",
        "Eight",
    ]


# Figures in another order


def test_figures_are_numbered_in_their_order_and_the_text_follows(page, capsys):
    cells = (
        text("Figures 7 and 2 show it; so does 圖 2, and `Figure 7` is code."),
        figure(7, "As in Figure 2."),
        says("See Fig. 2."),
        figure(2),
        text("**Figure 9.** My own. ![x](data:image/png;base64,aGVsbG8=)"),
    )
    found = page(*cells)
    assert paragraphs(found)[:4] == [
        "Figures 1 and 2 show it; so does 圖 2, and Figure 7 is code.",
        "Figure 1. As in Figure 2.",
        "See Fig. 2.",
        "Figure 2. A curve.",
    ]
    assert [one["alt"] for one in found.find_all("img")][0] == "Figure 1. As in Figure 2."
    assert "Figure 3. My own." in paragraphs(found)[4]
    told = capsys.readouterr().out
    assert "Figure 7 became Figure 1, Figure 9 became Figure 3." in told
    assert "should be" not in told


def test_tables_are_too(page):
    made = report.table(4, "Less than in Table 2.", [["Table 4", "b"], ["1", "2"]])
    cells = [
        shown("text/html", made.rich),
        shown("text/html", made.rich.replace("Table 4.", "Table 2.")),
    ]
    for one, number in zip(cells, (4, 2), strict=True):
        one.outputs[0].data["text/plain"] = f"Table {number}. A."
    found = page(text("Table 2 and Tabelle 4."), *cells)
    assert paragraphs(found)[0] == "Table 2 and Tabelle 1."
    assert [one.get_text() for one in found.find_all("caption")] == [
        "Table 1. Less than in Table 2.",
        "Table 2. Less than in Table 2.",
    ]
    assert found.th.get_text() == "Table 4"


def test_two_with_one_number_are_an_open_point(save):
    points = repr(report.checklist(save(figure(1), figure(1), text("Figure 1"))))
    assert "not been run" in points
    cells = [figure(1), figure(1), text("Figure 1")]
    for one in cells[:2]:
        one.execution_count = 1
    assert "Figure 1 is there twice" in repr(report.checklist(save(*cells)))


# A sentence of `say` inside of a paragraph


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ([text("It took"), says("842"), text("epochs.")], ["It took 842 epochs."]),
        ([text("It took"), says("842"), text(", or less.")], ["It took 842, or less."]),
        ([text("用了"), says("８４２"), text("次。")], ["用了８４２次。"]),
        ([text("用了 $x$"), says("842"), text("次。")], ["用了 x 842 次。"]),
        ([text("A *b*"), says("**842**"), text("*c*")], ["A b 842 c"]),
        ([text("One."), code("x = 1"), says("Two."), says("Three.")], ["One. Two. Three."]),
        (
            [text("A.\n\nOne."), says("Two.\n\nThree."), text("B.")],
            ["A.", "One. Two.", "Three. B."],
        ),
        ([text("One.\n"), says("Two."), text("\nThree.")], ["One.", "Two.", "Three."]),
        ([text("One."), figure(1), says("Two.")], ["One.", "Figure 1. A curve.", "Two."]),
        ([text("One."), text("Two.")], ["One.", "Two."]),
        ([text("## One"), says("Two."), text("- three")], ["Two."]),
        ([text("- one"), says("Two."), text("> three")], ["Two.", "three"]),
        ([text("| a |\n|---|\n| b |"), says("Two."), text("$$x$$")], ["Two."]),
    ],
)
def test_a_said_sentence_belongs_to_the_paragraph_around_it(cells, found, page):
    assert [one for one in paragraphs(page(*cells)) if one not in ("", "x")] == found


def test_not_where_the_code_is_shown(page):
    cells = [text("One."), says("Two."), text("Three.")]
    assert paragraphs(page(*cells, code=True)) == ["One.", "Two.", "Three."]


def test_the_page_holds_no_marks(save):
    page = report.export(save(text("- a"), says("B."), text("## C"))).read_text()
    assert "flows" not in page
