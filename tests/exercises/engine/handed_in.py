"""What is handed in as a sigmoid: the right one, nothing yet, or something odd."""

from labnet import exercises

sigmoid = exercises.sigmoid
labnets = sigmoid.right


def right(z):
    return labnets(z)


def written_around(function):
    """What a student may write around another function."""

    def around(*args):
        return function(*args)

    return around


def slope(z):
    return exercises.sigmoid_slope.right(z)


def not_written(z): ...


class HalfWritten:
    def forward(self, x):
        return x + 1

    def backward(self, y): ...


def unfortunate(z):
    height = z / undefined_name  # noqa: F821
    return height


class MuteError(Exception):
    def __str__(self):
        raise ValueError("no words")


class NoArray:
    def __array__(self, dtype=None, copy=None):
        raise ZeroDivisionError("not an array")


class Rude:
    """Answers no question about itself."""

    def __getattr__(self, name):
        raise RuntimeError(name)

    def __call__(self, z):
        return z


def throwing(error):
    def function(z):
        raise error

    return function
