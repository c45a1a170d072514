"""What prevention decides: pure, values in and a frozen result with its reasons out."""
