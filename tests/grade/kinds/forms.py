"""Right answers in every form that Python has for a function, and with all that it may need."""

from ..submission import NAMED, one
from .files import added, cell_of, replaced

RETURN = "    return 1 / (1 + np.exp(np.minimum(-z, 709)))"
SIGMOIDS = {  # kind: what stands in the cell of sigmoid
    "a lambda": "sigmoid = lambda z: 1 / (1 + np.exp(np.minimum(-z, 709)))",
    "another function's name": (f"def my_sigmoid(z):\n{RETURN}\n\n\nsigmoid = my_sigmoid"),
    "a decorator of NumPy": (
        "import math\n\n\n@np.vectorize\ndef sigmoid(z):\n"
        "    return 1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (1 + math.exp(z))"
    ),
    "a decorator of one's own": (
        "from functools import wraps\n\n\ndef as_floats(f):\n    @wraps(f)\n    def g(z):\n"
        "        return f(np.asarray(z, float))\n    return g\n\n\n"
        "@as_floats\ndef sigmoid(z):\n    return 1 / (1 + np.exp(np.minimum(-z, 709)))"
    ),
    "wrapped after it was made": (
        "def sigmoid(z):\n    return 1 / (1 + math.exp(min(-z, 700)))\n\n\n"
        "import math\nsigmoid = np.vectorize(sigmoid, otypes=[float])"
    ),
    "if and else": (
        "if np.__version__ >= '1':\n    def sigmoid(z):\n"
        "        return 1 / (1 + np.exp(np.minimum(-z, 709)))\n"
        "else:\n    def sigmoid(z):\n        return z"
    ),
    "try and except": (
        "try:\n    from scipy_that_is_not_there import expit as sigmoid\nexcept ImportError:\n"
        "    def sigmoid(z):\n        return 1 / (1 + np.exp(np.minimum(-z, 709)))"
    ),
    "a partial function": (
        "from functools import partial\n\n\ndef logistic(steepness, z):\n"
        "    return 1 / (1 + np.exp(np.minimum(-steepness * z, 709)))\n\n\n"
        "sigmoid = partial(logistic, 1.0)"
    ),
    "an object that can be called": (
        "class Sigma:\n    def __call__(self, z):\n"
        "        return 1 / (1 + np.exp(np.minimum(-z, 709)))\n\n\nsigmoid = Sigma()"
    ),
    "a method": (
        "class Curves:\n    @staticmethod\n    def sigma(z):\n"
        "        return 1 / (1 + np.exp(np.minimum(-z, 709)))\n\n\nsigmoid = Curves.sigma"
    ),
    "a function in a function": (
        "def sigmoid(z):\n    def capped(t):\n        return np.minimum(t, 709)\n\n"
        "    return 1 / (1 + np.exp(capped(-z)))"
    ),
    "helpers of helpers": (
        "def capped(t):\n    return np.minimum(t, largest())\n\n\n"
        "def sigmoid(z):\n    return 1 / (1 + small(z))\n\n\n"
        "def small(z):\n    return np.exp(capped(-z))\n\n\ndef largest():\n    return 709"
    ),
    "made by a function": (
        "def make(cap):\n    def sigma(z):\n        return 1 / (1 + np.exp(np.minimum(-z, cap)))\n"
        "    return sigma\n\n\nsigmoid = make(709)"
    ),
    "annotations and another name of the argument": (
        "def sigmoid(t: np.ndarray, *, cap: float = 709) -> np.ndarray:\n"
        '    """The sigmoid."""\n    return 1 / (1 + np.exp(np.minimum(-t, cap)))'
    ),
    "two names at once": (
        "sigmoid, other = (lambda z: 1 / (1 + np.exp(np.minimum(-z, 709)))), None"
    ),
    "a global counter": (
        "calls = 0\n\n\ndef sigmoid(z):\n    global calls\n    calls += 1\n"
        "    return 1 / (1 + np.exp(np.minimum(-z, 709)))"
    ),
    "a memory of its own": (
        "memory = {}\n\n\ndef sigmoid(z):\n    key = np.asarray(z, float).tobytes()\n"
        "    if key not in memory:\n        memory[key] = 1 / (1 + np.exp(np.minimum(-z, 709)))\n"
        "    return memory[key]"
    ),
    "async by mistake, and the right one below": (
        "async def sigmoid(z):\n    return z\n\n\ndef sigmoid(z):\n"
        "    return 1 / (1 + np.exp(np.minimum(-z, 709)))"
    ),
}
IMPORTS = {
    "from numpy import exp": ("from numpy import exp, minimum", "exp(minimum(-z, 709))"),
    "import numpy": ("import numpy", "numpy.exp(numpy.minimum(-z, 709))"),
    "from numpy import *": ("from numpy import *", "exp(minimum(-z, 709))"),
    "as another name": ("import numpy as jnp", "jnp.exp(jnp.minimum(-z, 709))"),
    "a module in a module": ("import numpy.ma as ma", "np.exp(ma.minimum(-z, 709).filled(0))"),
    "import in the function": ("", "__import__('numpy').exp(np.minimum(-z, 709))"),
}
MAGICS = {
    "%matplotlib inline": "%matplotlib inline",
    "!pip": "!pip install numpy",
    "%%bash": "%%bash\necho nothing of Python",
    "?": "np.exp?",
    "a % line in the middle": "import math\n%load_ext autoreload\n%autoreload 2",
}
FIRST = 1  # the place of the first code cell


def sigmoid(kind, source, **paper):
    return one(f"sigmoid: {kind}", "01", {"sigmoid": source}, **paper)


def plain(below):
    return f"def sigmoid(z):\n    return 1 / (1 + {below})"


def timed(notebook):
    cell = cell_of(notebook, "define-sigmoid")
    cell.source = "%%time\n" + cell.source


def in_colab(notebook):
    """Colab keeps its ids in the metadata, and takes those of nbformat away."""
    for k, cell in enumerate(notebook.cells):
        cell.metadata = {"id": f"Xb{k}", "outputId": "4d-1"}
        del cell["id"]
    notebook.nbformat_minor = 0
    notebook.metadata = {"colab": {"provenance": []}, "kernelspec": {"name": "python3"}}


SUBMISSIONS = (
    *(sigmoid(kind, source) for kind, source in SIGMOIDS.items()),
    *(
        sigmoid(kind, plain(below), change=added(line, at=FIRST))
        for kind, (line, below) in IMPORTS.items()
    ),
    *(
        one(f"magic: {kind}", "01", change=added(source, at=FIRST))
        for kind, source in MAGICS.items()
    ),
    one("magic: %%time before the definition", "01", change=timed),
    one(
        "magic: a line below the definition",
        "01",
        change=replaced(
            "define-sigmoid",
            "exercises.sigmoid.check(sigmoid)",
            "%timeit -n1 -r1 sigmoid(0.0)\nsigmoid?",
        ),
    ),
    one("saved by Colab", "01", change=in_colab),
    one(
        "a slope that goes on with the own sigmoid",
        "01",
        {
            "sigmoid": plain("np.exp(np.minimum(-z, 709))"),
            "sigmoid_slope": "def sigmoid_slope(z):\n    return sigmoid(z) * (1 - sigmoid(z))",
        },
    ),
    one(
        "all in capital letters",
        "01",
        {"sigmoid": plain("np.exp(-z)").replace("sigmoid", "Sigmoid_")},
        {"sigmoid": NAMED},
    ),
)
