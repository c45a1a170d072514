"""What the pages, the API and the command read: own figures, published series, the yearly sheet."""
