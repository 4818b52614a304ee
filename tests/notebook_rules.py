"""What every notebook of the course keeps to: a rule takes a notebook and returns its complaints.

`RULES` lists them all; test_notebooks.py applies each one to each notebook.
"""

import json
import re
import socket
from itertools import groupby, pairwise
from math import ceil
from urllib.parse import unquote

import nbformat
import sections
from execute_notebooks import METADATA
from nbformat import v4

RULES = []
LONG_NOTEBOOKS = ("02", "03", "07")
MAX_KILOBYTES = 300
LINES = {"median": (0.5, 5), "90th percentile": (0.9, 12), "longest": (1, 25)}


def rule(function):
    RULES.append(function)
    return function


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def prose_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "markdown"]


def outputs(notebook):
    return [output for cell in code_cells(notebook) for output in cell.outputs]


def output_text(notebook):
    """All text that the outputs show; pictures are not text."""
    streams = [output.text for output in outputs(notebook) if output.output_type == "stream"]
    data = [kind for output in outputs(notebook) for kind in output.get("data", {}).items()]
    return "\n".join(streams + [str(text) for kind, text in data if not kind.startswith("image/")])


def code(notebook):
    return "\n".join(cell.source for cell in code_cells(notebook))


def prose(notebook):
    """The words a reader reads: without code, formulas, pictures and the targets of links."""
    text = "\n\n".join(cell.source for cell in prose_cells(notebook))
    for hidden in (r"```.*?```", r"`[^`]*`", r"\$\$.*?\$\$", r"\$[^$]*\$", r"<!--.*?-->"):
        text = re.sub(hidden, " ", text, flags=re.DOTALL)
    return re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)


def asks(cell):
    """Whether the cell is a question to predict: all that it shows is words."""
    return cell.cell_type == "code" and cell.source.startswith("exercises.questions.")


def says(cell):
    """Whether the cell makes a sentence of a report, with the numbers that it has measured."""
    return cell.cell_type == "code" and "report.say(" in cell.source


def has_figure(cell):
    kinds = [kind for output in cell.get("outputs", []) for kind in output.get("data", {})]
    return any(kind.startswith("image/") for kind in kinds)


# The file


@rule
def format_is_4_5(notebook, path):
    if (notebook.nbformat, notebook.nbformat_minor) != (4, 5):
        return [f"the format is {notebook.nbformat}.{notebook.nbformat_minor}, not 4.5"]
    ids = [cell.get("id") for cell in notebook.cells]
    if None in ids or len(ids) != len(set(ids)):  # nbformat would mend this, and change the file
        return ["a cell has no id, or the id of another"]
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        return [f"not a valid notebook: {error}"]
    return []


@rule
def metadata_is_clean(notebook, path):
    extra = [set(cell.metadata) - {"tags"} for cell in notebook.cells]
    complaints = [f"a cell has metadata {sorted(keys)}" for keys in extra if keys]
    if notebook.metadata != METADATA:
        complaints.append("the notebook's metadata is not the course's: run make notebooks")
    return complaints


@rule
def file_is_small(notebook, path):
    kilobytes = len(json.dumps(notebook, indent=1)) / 1000
    return [f"{kilobytes:.0f} kB are too many"] if kilobytes > MAX_KILOBYTES else []


# The stored run


@rule
def ran_from_top_to_bottom(notebook, path):
    counts = [cell.execution_count for cell in code_cells(notebook)]
    in_order = list(range(1, len(counts) + 1))
    return [] if counts == in_order else [f"run in the order {counts}: run make notebooks"]


@rule
def no_errors_and_no_warnings(notebook, path):
    kinds = [output.get("name", output.output_type) for output in outputs(notebook)]
    return [f"a cell shows {kind}" for kind in kinds if kind in ("error", "stderr")]


@rule
def outputs_are_the_same_everywhere(notebook, path):
    text = output_text(notebook)
    traces = {
        "an absolute path": r"(?<![^\s\"'(<=])(/\w[\w.-]*/\w|[A-Z]:\\)\S*",
        "an object's address": r"\b0x[0-9a-fA-F]{6,}",
    }
    if re.search(r"[\d-]", socket.gethostname()):  # any other host name might be an ordinary word
        traces["the name of a machine"] = rf"\b{re.escape(socket.gethostname())}\b"
    found = {what: re.search(pattern, text) for what, pattern in traces.items()}
    return [f"an output shows {what}: {match[0]}" for what, match in found.items() if match]


@rule
def nothing_that_nbval_misreads(notebook, path):
    forbidden = {
        "a line that ends in ;": r";\s*$",
        "clear_output": r"\bclear_output\b",
        "a cell that is skipped": r"NBVAL_SKIP",
    }
    skipped = any("nbval-skip" in cell.metadata.get("tags", []) for cell in code_cells(notebook))
    found = [what for what, text in forbidden.items() if re.search(text, code(notebook), re.M)]
    return [f"code has {what}" for what in found] + ["a tag skips a cell"] * skipped


# Links


