"""Pages of public figures: for everybody, and for the officers who publish."""
