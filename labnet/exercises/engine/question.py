"""Question: something to predict before a cell shows it; every choice has its own reply."""

from dataclasses import dataclass
from string import ascii_lowercase

from .calls import called_like, missing
from .verdict import framed, marked, paragraph

RIGHT, OTHER, UNKNOWN = "right", "not this one", "no such choice"
MARKS = {RIGHT: "✓", OTHER: "✗", UNKNOWN: "○"}
COLORS = {RIGHT: "#009e73", OTHER: "#d55e00", UNKNOWN: "#7f7f7f"}
BLUE = "#0072b2"
QUOTES = ' A letter stands in quotes, as in `answer("a")`.'


@dataclass(frozen=True, repr=False)
class Question:
    """Something to predict.

    notebook : its number, "01". before : the id of the cell that shows the answer.
    choices : pairs of a choice and the reply to it. right : the letter of the right one.
    """

    name: str
    notebook: str
    before: str
    text: str
    choices: tuple
    right: str

    @property
    def letters(self):
        return ascii_lowercase[: len(self.choices)]

    def __getattr__(self, name):
        raise missing(self, name, ["answer"])

    @called_like('answer("a")')
    def answer(self, letter):
        """What there is to say about one of the choices; call it as often as you like."""
        chosen = letter.strip(" ().").lower() if isinstance(letter, str) else ""
        if len(chosen) != 1 or chosen not in self.letters:
            quotes = "" if isinstance(letter, str) else QUOTES
            return Reply(self.name, UNKNOWN, f"The choices are {listed(self.letters)}.{quotes}")
        choice, reply = self.choices[self.letters.index(chosen)]
        outcome = RIGHT if chosen == self.right else OTHER
        return Reply(self.name, outcome, f"{chosen}) {choice}\n{reply}")

    @property
    def lines(self):
        lettered = zip(self.letters, self.choices, strict=True)
        choices = (f"{letter}) {choice}" for letter, (choice, _) in lettered)
        return [self.text, *choices, f'Your answer: `exercises.questions.{self.name}.answer("…")`']

    def __repr__(self):
        return "\n".join(["Predict first", *self.lines])

    def _repr_html_(self):
        return framed(BLUE, "Predict first", paragraph("\n".join(self.lines)))


@dataclass(frozen=True, repr=False)
class Reply:
    """What there is to say about a choice. outcome : RIGHT, OTHER or UNKNOWN."""

    question: str
    outcome: str
    message: str

    @property
    def passed(self):
        return self.outcome == RIGHT

    def __bool__(self):
        return self.passed

    def __repr__(self):
        return f"{MARKS[self.outcome]} {self.question}: {self.outcome}\n{self.message}"

    def _repr_html_(self):
        head = marked(f"{MARKS[self.outcome]} `{self.question}`: {self.outcome}")
        return framed(COLORS[self.outcome], head, paragraph(self.message))


def listed(letters):
    return f"{', '.join(letters[:-1])} and {letters[-1]}"
