"""How dates are written on every page, one module for each language: the same form in all of them, as on paper."""
