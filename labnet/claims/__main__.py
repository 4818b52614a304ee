"""`python -m labnet.claims` tests all claims and writes the table; with ids, only these."""

import sys
from concurrent.futures import ProcessPoolExecutor

from ..errors import LabnetError
from . import reproduce, table


def main(ids):
    claims = reproduce.pick(ids)
    with ProcessPoolExecutor() as executor:
        text = table.text(claims, reproduce.results(claims, executor))
    print(text)
    if not ids:
        table.FILE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except LabnetError as error:
        raise SystemExit(str(error)) from None
    except KeyboardInterrupt:
        raise SystemExit("Interrupted. What is done is kept; the same command goes on.") from None
