"""Collect: the wrong answers of this folder, as they are made."""

from typing import NamedTuple


class Answer(NamedTuple):
    """exercise : whose answer it is. why : what is wrong with it. code : the function or class."""

    exercise: str
    why: str
    code: object

    @property
    def id(self):
        return self.code.__name__


ANSWERS = []


def wrong(exercise, why):
    def keep(code):
        ANSWERS.append(Answer(exercise, why, code))
        return code

    return keep
