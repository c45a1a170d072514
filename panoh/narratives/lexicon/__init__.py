"""The words of the reports, as data: YAML lists that a linguist can read and extend without touching the grammar."""
