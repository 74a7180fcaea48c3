"""Commands for whoever runs the service: keys and upkeep."""
