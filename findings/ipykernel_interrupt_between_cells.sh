#!/usr/bin/env bash
# "Interrupt kernel" does nothing to an asyncio task that goes on after its cell has ended.
#
# Expected: a cell starts a task on the kernel's loop and ends; while the task computes, interrupting
#   the kernel raises KeyboardInterrupt in it, as it does in a cell.
# Happens: nothing is raised, and the task goes on. ipykernel ignores SIGINT from its start; each cell
#   gets Python's own handler, and what stood before is put back when the cell ends.
# Bitten: widgets that compute between cells, and whoever wants to end an endless loop in one: only a
#   restart is left.
# Versions: ipykernel 7.4.0, jupyter_client 8.10.0
# Date: 2026-11-30
# Source: ipykernel issue 1239, open, is about a neighbour of it; here seen in a live view that trains in
#   a task. ipykernel's kernelapp.py (init_signal)
#   and kernelbase.py (pre_handler_hook, post_handler_hook).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  ipykernel==7.4.0 jupyter_client==8.10.0

cat > drive.py <<'PY'
import time
from jupyter_client.manager import start_new_kernel

CELL = """
import asyncio, time
told = []

async def work():
    await asyncio.sleep(0.5)  # the cell has ended by then
    try:
        stop = time.monotonic() + 2
        while time.monotonic() < stop:
            pass
        told.append("went on to its end")
    except KeyboardInterrupt:
        told.append("interrupted")

task = asyncio.get_running_loop().create_task(work())
"""
IN_A_CELL = """
try:
    time.sleep(5)
    told.append("went on to its end")
except KeyboardInterrupt:
    told.append("interrupted")
"""


def told(client):
    reply = client.execute("", user_expressions={"told": "told"}, reply=True, timeout=30)
    return reply["content"]["user_expressions"]["told"]["data"]["text/plain"]


manager, client = start_new_kernel(kernel_name="python3")
try:
    client.execute(CELL, reply=True, timeout=30)
    time.sleep(1.5)  # the task computes now
    manager.interrupt_kernel()
    time.sleep(2)
    client.execute(IN_A_CELL)
    time.sleep(1)
    manager.interrupt_kernel()
    print("the task, then a cell:", told(client))
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
PY

env/bin/python -m pip list --disable-pip-version-check 2>/dev/null | grep -E "^(ipykernel|jupyter_client) "
env/bin/python drive.py | tee seen
grep -q "\['went on to its end', 'interrupted'\]" seen
echo "as described: the cell is interrupted, the task is not"