def headings(notebook):
    text = "\n".join(cell.source for cell in prose_cells(notebook))
    lines = re.findall(r"^#+ (.*)$", text, re.M)
    named = re.findall(r"<a (?:id|name)=\"([^\"]+)\"", text)
    return {line.strip().replace(" ", "-") for line in lines} | set(named)


def complaint_about_link(target, notebook, path):
    """A local link must work here and in my-notebooks/, where there are notebooks and no more."""
    file, _, anchor = unquote(target).partition("#")
    linked = path.parent / file if file else path
    if file and (not linked.exists() or not (file.startswith("../") or file.endswith(".ipynb"))):
        return f"the link {target} leads nowhere"
    if anchor and linked.suffix == ".ipynb":
        there = nbformat.read(linked, as_version=4) if file else notebook
        if anchor not in headings(there):
            return f"the link {target} names no heading"
    return None


@rule
def links_resolve(notebook, path):
    targets = []
    for cell in prose_cells(notebook):
        found = re.findall(r"\]\(<?([^)\s>]+)", cell.source)
        attached = {f"attachment:{name}" for name in cell.get("attachments", {})}
        targets += [target for target in found if target not in attached]
    local = [target for target in targets if not re.match(r"(https?|mailto):", target)]
    complaints = [complaint_about_link(target, notebook, path) for target in local]
    return [complaint for complaint in complaints if complaint]


@rule
def named_sections_are_there(notebook, path):
    number = path.name[:2]
    text = "\n".join(cell.source for cell in notebook.cells)
    return sections.complaints(text, number, {number: sections.numbers_of(notebook)})


# The style


@rule
def opens_with_what_why_and_how_long(notebook, path):
    first = notebook.cells[0] if notebook.cells else None
    if first is None or first.cell_type != "markdown" or not re.match(r"# \S", first.source):
        return ["the first cell is not a title, # ..."]
    missing = {r"You will": "You will", r"You need": "You need", r"\d minutes": "minutes"}
    absent = [words for text, words in missing.items() if not re.search(text, first.source)]
    return [f"the first cell does not say {words!r}" for words in absent]


@rule
def code_cells_are_short(notebook, path):
    """Blank lines don't count."""
    lengths = sorted(map(written_lines, code_cells(notebook))) or [0]
    complaints = []
    for name, (share, bound) in LINES.items():
        lines = lengths[ceil(share * len(lengths)) - 1]
        if lines > bound:
            complaints.append(f"{name} of the code cells: {lines} lines, at most {bound}")
    return complaints


def written_lines(cell):
    return sum(bool(line.strip()) for line in cell.source.splitlines())


@rule
def prose_and_code_alternate(notebook, path):
    runs = [(kind, len(list(cells))) for kind, cells in groupby(notebook.cells, key=cell_type)]
    complaints = [f"{n} code cells in a row" for kind, n in runs if kind == "code" and n > 2]
    words = sum(asks(cell) or says(cell) for cell in notebook.cells)
    ratio = len(prose_cells(notebook)) / max(1, len(code_cells(notebook)) - words)
    if not 1.2 <= ratio <= 1.8:
        complaints.append(f"{ratio:.2f} markdown cells per code cell, not 1.2 to 1.8")
    return complaints


def cell_type(cell):
    return cell.cell_type


@rule
def length_is_right(notebook, path):
    """Answers that are folded away don't count, nor do comments, such as a report's prompts.

    The tag `draft` on the first cell says that the notebook is still to be written.
    """
    hidden = r"(?s)<details>.*?</details>|<!--.*?-->"
    shown = (re.sub(hidden, "", one.source) for one in prose_cells(notebook))
    words = sum(len(source.split()) for source in shown)
    bound = 3200 if path.name.startswith(LONG_NOTEBOOKS) else 2000
    least = 0 if "draft" in notebook.cells[0].metadata.get("tags", []) else 900
    return [] if least <= words <= bound else [f"{words} words, not {least} to {bound}"]


@rule
def figures_stand_between_words(notebook, path):
    """An output carries no alt text, so the words before and after must say what it shows."""
    complaints = []
    for before, after in pairwise([*notebook.cells, v4.new_code_cell()]):
        if has_figure(after) and before.cell_type != "markdown" and not asks(before):
            complaints.append("no word before")
        if has_figure(before) and after.cell_type != "markdown" and not says(after):
            complaints.append("no word after")
    return [f"a figure has {what} it" for what in complaints]


@rule
def pictures_have_alt_text(notebook, path):
    text = "\n".join(cell.source for cell in prose_cells(notebook))
    tags = [tag for tag in re.findall(r"<img[^>]*>", text) if not re.search(r"alt=\"[^\"]", tag)]
    return [f"{picture} has no alt text" for picture in re.findall(r"!\[\s*\]\S*", text) + tags]


@rule
def words_are_plain(notebook, path):
    text = prose(notebook)
    return [f"the text has {found!r}" for found in re.findall(r"\S*!|\bsimply\b", text, re.I)]


@rule
def names_follow_the_notation(notebook, path):
    names = re.findall(r"\b\w*(?:delta|nabla|_prime\b|\bgrad_)\w*", code(notebook))
    return [f"the code has {name!r}; dL/dv is called dv" for name in names]
