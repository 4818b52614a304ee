"""The table of a gradient check: what agrees, what does not, and where to look first."""

from dataclasses import dataclass

TOLERANCE = 1e-6


@dataclass(frozen=True)
class Row:
    """One parameter's gradient: its place, its shape, and how far it is from the numerical one.

    The error is infinite where the shape is not the expected one. kinks : (entry, slope to the
    left, slope to the right, gradient) of entries that the error leaves out.
    """

    layer: str
    name: str
    shape: tuple
    expected_shape: tuple
    error: float
    kinks: tuple = ()

    @property
    def passed(self):
        return self.error < TOLERANCE

    @property
    def twin(self):
        """The same for dW and db of one layer, whether it is named in the layer or in the digit."""
        return self.layer, self.name.removeprefix("dW").removeprefix("db")

    def line(self, width):
        error = f"< {TOLERANCE:g}" if self.error < TOLERANCE else f"{self.error:.2g}"
        verdict = ("agrees" if self.passed else "WRONG") + ", but for a kink" * bool(self.kinks)
        if self.shape != self.expected_shape:
            error, verdict = "-", f"WRONG: expected shape {self.expected_shape}"
        return f"{self.layer:<{width}}{self.name:<6}{self.shape!s:<14}{error:<16}{verdict}"


@dataclass(frozen=True)
class GradientCheck:
    """The result of check_gradients: true if every gradient agrees with its numerical one."""

    rows: tuple

    @property
    def passed(self):
        return all(row.passed for row in self.rows)

    def __bool__(self):
        return self.passed

    def __repr__(self):
        width = 2 + max(len(row.layer) for row in self.rows)
        head = f"{'layer':<{width}}{'':<6}{'shape':<14}{'relative error':<16}verdict"
        lines = [head, *(row.line(width) for row in self.rows), self._summary()]
        return "\n".join([*lines, *self._kinks()])

    def _kinks(self):
        """A line about the first kink, if there are any."""
        found = [(row, *kink) for row in self.rows for kink in row.kinks]
        for row, at, left, right, slope in found[:1]:
            more = f" {len(found)} entries lie at kinks." if len(found) > 1 else ""
            yield (
                f"At {row.name}{list(at)} of {row.layer} the loss has a kink, as a ReLU at z = 0: "
                f"its slope is {left:.4g} to the left and {right:.4g} to the right.\n"
                f"Yours, {slope:.4g}, is as good as any between them, and central differences "
                f"cannot tell.{more} To check there too, move X or the biases a little."
            )

    def _summary(self):
        wrong = [row for row in reversed(self.rows) if not row.passed]
        if not wrong:
            return f"All {len(self.rows)} gradients agree with central differences."
        first, are = wrong[0], "is" if len(wrong) == 1 else "are"
        return (
            f"{len(wrong)} of {len(self.rows)} gradients {are} wrong. "
            "Backward runs from the loss to the data:\n"
            f"look first at {first.name} of {first.layer}, {self._where_else(first)}."
        )

    def _where_else(self, first):
        """dW and db are made of one dz: if one agrees, it is hardly the dz that is wrong."""
        twins = [row for row in self.rows if row.twin == first.twin and row is not first]
        if twins and all(row.passed for row in twins):
            return f"at its own line: {twins[0].name} agrees, so the dz of both should be right"
        return "and at the dz that reaches it"
