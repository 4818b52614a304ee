"""labnet's speed beside its peers: `make bench`. One part of it: `python -m benchmarks grid`."""
