"""What of frozen figures may be shown to everybody: small counts hidden with company, also beside what was published before."""
