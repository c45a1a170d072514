"""How figures are reckoned once the records are counted: values, periods, breakdowns, comparison, charts."""
