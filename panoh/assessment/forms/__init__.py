"""The questions of the pages of this stage, read from what was sent."""
