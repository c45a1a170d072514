"""Lists of people fined, held, charged or to be removed: read, kept sealed for a day, and compared part by part with those
under the mechanism's protection. What becomes of a hit stands in justice."""
