"""leankeep: decision support on sermorelin and lean mass, as an API."""
