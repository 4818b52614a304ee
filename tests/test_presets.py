"""The five report systems: their networks, what they train, how they log, and their seeds."""

import pickle
from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from labnet import (
    Adam,
    GradientDescent,
    LabnetError,
    Network,
    SquaredError,
    check_gradients,
    loss_and_gradient,
    presets,
    xor_data,
)
from labnet.experiments import Setup, streams
from labnet.experiments.fields import DATA
from labnet.experiments.preset import Preset
from labnet.experiments.setup import OPTIMIZERS, MissingTranspose

EVERY_PRESET = pytest.mark.parametrize("name", "ABCDE")
EVERY_DATA = pytest.mark.parametrize("data", DATA)
EVERY_VARIATION = pytest.mark.parametrize(
    "preset",
    [
        pytest.param(one, id=f"{key} {name}")
        for key in presets
        for name, one in presets[key].variations.items()
    ],
)


def run(name, data="xor", **changes):
    """A short run of a preset that prints nothing."""
    options = {key: changes.pop(key) for key in ("seed", "runs") if key in changes}
    return presets[name].replace(**{"epochs": 3} | changes).run(data, log=False, **options)


class TestNetworks:
    AS_REPORTED = {
        ("A", "linear"): "2-10-10-1",
        ("A", "xor"): "2-10-10-1",
        ("B", "linear"): "2-4-4-1",
        ("B", "xor"): "2-4-4-1",
        ("C", "linear"): "2-10-10-1",
        ("C", "xor"): "2-100-100-1",
        ("D", "linear"): "2-10-10-1",
        ("D", "xor"): "2-10-10-1",
        ("E", "linear"): "2-4-4-1",
        ("E", "xor"): "2-4-4-1",
    }

    @pytest.mark.parametrize(("name", "data"), AS_REPORTED)
    def test_sizes_and_biases(self, name, data):
        net = presets[name].on(data).network(np.random.default_rng(0))
        linear = [layer for layer in net.layers if layer.shapes]
        sizes = "-".join(str(n) for n in (2, *(layer.n_out for layer in linear)))
        assert sizes == self.AS_REPORTED[name, data]
        assert {layer.bias for layer in linear} == {name == "B"}

    def test_activations(self):
        kinds = {name: self.kinds(presets[name]) for name in presets}
        z, s = "Linear", "Sigmoid"
        assert kinds["A"] == kinds["B"] == kinds["D"] == [z, s, z, s, z, s]
        assert kinds["C"] == [s, z, s, z, s, z, s]
        assert kinds["E"] == ["MissingTranspose", s, "MissingTranspose", s, "MissingTranspose"]

    @pytest.mark.parametrize(
        ("name", "variation", "kinds"),
        [
            ("A", "no activation", "Linear Linear Linear"),
            ("A", "tanh", "Linear Tanh Linear Tanh Linear Sigmoid"),
            ("A", "leaky ReLU", "Linear LeakyReLU Linear LeakyReLU Linear Sigmoid"),
            ("B", "no activation", "Linear Linear Linear"),
            ("B", "leaky ReLU", "Linear LeakyReLU Linear LeakyReLU Linear LeakyReLU"),
            ("C", "no activation", "Linear Linear Linear Sigmoid"),
            ("D", "no activation", "Linear Linear Linear Sigmoid"),
            ("D", "ReLU", "Linear ReLU Linear ReLU Linear Sigmoid"),
            ("E", "with the transpose", "Linear Sigmoid Linear Sigmoid Linear"),
        ],
    )
    def test_activations_of_variations(self, name, variation, kinds):
        assert self.kinds(presets[name].variations[variation]) == kinds.split()

    @staticmethod
    def kinds(preset):
        net = preset.on("xor").network(np.random.default_rng(0))
        return [type(layer).__name__ for layer in net.layers]

    @pytest.mark.parametrize(
        ("name", "low", "high", "std"),
        [
            ("A", -1.0, 1.0, 3**-0.5),
            ("B", -np.inf, np.inf, 1.0),
            ("C", -np.inf, np.inf, 1.0),
            ("D", 0.0, 1.0, 12**-0.5),
            ("E", -np.inf, np.inf, (2 / 200) ** 0.5),
        ],
    )
    def test_how_weights_start(self, name, low, high, std):
        net = presets[name].replace(hidden=200).on("xor").network(np.random.default_rng(0))
        W = [layer for layer in net.layers if layer.shapes][1].W
        assert low <= W.min() < W.max() <= high
        assert W.std() == pytest.approx(std, rel=0.02)
        if low < 0:
            assert abs(W.mean()) < 0.02

    def test_biases_of_b_start_like_its_weights(self):
        net = presets["B"].replace(hidden=2000).on("xor").network([np.random.default_rng(0)])
        assert net.layers[0].b.std() == pytest.approx(1.0, rel=0.05)


