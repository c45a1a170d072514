"""The statute on tiers reckoned over what is known: clocks, what breaks them, and what a next placement would trigger."""
