"""Measure all parts and write README.md, or measure the parts that are named and print them."""

import os
import sys
import time
from pathlib import Path

# Read by the libraries as they are first imported.
ONE_THREAD = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NPROC": "1",  # JAX's pool
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false",
    "JAX_PLATFORMS": "cpu",
}
PAGE = Path(__file__).with_name("README.md")


def main(names):
    os.environ.update(ONE_THREAD)
    from .measure import Results
    from .parts import PARTS
    from .report import page, target_table
    from .verify import DeviationError

    unknown = [name for name in names if name not in PARTS]
    if unknown:
        sys.exit(f"There is no part {', '.join(unknown)}; expected {', '.join(PARTS)}.")
    began, load, results, sections = time.monotonic(), os.getloadavg()[0], Results(), []
    try:
        for name in names or PARTS:
            sections.append(PARTS[name](results))
            print(f"\n{sections[-1]}\n", flush=True)
    except DeviationError as error:
        sys.exit(str(error))
    print(target_table(results))
    for name, why in results.missing.items():
        print(f"{name} is missing: {why}.")
    if not names:
        minutes = (time.monotonic() - began) / 60
        PAGE.write_text(page(results, sections, minutes, load), "utf-8")
        print(f"\nWritten: {PAGE}")


if __name__ == "__main__":
    main(sys.argv[1:])
