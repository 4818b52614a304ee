"""report: from a notebook to the report you hand in.

from labnet import report

report.figure(1, "What it shows.", axes)     a figure with its caption; the page numbers it anew
report.table(1, "What it holds.", rows)      a numbered table
report.say(f"It took {epochs} epochs.")      a sentence with a number that a cell measured
report.checklist("08_lab_report.ipynb")      what is still open
report.export("08_lab_report.ipynb")         one HTML file, for the screen and for paper
"""

from .checklist import Checklist, checklist
from .export import export
from .shown import cases, figure, say, table

__all__ = ["Checklist", "cases", "checklist", "export", "figure", "say", "table"]