class TestWhatIsTrained:
    """dL/dz of the output, from the loss objects of the presets, against the reports' formulas."""

    @pytest.fixture
    def case(self):
        rng = np.random.default_rng(1)
        p = rng.uniform(0.01, 0.99, (7, 1))
        return p, (rng.random((7, 1)) < 0.5).astype(float)

    FORMULAS = {
        "A": lambda p, y: (p - y) * p * (1 - p) / 7,
        "B": lambda p, y: (p - y) * p * (1 - p),
        "C": lambda p, y: p - y,
        "D": lambda p, y: (-y / (p + 1e-9) + (1 - y) / (1 - p + 1e-9)) * p * (1 - p),
    }

    @pytest.mark.parametrize("name", FORMULAS)
    def test_dz(self, case, name):
        p, y = case
        loss = presets[name].on("xor").loss
        loss.forward(p, y)
        np.testing.assert_allclose(
            loss.backward() * p * (1 - p), self.FORMULAS[name](p, y), rtol=1e-12
        )

    def test_dp_of_e_for_one_example(self, case):
        for p, y in zip(*case, strict=True):
            loss = presets["E"].on("xor").loss
            loss.forward(p[None], y[None])
            np.testing.assert_allclose(loss.backward(), 2 * (p - y)[None], rtol=1e-12)

    def test_guard_of_d_stops_the_gradient_of_a_saturated_output(self):
        loss = presets["D"].on("xor").loss
        p, y = np.array([[1.0]]), np.array([[0.0]])
        assert loss.forward(p, y) == pytest.approx(-np.log(1e-9))
        assert loss.backward() * p * (1 - p) == 0.0

    PRINTED = {
        "A": lambda p, y: np.mean((p - y) ** 2),
        "B": lambda p, y: np.mean((p - y) ** 2),
        "C": lambda p, y: -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)),
        "D": lambda p, y: -np.sum(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9)),
        "E": lambda p, y: np.mean((p - y) ** 2) / 2,
    }

    @EVERY_PRESET
    def test_printed_loss(self, case, name):
        setup = presets[name].on("xor")
        printed = setup.report or setup.loss
        assert printed.forward(*case) == pytest.approx(self.PRINTED[name](*case), rel=1e-12)

    @pytest.mark.parametrize("data", DATA)
    @pytest.mark.parametrize("name", "ABCD")
    def test_gradients_agree_with_central_differences(self, name, data):
        assert self.check(presets[name].replace(hidden=5), data)

    def test_gradient_check_catches_the_missing_transpose_of_e(self):
        check = self.check(presets["E"], "xor")
        assert [row.passed for row in check.rows] == [False, True, True]
        wrong = check.rows[0]
        assert f"look first at {wrong.name} of {wrong.layer}" in repr(check)
        assert (wrong.name, wrong.shape) == ("dW", (2, 4))
        assert self.check(presets["E"].variations["with the transpose"], "xor")

    @staticmethod
    def check(preset, data):
        setup, (for_data, for_weights, _) = preset.on(data), streams(0)
        X, y, _ = setup.draw(data, for_data)
        return check_gradients(setup.network(for_weights), X[:9], y[:9], setup.loss)

    def test_missing_transpose_changes_square_layers_only(self):
        rng, dz = np.random.default_rng(0), np.array([[1.0, 2.0]])
        net = Network(MissingTranspose(3, 2), MissingTranspose(2, 2), rng=rng)
        net.forward([[1, 2, 3]])
        wide, square = net.layers
        np.testing.assert_array_equal(square.backward(dz), dz @ square.W)
        np.testing.assert_array_equal(wide.backward(dz), dz @ wide.W.T)

    def test_b_steps_by_n_halves_of_the_gradient_of_the_printed_loss(self):
        setup = presets["B"].on("xor")
        X, y = xor_data()
        net = setup.network(np.random.default_rng(0))
        trained = loss_and_gradient(net, X, y, setup.loss)[1].copy()
        printed = loss_and_gradient(net, X, y, setup.report)[1]
        np.testing.assert_allclose(trained, 10.5 * printed, rtol=1e-10)


