"""What tests the claims: measures, mistaken parts, rules, and the comparison with the survey."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from labnet import BinaryCrossEntropy, LabnetError, numerical_gradient, sigmoid
from labnet.presets import presets
from labnet.spread import band
from labnet.study import CLAIMS, claims_table, measures, parts, reproduce, survey, verdicts
from labnet.study import quantities as of
from labnet.study.claim import Claim, Number, Share
from labnet.study.curvature import gradient_norm, hessian, negative_curvatures
from labnet.study.found import Count, Spread, found
from labnet.study.judge import judged
from labnet.study.lines import loss, solved_at
from labnet.study.number_graph import difference_from_graph
from labnet.study.plan import Plan, at

B, D = presets["B"], presets["D"]


def spread(low, median, high, form=".2f"):
    return Spread(low, median, high, form)


# The comparison with the survey.


@pytest.mark.parametrize(
    ("ours", "theirs", "agree"),
    [
        ((1, 5, 9), "6 [5, 7]", True),
        ((1, 4.6, 9), "6 [5, 7]", True),  # the survey prints whole numbers
        ((1, 4.4, 9), "6 [5, 7]", False),
        ((1, 7.6, 9), "6 [5, 7]", False),
        ((1, 7.4, 9), "[5, 7]", True),
        ((1, 52.38, 99), "52.38 [52.4, 52.4]", True),  # each number has its own precision
        ((1, 52.33, 99), "52.38 [52.4, 52.4]", False),
        ((5.6, 8, 9), "6", True),
        ((6.6, 8, 9), "6", False),
        ((1, 2, 5.4), "6", False),
        ((3e-6, 4e-6, 5.4e-6), "5e-6", True),
        ((3e-6, 4e-6, 4.4e-6), "5e-6", False),
        ((np.nan,) * 3, "6 [5, 7]", False),
        ((np.nan,) * 3, "6", False),
    ],
)
def test_a_number_agrees(ours, theirs, agree):
    assert spread(*ours).agrees(theirs) is agree


@pytest.mark.parametrize("text", ["", "about 6", "6 [5 7]", "6 [5, 7] of 9"])
def test_the_survey_is_read_strictly(text):
    with pytest.raises(LabnetError, match="expected such as"):
        survey.read(text)


@pytest.mark.parametrize(
    ("k", "theirs", "agree"),
    [(20, 0.5, True), (20, 0.35, True), (20, 0.34, False), (40, 1.0, True), (39, 1.0, True)]
    + [(37, 1.0, False), (0, 0.0, True), (0, 0.09, True), (0, 0.1, False)],
)
def test_a_share_agrees(k, theirs, agree):
    assert Count(k, 40).agrees(theirs) is agree


# The rules.


@pytest.mark.parametrize(
    ("value", "verdict"), [(4, "lucky"), (5, "reproduced"), (7, "reproduced"), (8, "unlucky")]
)
def test_typical(value, verdict):
    here = {"epochs": spread(5, 6, 7)}
    assert verdicts.typical(value, "epochs", less_is="lucky")(here) == verdict
    opposite = {"lucky": "unlucky", "unlucky": "lucky"}.get(verdict, verdict)
    assert verdicts.typical(value, "epochs", less_is="unlucky")(here) == opposite


def test_usual():
    rule = verdicts.usual("a", "b")
    assert rule({"a": Count(2, 3), "b": Count(3, 3)}) == "reproduced"
    assert rule({"a": Count(2, 3), "b": Count(1, 3)}) == "lucky"


@pytest.mark.parametrize(
    ("k", "verdict"),
    [(10, "reproduced"), (11, "one of several outcomes"), (15, "one of several outcomes")]
    + [(16, "unlucky")],
)
def test_failed(k, verdict):
    assert verdicts.failed("a")({"a": Count(k, 30)}) == verdict


def test_several():
    rule = verdicts.several("a", "b")
    assert rule({"a": Count(9, 10), "b": Count(1, 10)}) == "one of several outcomes"
    assert rule({"a": Count(10, 10), "b": Count(0, 10)}) == "unlucky"
    assert rule({"a": Count(0, 10), "b": Count(9, 10)}) == "reproduced"


def test_rising():
    here = {"a": spread(0, 1, 9), "b": spread(0, 2, 9), "c": spread(0, 2, 9)}
    assert verdicts.rising(here, "a", "b")
    assert not verdicts.rising(here, "a", "b", "c")


# Measures.


@pytest.fixture(scope="module")
def trained():
    return D.replace(epochs=3, hidden=3).run("xor", seed=0, runs=4, log=False)


def test_the_graph_gives_the_same_gradient(trained):
    assert difference_from_graph(trained) == pytest.approx(0, abs=1e-13)


def test_the_graph_sees_another_gradient():
    wrong = D.replace(epochs=3, hidden=3, loss=parts.WrongSigns("sum", eps=1e-9))
    result = wrong.run("xor", seed=0, runs=2, log=False)
    assert (difference_from_graph(result) > 0.01).all()


@pytest.fixture(scope="module")
def on_the_plateau():
    return B.replace(epochs=50, hidden=2).run("xor", seed=0, runs=3, log=False)


def test_the_hessian_is_the_gradients_slope(on_the_plateau):
    net, loss = on_the_plateau.net, B.on("xor").loss

    def loss_of(theta):
        net.theta = theta
        return loss.forward(net.forward(on_the_plateau.X), on_the_plateau.y)

    before = net.theta.copy()
    slopes = numerical_gradient(loss_of, before)
    second = numerical_gradient(lambda theta: numerical_gradient(loss_of, theta)[:, 0], before)
    net.theta = before
    norm = np.linalg.norm(slopes, axis=1)
    assert gradient_norm(on_the_plateau) == pytest.approx(norm, rel=1e-6)
    assert gradient_norm(on_the_plateau, "report") == pytest.approx(norm * 2 / 21, rel=1e-6)
    assert hessian(on_the_plateau)[:, 0] == pytest.approx(second, abs=1e-3)
    assert (net.theta == before).all()


def test_negative_curvatures_are_counted(on_the_plateau):
    values = np.linalg.eigvalsh(hessian(on_the_plateau))
    count = negative_curvatures(on_the_plateau)
    assert (count == (values < -1e-6).sum(axis=1)).all()
    assert ((count > 0) & (count < values.shape[1])).all()


def fake(losses, accuracy):
    history = SimpleNamespace(losses=np.array(losses, float))
    return SimpleNamespace(history=history, accuracy=np.array(accuracy))


def test_rises_and_swing():
    result = fake([[4, 4], [3, 5], [1, 2]], [1.0, 0.5])
    assert measures.rises(result, every=1).tolist() == [0.0, 1.0]
    assert measures.rises(result, every=2).tolist() == [0.0, 0.0]
    assert measures.swing(result, 2).tolist() == [3.0, 2.5]


def wrongs(predicted):
    """Four points at growing distances from the line, the last one on it; all of class 1."""
    X = np.array([[0.0, 0.1], [0.0, 0.2], [0.0, 0.4], [0.5, 0.5]])
    p = np.array(predicted, float)[..., None]
    return SimpleNamespace(
        X=np.stack([X] * len(p)), y=np.ones((4, 1)), p=p, setup=SimpleNamespace(decision="round")
    )


def test_wrong_points_and_the_line():
    result = wrongs([[0, 1, 0, 1], [1, 1, 1, 0], [1, 1, 1, 1]])
    middle = 0.25 / np.sqrt(2)
    assert measures.distance_of_wrong(result)[:2] == pytest.approx([middle, 0])
    np.testing.assert_array_equal(measures.nearer_than_wrong(result), [2, 0, np.nan])
    np.testing.assert_array_equal(measures.wrong_on_the_line(result), [0, 1, np.nan])


# Quantities.


def test_quantities():
    one = SimpleNamespace(
        accuracy=np.array([1.0, 20 / 21]),
        solved_at=np.array([100, np.nan]),
        loss=np.array([0.019, 0.02]),
        data="xor",
        setup=presets["A"].on("xor"),
    )
    assert of.points(one).tolist() == [21, 20]
    np.testing.assert_array_equal(of.updates(one), [2100, np.nan])
    assert of.solved_by(100)(one).tolist() == [True, False]
    assert of.solved_by(99)(one).tolist() == [False, False]
    assert of.stopped_by_loss(one).tolist() == [True, False]


# Parts with a mistake.


def test_wrong_signs():
    p, y = np.array([[0.2], [0.7]]), np.array([[1.0], [0.0]])
    loss, right = parts.WrongSigns("sum"), BinaryCrossEntropy("sum")
    assert loss.forward(p, y) == right.forward(p, y)
    assert loss.backward() == pytest.approx(y / p + (1 - y) / (1 - p))
    assert loss.backward() != pytest.approx(right.backward())


def test_slope_at_activation():
    layer, z = parts.SlopeAtActivation(), np.array([[0.3, -2.0]])
    s = sigmoid(sigmoid(z))
    assert layer.forward(z) == pytest.approx(sigmoid(z))
    assert layer.backward(np.ones((1, 2))) == pytest.approx(s * (1 - s))


def counting_epochs(gradients, lr, eps):
    """Kingma & Ba, algorithm 1, for one parameter from 0 on, where t is the number of the epoch."""
    theta = m = v = 0.0
    for t, epoch in enumerate(gradients.tolist(), 1):
        for g in epoch:
            m = 0.9 * m + (1 - 0.9) * g
            v = 0.999 * v + (1 - 0.999) * g * g
            m_hat, v_hat = m / (1 - 0.9**t), v / (1 - 0.999**t)
            theta = theta - lr * m_hat / (v_hat**0.5 + eps)
    return theta


def stepped(optimizer, gradients):
    """Where these gradients lead to, from 0 on."""
    theta = np.zeros(gradients.shape[2:])
    for epoch in gradients:
        for dtheta in epoch:
            optimizer.step(theta, dtheta)
    return theta


@pytest.mark.parametrize("used", [False, True])
def test_adam_counts_epochs(used):
    """Two runs with rates of their own; a used optimizer starts afresh with another theta."""
    gradients, rates = np.random.default_rng(0).normal(size=(6, 5, 2, 3)), np.array([0.05, 0.01])
    optimizer = parts.AdamCountingEpochs(rates, 5, D.on("xor").adam_eps)
    if used:
        stepped(optimizer, gradients)
    expected = [
        [counting_epochs(gradients[:, :, r, i], lr, D.on("xor").adam_eps) for i in range(3)]
        for r, lr in enumerate(rates)
    ]
    np.testing.assert_allclose(stepped(optimizer, gradients), expected, rtol=1e-12)


def test_a_run_of_adam_counting_epochs_equals_the_single_one():
    setup = D.replace(optimizer=parts.adam_counting_epochs, epochs=3, hidden=3)
    many, one = (setup.run("xor", seed=0, runs=runs, log=False) for runs in (3, 1))
    np.testing.assert_allclose(many.net.theta[0], one.net.theta.ravel(), rtol=0, atol=1e-12)


# From trainings to a row.

QUICK = Plan(B.replace(epochs=5), {"lr": [0.1, 0.01]}, seeds=3)


def is_seed_1(outcome):
    return outcome.seeds == 1


ENTRY = Claim(
    "C00",
    "B",
    "It learns.",
    "100 %",
    (
        Number("last loss", at("quick", lr=0.1), of.loss, ".3f", "9 [8, 10]"),
        Share("all right", at("quick", lr=0.1), of.solved, 0.1),
        Share("of seed 1, unsolved", at("quick", lr=0.1), of.unsolved, None, is_seed_1),
    ),
    verdicts.usual("all right"),
    "reproduced",
)


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(reproduce, "PLANS", {"quick": QUICK})
    return ENTRY


def test_a_claim_is_judged(quick, tmp_path):
    results = reproduce.results([quick], folder=tmp_path, progress=False)
    one = judged(quick, results)
    low, median, high = results["quick"][0].spread(results["quick"][0].loss)
    assert one.found["last loss"].median == round(median, 3)  # judged as it is printed
    first, second, third = one.rows
    assert first[:3] == ("C00", "It learns.", "100 %")
    assert first[3:] == (
        "last loss",
        f"{median:.3f} [{low:.3f}, {high:.3f}]",
        "9 [8, 10]",
        "no",
        "lucky",
    )
    assert second[3:] == ("all right", "0 of 3: 0.00 [0.00, 0.56]", "0.10", "yes", "")
    assert third[3:] == ("of seed 1, unsolved", "1 of 1: 1.00 [0.21, 1.00]", "", "", "")
    assert one.apart == ["last loss", "verdict"]
    assert one.apart_text.endswith(
        "9 [8, 10] in the survey; lucky, where the survey says reproduced"
    )


def test_the_table_of_a_report(quick, tmp_path):
    results = reproduce.results([quick], folder=tmp_path, progress=False)
    lines = claims_table.text([judged(quick, results)]).splitlines()
    head = lines.index("## B: summed gradient, with biases")
    assert lines[head + 2].startswith("|  | claim | reported | measured | ours: median [5th, 95th]")
    assert lines[head + 4].startswith("| C00 | It learns. | 100 % | last loss | ")
    assert lines[head + 6].startswith("|  |  |  | of seed 1, unsolved | 1 of 1: 1.00 [")
    assert "0 of 1 claims agree" in "\n".join(lines)
    assert lines[head - 2].startswith("* C00: last loss, ")


def test_what_is_kept_is_not_trained_again(quick, tmp_path, monkeypatch):
    first = reproduce.results([quick], folder=tmp_path, progress=False)
    monkeypatch.setattr("labnet.experiments.workers.run", lambda task: pytest.fail("trained again"))
    again = reproduce.results([quick], folder=tmp_path, progress=False)
    assert (again["quick"][1].loss == first["quick"][1].loss).all()


def test_an_interrupted_sweep_gives_no_table(quick, tmp_path, monkeypatch):
    two_of_three = replace(QUICK, seeds=2).run()
    monkeypatch.setattr(Plan, "run", lambda *given: two_of_three)
    with pytest.raises(KeyboardInterrupt):
        reproduce.results([quick], folder=tmp_path, progress=False)


# Runs that diverged, and runs that do not have the number.


def shown(line, **arrays):
    """What the table shows of a Number of runs with these arrays."""
    outcome = SimpleNamespace(spread=band, **{name: np.array(one) for name, one in arrays.items()})
    return str(found(replace(line, at=SimpleNamespace(outcome=lambda results: outcome)), {}))


def test_a_run_that_diverged_counts_as_the_highest():
    assert shown(loss(None), loss=[1.0, 3.0, np.nan]) == "3 [1.2, inf]"
    assert shown(loss(None), loss=[np.nan, np.inf]) == "inf [inf, inf]"


def test_runs_that_were_never_solved_are_left_out():
    first = solved_at(None)
    assert shown(first, solved_at=[100, np.nan, 200], once_solved=[True, False, True]) == (
        "150 [105, 195]"
    )
    assert shown(first, solved_at=[np.nan] * 2, once_solved=[False] * 2) == "none"


@pytest.mark.parametrize("claim", ["C47", "C63", "C66"])
def test_numbers_that_some_runs_do_not_have_say_which_do(claim):
    numbers = [line for line in CLAIMS[claim].found if isinstance(line, Number)]
    assert len(numbers) == {"C47": 1, "C63": 4, "C66": 4}[claim]
    known = {f"{what} wrong": np.array([1.0, np.nan]) for what in ("distance of", "nearer than")}
    outcome = SimpleNamespace(
        solved=np.array([False, True]), once_solved=np.array([True, False]), measures=known
    )
    assert all(line.among(outcome).tolist() == [True, False] for line in numbers)
