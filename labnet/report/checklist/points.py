"""What the checklist looks for. Each OpenPoint says what is open, and how to mend it."""

from collections.abc import Callable
from dataclasses import dataclass

from . import answers, execution, figures, numbers


@dataclass(frozen=True)
class OpenPoint:
    """find(report) yields, for each open place, the {fields} of the two sentences.

    of_results : whether it is about what the cells show, and so waits until they have been run.
    """

    name: str
    what: str
    mend: str
    find: Callable
    of_results: bool = False

    def open(self, report):
        if self.of_results and not report.has_run:
            return []
        return [f"{self.what} {self.mend}".format(**found) for found in self.find(report)]


POINTS = (
    OpenPoint(
        "renamed",
        "{name} is still as it came, and {others} beside it is not.",
        "If that is your report: {command}, and in its last cell report.checklist({first!r}).",
        answers.renamed_reports,
    ),
    OpenPoint(
        "not run",
        "The cells have not been run yet.",
        "Choose Run > Run All Cells, then save: what they show is looked at next.",
        execution.not_run,
    ),
    OpenPoint(
        "field",
        "The {word} is missing at the top.",
        "Write it behind **{field}:**, below the title.",
        answers.missing_fields,
    ),
    OpenPoint(
        "example's field",
        "The {word} is still the example's: {value}.",
        "Write your own behind **{field}:**.",
        answers.fields_of_the_example,
    ),
    OpenPoint(
        "example's title",
        'The title is still the example\'s: "{title}".',
        "Choose one that says what you found.",
        answers.title_of_the_example,
    ),
    OpenPoint(
        "section",
        "There is no section {number} ({title}).",
        "Bring its heading back, with the number in front: a new copy of the notebook has it. Or, "
        "if your course leaves it out, write below the date: **Left out:** {number}",
        answers.missing_sections,
    ),
    OpenPoint(
        "left out",
        "Behind **Left out:** stands {word}, and no section has this number.",
        "Write the numbers of sections, such as 4.3, 5: these stay here and are not handed in.",
        answers.left_out_in_words,
    ),
    OpenPoint(
        "answer",
        "There is no answer under {section} yet.",
        "Double-click the text there: the note between <!-- and --> says what belongs in it.",
        answers.empty_sections,
    ),
    OpenPoint(
        "prompt",
        'Under {section} a prompt stands in the text as it was: "{words}".',
        "Write the answer in its place.",
        answers.prompts,
    ),
    OpenPoint(
        "example's text",
        'Under {section} the text is still the example\'s: "{words} ...".',
        "Say it in your own words, from your own results.",
        answers.texts_of_the_example,
    ),
    OpenPoint(
        "figure in a section",
        "Section {section} has no figure.",
        'Show what you saw: end a cell with report.figure(number, "caption", axes).',
        figures.sections_without,
        of_results=True,
    ),
    OpenPoint(
        "caption",
        "A figure under {section} has no number and no caption.",
        'End its cell with report.figure(number, "caption", axes).',
        figures.without_caption,
        of_results=True,
    ),
    OpenPoint(
        "numbering",
        "{kind} {number} is there twice, so your text cannot say which one it means.",
        "Give one of them a number that is free, any: the page puts them into their order.",
        figures.there_twice,
        of_results=True,
    ),
    OpenPoint(
        "mention",
        "{kind} {number} is not mentioned in your text.",
        'Say what it shows, and name it: "{kind} {number} shows ...".',
        figures.not_mentioned,
        of_results=True,
    ),
    OpenPoint(
        "reference",
        "Under {section} the text mentions {kind} {number}, and there is none.",
        "Correct the number, or add what is missing.",
        figures.mentioned_only,
        of_results=True,
    ),
    OpenPoint(
        "picture",
        "The picture {target} under {section} would be missing in the handed-in file.",
        "Drag the picture itself into the text.",
        figures.pictures_elsewhere,
    ),
    OpenPoint(
        "formula",
        "Under {section} a formula cannot be drawn outside of JupyterLab: {formula}",
        "Write it with other commands; the page would show it as it is here.",
        figures.unknown_formulas,
    ),
    OpenPoint(
        "one run",
        "The discussion under {section} cites one run only.",
        "Another seed may say the opposite: repeat it with sweep(..., seeds={least}) or more.",
        execution.one_run_only,
    ),
    OpenPoint(
        "typed number",
        "Under {section} the text says {number}, and no cell prints or sets that.",
        'Let a cell say it, with report.say(f"... {{value}} ..."), or correct it.',
        numbers.typed,
        of_results=True,
    ),
    OpenPoint(
        "error",
        "A cell under {section} stopped with an error: {error}.",
        "Mend it, then choose Run > Run All Cells, and save.",
        execution.errors,
    ),
    OpenPoint(
        "order",
        "The results are older than the code: the cells were not run from top to bottom.",
        "Choose Kernel > Restart Kernel and Run All Cells, then save.",
        execution.out_of_order,
        of_results=True,
    ),
)
