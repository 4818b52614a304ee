"""What honest students hand in: right, blank, partly done, and each mistake told by its name."""

from ..submission import Paper, Submission, exercises_of, one

BACKWARD = """\
def backward(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = {dz3}
    dW3 = a2.T @ dz3
    db3 = dz3.sum(axis=0, keepdims=True)
    dz2 = {dz2}
    dW2 = a1.T @ dz2
    db2 = dz2.sum(axis=0, keepdims=True)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    dW1 = x.T @ dz1
    db1 = dz1.sum(axis=0, keepdims=True)
    return dict(dW1=dW1, db1=db1, dW2=dW2, db2=db2, dW3=dW3, db3=db3)"""
DZ = {"dz3": "(p - y) / len(y)", "dz2": 'dz3 @ params["W3"].T * a2 * (1 - a2)'}


def backward_with(**lines):
    return BACKWARD.format(**DZ | lines)


MISTAKES = (  # (notebook, exercise, id, as it stands in the cell)
    ("01", "sigmoid", "sigmoid-exponent-sign", "def sigmoid(z):\n    return 1 / (1 + np.exp(z))"),
    ("01", "sigmoid", "sigmoid-brackets", "def sigmoid(z):\n    return 1 / 1 + np.exp(-z)"),
    (
        "01",
        "numerical_gradient",
        "gradient-divided-by-h",
        """\
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    dx = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        dx[i] = (above - f(x)) / h
        x[i] = old
    return dx""",
    ),
    (
        "02",
        "cross_entropy",
        "loss-sign",
        "def cross_entropy(p, y):\n    return np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))",
    ),
    (
        "02",
        "cross_entropy",
        "loss-summed",
        "def cross_entropy(p, y):\n    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))",
    ),
    (
        "02",
        "linear_forward",
        "linear-without-bias",
        "def linear_forward(x, W, b):\n    return x @ W",
    ),
    ("03", "backward", "backward-output-sign", backward_with(dz3="(y - p) / len(y)")),
    ("03", "backward", "backward-n-forgotten", backward_with(dz3="p - y")),
    ("03", "backward", "backward-slope-missing", backward_with(dz2='dz3 @ params["W3"].T')),
    (
        "03",
        "relative_error",
        "error-averaged",
        "def relative_error(a, b):\n"
        "    return np.mean(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b)))",
    ),
    (
        "03",
        "relative_error",
        "error-not-in-proportion",
        "def relative_error(a, b):\n    return np.abs(a - b).max()",
    ),
    (
        "04",
        "gradient_step",
        "step-uphill",
        "def gradient_step(params, grads, lr):\n"
        '    return {k: v + lr * grads["d" + k] for k, v in params.items()}',
    ),
    ("04", "accuracy", "accuracy-tie", "def accuracy(p, y):\n    return ((p >= 0.5) == y).mean()"),
    (
        "05",
        "make_xor",
        "xor-corners-only",
        "def make_xor():\n"
        "    return np.array([[0, 0], [0, 1], [1, 0], [1, 1.0]]), np.array([[0], [1], [1], [0.0]])",
    ),
    ("07", "relu", "relu-absolute", "def relu(z):\n    return np.abs(z)"),
    ("07", "relu", "one-number-for-all", "def relu(z):\n    return max(0, np.max(z))"),
    (
        "07",
        "tanh_slope",
        "tanh-slope-square-missing",
        "def tanh_slope(z):\n    return 1 - np.tanh(z)",
    ),
)
HALF = {
    "03": ("relative_error", "forward"),
    "07": ("mean_squared_error", "relu", "relu_slope"),
}


def partly(number, done):
    rows = dict.fromkeys(set(exercises_of(number)) - set(done), "not attempted")
    stubs = {name: f"{head(name)}\n    ..." for name in rows}
    return one(f"{len(done)} of the exercises of {number} are done", number, stubs, rows)


def head(name):
    from labnet import exercises

    return f"def {getattr(exercises, name).head}:"


NUMBERS = ("01", "02", "03", "04", "05", "07")
ALL_RIGHT = tuple(one(f"all right in {number}", number) for number in NUMBERS for _ in range(2))
BLANK = tuple(one(f"{number} as it comes", number, blank=True) for number in NUMBERS[:4] * 2)
NAMED_MISTAKES = tuple(
    one(f"{id} in {number}", number, {name: source}, {name: f"wrong: {id}"})
    for number, name, id, source in MISTAKES
)
COMMON = tuple(
    one("the sign of dz3 lost, as many do", "03", {"backward": backward_with(dz3=dz3)}, rows)
    for rows in [{"backward": "wrong: backward-output-sign"}]
    for dz3 in ("(y - p) / len(y)", "-(p - y) / len(y)", "(y - p) / y.shape[0]", "(y - p) / y.size")
)
WHOLE_COURSE = Submission("six notebooks, all right", tuple(map(Paper, NUMBERS)))
SUBMISSIONS = (
    *ALL_RIGHT,
    *BLANK,
    *(partly(*one) for one in HALF.items()),
    *NAMED_MISTAKES,
    *COMMON,
    WHOLE_COURSE,
)
