"""The playground: the explorer as one page, with the Python that it needs."""
