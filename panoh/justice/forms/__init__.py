"""Forms of justice."""
