"""What the questions of notebook 02 claim."""

import numpy as np
from exercises.choices import right


def test_claims_about_one_example():
    assert right("cost_of_a_bad_answer") == "more than 20 times"
    assert 20 < np.log(0.1) / np.log(0.9) < 22 and np.isclose(0.9 / 0.1, 9)
