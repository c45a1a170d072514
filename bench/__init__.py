"""Speed and memory, one file per bar of docs/performance.md. `python -m bench` prints the tables."""
