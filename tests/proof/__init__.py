"""Whether the promises hold whatever officers do: random stories of acts, processes killed, officers at once, bad input."""
