"""Reads of justice. Criminal cases are read by their own desk and the prosecution only; counts name nobody."""
