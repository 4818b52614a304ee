"""Puts notebooks/ of the course into labnet's wheel, as labnet/notebooks/.

pyproject.toml names it to setuptools, which reads this file alone: it can import nothing of labnet.
"""

from pathlib import Path

from setuptools.command.build_py import build_py

SOURCE, TARGET = "notebooks", "labnet/notebooks"


class WithNotebooks(build_py):
    """Builds the package as ever, and the notebooks with it; a checkout needs no second copy."""

    def pairs(self):
        """[(the file in the course, the file to build), ...]"""
        built = Path(self.build_lib, TARGET)
        return [
            (str(path), str(built / path.name))
            for path in sorted(Path(SOURCE).glob("[0-9]*.ipynb"))
        ]

    def run(self):
        super().run()
        for source, target in () if self.editable_mode else self.pairs():
            self.mkpath(str(Path(target).parent))
            self.copy_file(source, target)

    def get_source_files(self):
        return [*super().get_source_files(), *(source for source, _ in self.pairs())]

    def get_outputs(self, include_bytecode=True):
        built = () if self.editable_mode else (target for _, target in self.pairs())
        return [*super().get_outputs(include_bytecode), *built]
