"""A real kernel, for tests that interrupt it."""

import time
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

HERE = Path(__file__).parent


class Kernel:
    """A kernel that runs cells, and can be interrupted in the middle of one."""

    def __init__(self, folder):
        self.manager, self.client = start_new_kernel(kernel_name="python3", cwd=str(folder))

    def run(self, code, after=None):
        """What the cell printed, and its error or ""; `after` : seconds from "begun" to SIGINT."""
        sent, texts, error = self.client.execute(code), [], ""
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            kind, content = message["msg_type"], message["content"]
            if message["parent_header"].get("msg_id") != sent:
                continue
            if kind == "stream":
                texts.append(content["text"])
                if after is not None and "begun" in content["text"]:
                    time.sleep(after)
                    self.manager.interrupt_kernel()
            if kind == "error":
                error = content["ename"]
            if kind == "status" and content["execution_state"] == "idle":
                self.client.get_shell_msg(timeout=60)
                return "".join(texts), error

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def started(folder):
    """A kernel that finds labnet and the helpers of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", ":".join(map(str, [HERE, HERE / "explorer", HERE.parent])))
        return Kernel(folder)
