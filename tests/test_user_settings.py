"""Whatever a user has set for Matplotlib or IPython: the tests keep to settings of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from labnet.course.notebooks import NOTEBOOKS

ROOT = Path(__file__).parents[1]
TRIED = ("tests/plots/test_plots_slopes.py", f"notebooks/{NOTEBOOKS[0].file}")  # figures, a kernel


@pytest.mark.slow
def test_nothing_of_the_user_s_is_read(tmp_path):
    (tmp_path / "matplotlibrc").write_text("font.family: serif\nfigure.dpi: 50\n", "utf-8")
    profile = tmp_path / "profile_default"
    profile.mkdir()
    line = "c.InteractiveShellApp.exec_lines = ['raise SystemExit']\n"
    for name in ("ipython_config.py", "ipython_kernel_config.py"):
        (profile / name).write_text(line, "utf-8")
    mine = {"MPLBACKEND": "agg", "MATPLOTLIBRC": str(tmp_path), "IPYTHONDIR": str(tmp_path)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TRIED]
    options = {"cwd": ROOT, "env": os.environ | mine, "capture_output": True, "text": True}
    ended = subprocess.run(command, check=False, **options)
    assert ended.returncode == 0, ended.stdout[-2000:]
