"""What the questions of notebook 04 claim."""

import numpy as np
from exercises.choices import right


def test_claims_about_the_first_steps():
    assert right("four_decisions") == "1/2"
    p, y = np.array([0.8, 0.3, 0.5, 0.7]), np.array([0, 0, 1, 1])
    assert np.mean((p > 0.5) == (y == 1)) == 1 / 2
    assert right("first_loss") == "0.69" and np.log(2).round(2) == 0.69
