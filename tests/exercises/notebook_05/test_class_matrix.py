"""Every slip that can stand in a class, once in each storage; each day with other numbers."""

from datetime import date

import pytest
from exercises.notebook_05.class_matrix import wrongly_judged
from exercises.notebook_05.storages import STORAGES


@pytest.mark.slow
@pytest.mark.parametrize("storage", STORAGES)
def test_every_slip_is_rejected_and_what_is_right_accepted(storage):
    seed = date.today().toordinal()
    wrong, chosen = wrongly_judged(storage, seed)
    assert len(chosen) > 300
    assert not wrong, f"seed {seed}"
