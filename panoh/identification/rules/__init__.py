"""What the procedure allows and what it must keep, as pure functions: no database, no clock, no settings."""
