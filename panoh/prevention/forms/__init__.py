"""Forms of prevention."""
