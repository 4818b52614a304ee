"""A sweep on Dask's workers: real processes of a LocalCluster. Needs the extra: labnet[dask]."""

import os

import pytest

from labnet import presets, sweep

NAMED = "LABNET_DASK"
if NAMED in os.environ:
    import distributed
else:
    distributed = pytest.importorskip(
        "distributed", reason="Dask is not installed: pip install -e .[dask]"
    )

GIVEN = {"over": {"lr": [1, 0.1], "hidden": [2, 3]}, "seeds": 30, "epochs": 60, "progress": False}


@pytest.fixture(scope="module")
def client():
    options = {"threads_per_worker": 1, "dashboard_address": None}
    cluster = distributed.LocalCluster(n_workers=2, **options)
    with cluster, distributed.Client(cluster) as client:
        yield client


@pytest.fixture(scope="module")
def here():
    return sweep(presets["B"], **GIVEN)


def same(one, other):
    pairs = zip(one, other, strict=True)
    return all((a.losses == b.losses).all() and (a.accuracy == b.accuracy).all() for a, b in pairs)


@pytest.mark.parametrize("given", ["client", "executor"])
def test_dask_gives_the_same_to_the_last_bit(client, here, given):
    executor = client if given == "client" else client.get_executor()
    assert same(sweep(presets["B"], **GIVEN, executor=executor), here)


def test_a_worker_of_dask_that_dies_is_replaced(client, here, tmp_path):
    mark, here_it_is = str(tmp_path / "mark"), os.getpid()

    def die_once(result):
        if os.getpid() != here_it_is and not os.path.exists(mark):
            open(mark, "w").close()
            os._exit(1)
        return result.accuracy

    executor = client.get_executor()
    found = sweep(presets["B"], **GIVEN, executor=executor, measures={"accuracy": die_once})
    assert os.path.exists(mark) and same(found, here)
