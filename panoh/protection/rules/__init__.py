"""What protection decides from plain values: whether a place suits, when a plan is looked at again."""
