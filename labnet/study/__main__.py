"""`python -m labnet.study` tests all claims and writes the table; with ids, only these."""

import sys
from concurrent.futures import ProcessPoolExecutor

from ..support.errors import LabnetError
from . import claims_table, reproduce
from .judge import judged


def main(ids):
    claims = reproduce.pick(ids)
    with ProcessPoolExecutor() as executor:
        results = reproduce.results(claims, executor)
    each = [judged(claim, results) for claim in claims]
    print(claims_table.tables(each), claims_table.summary(each), sep="\n")
    if not ids:
        claims_table.FILE.write_text(claims_table.text(each), encoding="utf-8")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except LabnetError as error:
        raise SystemExit(str(error)) from None
    except KeyboardInterrupt:
        raise SystemExit("Interrupted. What is done is kept; the same command goes on.") from None
