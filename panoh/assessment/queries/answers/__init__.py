"""What pages, the API and papers read of answer files."""
