"""Train the recorded sweeps again, all or those that are named."""

import sys
from concurrent.futures import ProcessPoolExecutor

from . import FOLDER, SWEEPS


def main(names):
    with ProcessPoolExecutor() as pool:
        for name in names or SWEEPS:
            path = FOLDER / f"{name}.npz"
            path.unlink(missing_ok=True)
            print(f"{name}\n{SWEEPS[name](file=path, executor=pool)}")


if __name__ == "__main__":
    main(sys.argv[1:])
