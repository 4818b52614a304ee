"""Stored: what a notebook says of itself. It is shown, and not checked again.

These are the letters that were chosen before a cell showed the answer, and the verdicts that stand
below the claims of 07 and below the hunt for a bug.
"""

import ast

from ..exercises import folders
from ..exercises.checks_saved import verdicts_in

NOT_AGAIN = "not checked again"


def predictions(submission):
    """{question: [letter, whether it is right]} for its notebook; None where there is no answer."""
    asked = folders.questions(submission.notebook) if has_questions(submission) else ()
    chosen = dict(answers(submission.code))
    return {one.name: reply(one, chosen.get(one.name)) for one in asked}


def has_questions(submission):
    return submission.notebook is not None and "questions" in submission.notebook.parts


def reply(question, letter):
    return None if letter is None else [str(letter)[:20], bool(question.answer(letter))]


def answers(code):
    """(question, letter) for each `exercises.questions.NAME.answer("b")`, in their order."""
    for statement in code.statements:
        for one in ast.walk(statement.node):
            if isinstance(one, ast.Call) and getattr(one.func, "attr", "") == "answer" and one.args:
                name = getattr(one.func.value, "attr", "")
                yield name, getattr(one.args[0], "value", "?")


def verdicts(submission):
    """{name: outcome} of the claims and of the hunt, as their cells show them."""
    exercises = {one.name for one in folders.exercises(submission.notebook)}
    texts = (text for *_, outputs in submission.cells for text in map(plain_text, outputs) if text)
    judged = exercises - {"find_the_bug"}
    return {name: told for name, told in verdicts_in(texts).items() if name not in judged}


def plain_text(output):
    data = output.get("data") if isinstance(output, dict) else None
    text = data.get("text/plain") if isinstance(data, dict) else None
    return "".join(map(str, text)) if isinstance(text, list) else str(text or "")
