"""The recorded sweeps: a slice of each is trained again, and is what the file says."""

import numpy as np
import pytest

from labnet import LabnetError, recorded
from labnet.recorded import SWEEPS

SEEDS, EARLY = [0, 1], 100  # epochs before which rounding has had no time to grow


@pytest.mark.parametrize("name", SWEEPS)
def test_every_file_is_there_and_complete(name):
    found = recorded.recorded(name)
    assert len({len(one.seeds) for one in found}) == 1
    assert all(np.isfinite(one.loss).all() for one in found)


@pytest.mark.parametrize("name", SWEEPS)
def test_a_slice_trained_again_is_what_the_file_says(name):
    again = SWEEPS[name](seeds=SEEDS, epochs=2 * EARLY, progress=False)
    for kept, one in zip(recorded.recorded(name), again, strict=True):
        early = kept.at[kept.at < EARLY]
        assert np.allclose(kept.losses[: len(early), SEEDS], one.losses[early], rtol=1e-6)
        assert np.allclose(kept.accuracies[: len(early), SEEDS], one.accuracies[early])


def test_the_epochs_of_the_report_are_counted_again():
    found = recorded.recorded("report_table").only(data="linear", hidden=10)
    again = SWEEPS["report_table"](seeds=SEEDS, progress=False, epochs=7000)
    again = again.only(data="linear", hidden=10)
    assert (np.abs(found.epochs[SEEDS] - again.epochs) <= 2).all() and (again.loss < 0.02).all()


def test_an_unknown_name_is_told_the_known_ones():
    with pytest.raises(LabnetError, match="wide_layers"):
        recorded.recorded("deep_layers")


def test_a_missing_file_says_how_to_make_it(monkeypatch, tmp_path):
    monkeypatch.setattr(recorded, "FOLDER", tmp_path)
    with pytest.raises(LabnetError, match=r"python -m labnet\.recorded wide_layers"):
        recorded.recorded("wide_layers")
