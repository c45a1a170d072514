"""Rules of the answer file: what is counted for an item, what a person may write, where each item stands, and the frozen text."""
