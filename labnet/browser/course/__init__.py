"""The course as a site: its start page, and the notebooks in JupyterLite."""