class TestSeeds:
    @EVERY_DATA
    @EVERY_PRESET
    def test_row_r_is_the_run_of_seed_plus_r(self, name, data):
        many = run(name, data, seed=5, runs=3, epochs=8)
        for r in range(3):
            self.assert_same_run(many, r, run(name, data, seed=5 + r, epochs=8))

    def test_with_shuffled_examples_too(self):
        many = run("E", seed=5, runs=3, epochs=8, shuffle=True)
        for r in range(3):
            self.assert_same_run(many, r, run("E", seed=5 + r, epochs=8, shuffle=True))

    @EVERY_VARIATION
    def test_in_every_variation_too(self, preset):
        preset = preset.replace(epochs=2)
        many = preset.run("xor", seed=5, runs=2, log=False)
        self.assert_same_run(many, 1, preset.run("xor", seed=6, log=False))

    @staticmethod
    def assert_same_run(many, r, one):
        for name in ("X", "y", "p"):
            np.testing.assert_allclose(getattr(many, name)[r], getattr(one, name), atol=1e-12)
        np.testing.assert_allclose(many.net.theta[r], one.net.theta, rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(many.history.losses[:, r], one.history.losses, rtol=1e-12)
        np.testing.assert_array_equal(many.history.accuracies[:, r], one.history.accuracies)
        assert many.accuracy[r] == one.accuracy

    def test_linear_data_are_drawn_afresh_and_xor_is_fixed(self):
        linear, xor = run("A", "linear", runs=2), run("A", "xor", runs=2)
        assert linear.X.shape == (2, 100, 2)
        assert not np.isin(linear.X[0], linear.X[1]).any()
        np.testing.assert_array_equal(xor.X, np.stack([xor_data()[0]] * 2))

    def test_data_weights_and_order_have_streams_of_their_own(self):
        A, D = run("A", "linear", seed=3), run("D", "linear", seed=3)
        np.testing.assert_array_equal(A.X, D.X)
        draws = [rng.random() for rng in streams(3)]
        assert len(set(draws)) == 3
        assert not {rng.random() for rng in streams(4)} & set(draws)

    def test_shuffling_changes_the_course_but_neither_data_nor_weights(self):
        plain, shuffled = run("E", "linear"), run("E", "linear", shuffle=True)
        np.testing.assert_array_equal(plain.X, shuffled.X)
        assert plain.history.losses[0] != shuffled.history.losses[0]

    def test_run_is_its_parts(self):
        setup = presets["C"].replace(epochs=5).on("linear")
        for_data, for_weights, _ = streams(2)
        X, y, _ = Setup().draw("linear", for_data)
        net = setup.network(for_weights)
        history = setup.train(net, X, y, log=False)
        whole = setup.run("linear", seed=2, log=False)
        np.testing.assert_array_equal(history.losses, whole.history.losses)
        np.testing.assert_array_equal(net.theta, whole.net.theta)


class TestTraining:
    @EVERY_DATA
    @EVERY_PRESET
    def test_runs_alone_and_in_a_row(self, name, data):
        n = {"linear": 100, "xor": 21}[data]
        for runs, lead in ((None, ()), (4, (4,))):
            result = run(name, data, runs=runs)
            assert result.history.losses.shape == (3, *lead)
            assert np.isfinite(result.history.losses).all()
            assert result.p.shape == result.y.shape == (*lead, n, 1)
            assert np.shape(result.accuracy) == lead

    @EVERY_VARIATION
    def test_every_variation_trains(self, preset):
        for data in DATA:
            history = preset.replace(epochs=2).run(data, log=False).history
            assert np.isfinite(history.losses).all()

    LENGTHS = {
        "A": (0.5, 0.5, 1_000_000, 1_000_000),
        "B": (0.01, 0.01, 10_000, 30_000),
        "C": (0.01, 0.02, 3000, 3000),
        "D": (0.1, 0.1, 1000, 2500),
        "E": (0.01, 0.01, 10_000, 10_000),
    }

    @EVERY_PRESET
    def test_learning_rates_and_epochs(self, name):
        linear, xor = (presets[name].on(data) for data in DATA)
        assert (linear.lr, xor.lr, linear.epochs, xor.epochs) == self.LENGTHS[name]

    @pytest.mark.parametrize(
        ("name", "steps"), [("A", 1), ("B", 1), ("C", 1), ("D", 21), ("E", 21)]
    )
    def test_steps_of_an_epoch(self, name, steps):
        assert len(self.rates(presets[name], epochs=1)) == steps

    def test_d_halves_its_rate_at_half(self):
        rates = self.rates(presets["D"], epochs=5)
        np.testing.assert_allclose(rates[::21], [0.1, 0.1, 0.05, 0.05, 0.05])
        assert set(self.rates(presets["B"], epochs=5)) == {0.01}

    @staticmethod
    def rates(preset, epochs):
        """The learning rate of each step that the preset makes."""
        seen = []

        class Recording(GradientDescent):
            def update(self, theta, dtheta, lr):
                seen.append(lr)
                super().update(theta, dtheta, lr)

        preset.replace(optimizer=Recording, epochs=epochs).run("xor", log=False)
        return seen

    def test_adam_of_d(self):
        adam = OPTIMIZERS["adam"](presets["D"].variations["Adam"].on("xor"), 0.1)
        assert (adam.beta1, adam.beta2, adam.eps) == (0.9, 0.999, 1e-9)
        assert type(adam) is Adam

    def test_a_stops_below_its_bound(self):
        """As the printed predictions of the report do: their mean squared error is 0.0199997."""
        result = presets["A"].run("xor", log=False)
        losses = result.history.losses
        assert result.history.stopped == "loss"
        assert losses[-1] < 0.02 <= losses[-2]
        assert np.mean((result.p - result.y) ** 2) == pytest.approx(losses[-1], rel=1e-12)

    def test_ties_are_decided_as_np_round_does_in_d(self):
        """Without a bias a ReLU network says exactly 0.5 for (0, 0), which rounds to 0."""
        result = presets["D"].variations["ReLU"].replace(epochs=1).run("xor", log=False)
        assert result.p[0, 0] == 0.5
        assert result.accuracy == np.mean(np.round(result.p) == result.y)

    def test_diverged_runs_are_told_not_warned_about(self, capsys):
        result = run("B", "linear", runs=2, activation="none", output="none", lr=10.0, epochs=400)
        assert set(result.history.stopped) == {"diverged"}
        assert np.shape(result.accuracy) == (2,)
        assert "2 of 2 runs stopped" in capsys.readouterr().out
        assert "loss median inf [inf, inf], accuracy" in repr(result)
        assert repr(result).endswith(", all cases right in 0 of 2 runs, 2 diverged")

    def test_in_the_spread_a_run_that_diverged_counts_as_the_highest(self):
        plain = {"activation": "none", "output": "none", "epochs": 400}
        one, other = (run("B", "linear", seed=seed, lr=1e-4, **plain) for seed in (0, 2))
        rates = np.array([1e-4, 10.0, 1e-4])
        many = run("B", "linear", seed=0, runs=3, lr=rates, **plain)
        low, middle = sorted(each.history.losses[-1] for each in (one, other))
        low += 0.1 * (middle - low)
        assert f"loss median {middle:.5f} [{low:.5f}, inf], " in repr(many)
        assert repr(many).endswith(", 1 diverged")

    @pytest.mark.parametrize(
        ("p", "shown"), [(1e300, "1.0e+300"), (np.nan, "nan"), (-np.inf, "-inf"), (1.6, "1.60000")]
    )
    def test_listing_of_a_diverged_run_stays_short(self, p, shown):
        result = run("B", hidden=(1,), output="none")
        result.net.theta[...] = 0.0
        result.net.layers[-1].b[...] = p
        assert result.listing().splitlines()[0].endswith(f"Prediction: {shown}")

    def test_predictions_beyond_all_bounds_are_no_warning(self):
        result = run("B", activation="none", output="none")
        result.net.theta[...] = 1e300
        assert result.p.shape == (21, 1)

    @pytest.mark.parametrize(
        ("name", "right"), [("A", 10), ("B", 0), ("C", 0), ("D", 0), ("E", 10)]
    )
    def test_how_a_prediction_of_1_6_is_decided(self, name, right):
        """It rounds to 2, which is no class; but it is greater than 0.5."""
        constant = {"bias_init": lambda rng, shape: np.full(shape, 1.6), "init": "zeros"}
        plain = {"bias": True, "hidden": (1,), "output": "none", "loss": SquaredError()}
        result = run(name, lr=1e-9, **constant, **plain)
        assert result.accuracy == result.history.accuracies[0] == right / 21


class TestPrinting:
    LOGS = {
        "A": ["epoch      0   loss ", "epoch      2   loss ", "epoch      4   loss "],
        "B": ["Epoch 0, Loss ", "Epoch 2, Loss ", "Epoch 4, Loss ", "End training!!!"],
        "C": ["epoch      0   loss ", "epoch      2   loss ", "epoch      4   loss "],
        "D": ["Epochs 0: acc", "Epochs 2: acc", "Epochs 4: acc", "Final test: accuracy "],
        "E": ["epoch 0 loss : [", "epoch 2 loss : [", "epoch 4 loss : ["],
    }

    @EVERY_PRESET
    def test_log_lines_cases_and_accuracy(self, name, capsys):
        result = presets[name].replace(epochs=5, log_every=2).run("xor")
        lines = capsys.readouterr().out.splitlines()
        log = len(self.LOGS[name])
        assert len(lines) == log + 21 + 1
        for line, start in zip(lines, self.LOGS[name], strict=False):
            assert line.startswith(start)
        assert "\n".join(lines[log:]) == result.listing()

    EXACT = {
        "A": "epoch      0   loss {loss:.5f}   accuracy {accuracy:.2%}",
        "B": "Epoch 0, Loss {loss:.4f}, Acc {accuracy:.2%}",
        "C": "epoch      0   loss {loss:.5f}   accuracy {accuracy:.2%}",
        "D": "Epochs 0: accuracy {accuracy:.2%}, loss {loss:.5f}",
        "E": "epoch 0 loss : [{loss:.5f}]",
    }

    @EVERY_PRESET
    def test_what_a_log_line_says(self, name, capsys):
        history = presets[name].replace(epochs=1).run("xor").history
        first = capsys.readouterr().out.splitlines()[0]
        values = {"loss": history.losses[0], "accuracy": history.accuracies[0]}
        assert first == self.EXACT[name].format(**values)

    @EVERY_PRESET
    def test_how_often_the_report_logs(self, name):
        often = {"A": 1000, "B": 2000, "C": 500, "D": 100, "E": 1000}
        assert presets[name].on("xor").log_every == often[name]

    def test_last_line_of_d_is_its_last_epoch(self, capsys):
        history = presets["D"].replace(epochs=4, log_every=3).run("xor").history
        lines = capsys.readouterr().out.splitlines()
        loss, accuracy = history.losses[-1], history.accuracies[-1]
        assert lines[1].startswith("Epochs 3: ")
        assert lines[2] == f"Final test: accuracy {accuracy:.2%}, loss {loss:.5f}"

    @EVERY_DATA
    @EVERY_PRESET
    def test_listing_is_the_networks(self, name, data):
        result = run(name, data)
        lines = result.listing().splitlines()
        p, y = result.net.predict(result.X), result.y
        for case, line in enumerate(lines[:-1]):
            words = line.split()
            assert words[:2] == ["Case", str(case + 1)]
            assert float(words[4]) == y[case, 0]
            assert float(words[6]) == pytest.approx(p[case, 0], abs=5.1e-6)
        right = (np.round(p) if name in "BCD" else p > 0.5) == y
        assert lines[-1] == f"Accuracy: {right.mean():.2%}"

    def test_listing_has_no_negative_zero(self):
        result = run("E")
        result.net.theta[...] = 0.0
        result.net.layers[-1].W[...] = -1e-9
        assert "-0.0" not in result.listing()

    def test_runs_are_summed_up_in_one_line(self, capsys):
        result = presets["E"].replace(epochs=2).run("xor", seed=7, runs=3)
        assert len(capsys.readouterr().out.splitlines()) == 1  # the log line of epoch 0
        line = repr(result)
        assert "xor data, seeds 7 to 9: epochs median 2 [2, 2]" in line
        assert f"loss median {np.median(result.history.losses[-1]):.5f} [" in line
        assert f"accuracy median {np.median(result.accuracy):.2%} [" in line
        assert line.endswith("all cases right in 0 of 3 runs")

    def test_summary_counts_the_runs_that_are_right(self):
        result = run("E", runs=3)
        result.net.theta[...] = 0.0
        result.y[0] = 0.0
        assert repr(result).endswith("all cases right in 1 of 3 runs")

    def test_one_run_in_one_line(self):
        text = repr(run("B", seed=4))
        assert text.startswith("summed gradient, with biases; xor data, seed 4: epochs 3, loss 0.")

    @EVERY_PRESET
    def test_log_false_prints_nothing(self, name, capsys):
        run(name)
        run(name, runs=2)
        assert capsys.readouterr().out == ""


class TestConfiguration:
    def test_presets_list_their_titles(self):
        assert list(presets) == list("ABCDE")
        assert repr(presets).splitlines()[1] == "  'B': summed gradient, with biases"

    @EVERY_PRESET
    def test_repr_names_every_field_and_variation(self, name):
        text = repr(presets[name])
        for field in ("hidden", "bias", "init", "loss", "lr", "epochs", "decision", "log_format"):
            assert f"\n  {field} " in text
        for variation in presets[name].variations:
            assert variation in text

    def test_repr_shows_what_differs_between_data_sets(self):
        assert "lr            0.01 linear, 0.02 xor" in repr(presets["C"])
        assert "lr            0.5\n" in repr(presets["A"])
        assert "bias          yes" in repr(presets["B"])
        assert "report        -" in repr(presets["C"])

    def test_on_gives_plain_values(self):
        C = presets["C"]
        assert [C.on(data).hidden for data in DATA] == [(10, 10), (100, 100)]
        assert [C.on(data).lr for data in DATA] == [0.01, 0.02]
        assert C.on("linear").epochs == C.on("xor").epochs == 3000

    def test_a_preset_runs_its_setup(self):
        preset = presets["C"].replace(epochs=3)
        one, other = (
            each.run("linear", seed=1, runs=2, log=False) for each in (preset, preset.on("linear"))
        )
        assert one.setup == other.setup == preset.on("linear")
        np.testing.assert_array_equal(one.net.theta, other.net.theta)

    def test_any_field_may_differ_between_the_data_sets(self):
        preset = presets["B"].replace(bias={"linear": False, "xor": True})
        assert [preset.on(data).bias for data in DATA] == [False, True]
        assert "bias          no linear, yes xor" in repr(preset)

    def test_a_setup_shows_its_title_and_its_fields(self):
        lines = repr(presets["C"].on("linear")).splitlines()
        assert lines[0] == "cross-entropy, squashed input"
        assert "  lr            0.01" in lines and "  hidden        (10, 10)" in lines
        assert not [line for line in lines if "variations" in line]

    def test_a_setup_without_a_title(self):
        setup = Setup(epochs=3)
        assert repr(setup).startswith("Setup\n  hidden        (10, 10)\n  bias          no\n")
        assert str(setup) == repr(setup)
        assert repr(setup.run("xor", log=False)).startswith("xor data, seed 0: epochs 3, loss 0.")

    def test_a_preset_without_a_title(self):
        preset = Preset(Setup(lr=0.2), Setup(), {"wide": {"hidden": 40}})
        assert repr(preset).splitlines()[0] == "Preset"
        assert "\n  lr            0.2 linear, 0.1 xor\n" in repr(preset)
        assert preset.variations["wide"].title == "wide"

    def test_nothing_can_be_assigned(self):
        A = presets["A"]
        with pytest.raises(FrozenInstanceError):
            A.bias = True
        with pytest.raises(FrozenInstanceError):
            A.on("xor").lr = 1.0
        for choices in (presets, A.variations, A.changes, A.changes["Adam"]):
            with pytest.raises(TypeError):
                choices["lr"] = 1.0

    def test_replace_leaves_the_preset(self):
        other = presets["B"].replace(lr=1.0, bias=False)
        for preset, expected in ((other, (1.0, False)), (presets["B"], (0.01, True))):
            assert (preset.on("xor").lr, preset.on("xor").bias) == expected

    @pytest.mark.parametrize(
        ("changes", "layers"),
        [
            (
                {"hidden": (5, 3)},
                "Linear(2, 5) Sigmoid() Linear(5, 3) Sigmoid() Linear(3, 1) Sigmoid()",
            ),
            (
                {"hidden": (6,), "bias": False, "output": "none"},
                "Linear(2, 6, bias=False) Sigmoid() Linear(6, 1, bias=False)",
            ),
            (
                {"hidden": (6,), "activation": "leaky relu", "alpha": 0.2},
                "Linear(2, 6) LeakyReLU(0.2) Linear(6, 1) Sigmoid()",
            ),
            (
                {"hidden": (6,), "activation": "none", "squash_input": True},
                "Sigmoid() Linear(2, 6) Linear(6, 1) Sigmoid()",
            ),
        ],
    )
    def test_overrides_of_the_network(self, changes, layers):
        net = presets["B"].replace(**changes).on("xor").network(np.random.default_rng(0))
        assert " ".join(map(repr, net.layers)) == layers

    def test_overrides_for_one_data_set_each(self):
        preset = presets["A"].replace(
            lr={"linear": 0.1, "xor": 0.2}, hidden={"linear": 3, "xor": 4}
        )
        linear, xor = preset.on("linear"), preset.on("xor")
        assert (linear.lr, xor.lr) == (0.1, 0.2)
        assert (linear.hidden, xor.hidden) == ((3, 3), (4, 4))

    def test_overrides_of_the_training(self):
        slow = run("B", optimizer="momentum", schedule=lambda epoch: 0.0)
        assert len(set(slow.history.losses)) == 1
        assert run("D", schedule=None, batch_size=None, report=SquaredError()).history.losses[0] < 1

    def test_a_rate_for_each_run(self):
        many = run("A", runs=2, lr=np.array([0.1, 0.2]))
        one = run("A", seed=1, lr=0.2)
        np.testing.assert_allclose(many.history.losses[:, 1], one.history.losses, rtol=1e-12)

    def test_variations_of_a_changed_preset_keep_the_change(self):
        preset = presets["B"].replace(bias=False).variations["no activation"]
        setup = preset.on("xor")
        assert (setup.bias, setup.output, setup.lr) == (False, "none", 0.0001)
        assert setup.title == preset.title == "summed gradient, with biases; no activation"

    WRONG = {
        "unknown field": (lambda A: A.replace(rate=1), "'rate'; expected one of 'title', 'hidden'"),
        "activation": (lambda A: A.replace(activation="softmax"), "'none', 'sigmoid', 'tanh'"),
        "output": (lambda A: A.replace(output=None), "output is None; expected one of 'none'"),
        "optimizer": (lambda A: A.replace(optimizer="sgd"), "'gradient descent', 'momentum'"),
        "init": (lambda A: A.replace(init="rand"), "init is 'rand'; expected one of 'xavier'"),
        "schedule": (lambda A: A.replace(schedule="step"), "'halve at half'"),
        "decision": (lambda A: A.replace(decision="sign"), "'p > 0.5', 'round'"),
        "bias": (lambda A: A.replace(bias="no"), "expected True or False"),
        "hidden": (lambda A: A.replace(hidden=(4, 0)), "expected a positive whole number"),
        "lr": (lambda A: A.replace(lr=0), "lr is 0; expected a positive number"),
        "one data set": (lambda A: A.replace(epochs={"xor": 5}), "for each of ['linear', 'xor']"),
        "loss": (lambda A: A.replace(loss="mse"), "expected a loss, such as SquaredError()"),
        "log_format": (lambda A: A.replace(log_format="{L}"), "'L' cannot be filled in"),
        "title": (lambda A: A.replace(title=3), "expected a text"),
        "of one data set": (
            lambda A: A.replace(hidden={"linear": 4, "xor": 0}),
            "hidden for xor, or one of its layers, is 0; expected a positive whole number",
        ),
        "changes": (lambda A: Preset(Setup(), Setup(), {"wide": 10}), "{'wide': 10}; expected"),
        "no Setup": (lambda A: Preset(Setup(), A), "expected an object such as Setup(lr=0.1)"),
        "data of a Setup": (
            lambda A: A.on("moons"),
            "data is 'moons'; expected one of 'linear', 'xor'",
        ),
        "data drawn": (
            lambda A: Setup().run("moons"),
            "data is 'moons'; expected one of 'linear', 'xor'",
        ),
        "one Setup for both": (
            lambda A: Setup().replace(lr={"linear": 0.1, "xor": 0.2}),
            "expected a positive number",
        ),
        "unknown field of a Setup": (
            lambda A: Setup().replace(rate=1),
            "'rate'; expected one of 'title', 'hidden'",
        ),
        "preset": (lambda A: presets["a"], "\n  'D': one example at a time, positive weights"),
        "variation": (lambda A: A.variations["ReLU"], "'leaky ReLU'"),
        "data": (lambda A: A.run("moons"), "data is 'moons'; expected one of 'linear', 'xor'"),
        "seed": (lambda A: A.run("xor", seed=-1), "seed is -1; expected a whole number, 0 or more"),
        "runs": (lambda A: A.run("xor", runs=0), "runs is 0; expected a positive whole number"),
    }

    @pytest.mark.parametrize("what", WRONG)
    def test_wrong_names_and_values_say_what_is_right(self, what):
        wrong, message = self.WRONG[what]
        with pytest.raises(LabnetError) as error:
            wrong(presets["A"])
        assert message in str(error.value)

    def test_looking_for_a_preset_is_no_error(self):
        assert "Z" not in presets
        assert presets.get("Z") is None

    @EVERY_PRESET
    def test_presets_can_be_compared_hashed_and_sent(self, name):
        preset = presets[name]
        assert preset == preset.replace()
        assert preset != preset.replace(title="other")
        assert hash(preset) == hash(preset.replace())
        copy = pickle.loads(pickle.dumps(preset))
        assert repr(copy) == repr(preset)
        np.testing.assert_array_equal(
            copy.replace(epochs=2).run("xor", log=False).net.theta, run(name, epochs=2).net.theta
        )

    @pytest.mark.parametrize("name", ["network", "lr", "training"])
    def test_what_only_a_setup_has_is_told_where_it_is(self, name):
        with pytest.raises(AttributeError, match=rf'a Setup has it: .on\("xor"\).{name}, or'):
            getattr(presets["B"], name)

    def test_what_nobody_has_is_told_without_a_place(self):
        with pytest.raises(LabnetError, match="a preset has no 'colour'.$"):
            _ = presets["B"].colour
        assert not hasattr(presets["B"], "colour") and pickle.loads(pickle.dumps(presets["B"]))
