"""temml: JavaScript that turns LaTeX into MathML, from npm."""

import shutil
import subprocess
import tarfile
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from ....support.checks import require

PACKAGE, FILE = "temml@0.13.5", "package/dist/temml.min.js"
SHA256 = "1ab19148afe0dbc836b7a74f344071b3f3a70a7a8259ae4049e76894fcdf8d95"


def temml():
    """The script, as bytes.

    Errors: LabnetError where there is no npm, no network, or another file than expected.
    """
    require(shutil.which("npm"), "There is no npm here, which brings Temml. It comes with Node.")
    with TemporaryDirectory() as place:
        command = ["npm", "pack", "--silent", PACKAGE, "--pack-destination", place]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        why = f"npm could not download {PACKAGE}: {done.stderr.strip()}. Is there a network?"
        require(done.returncode == 0, why)
        with tarfile.open(next(Path(place).glob("*.tgz"))) as archive:
            script = archive.extractfile(FILE).read()
    found = sha256(script).hexdigest()
    require(found == SHA256, f"{PACKAGE} has the sha256 {found}; expected is {SHA256}.")
    return script
