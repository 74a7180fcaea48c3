"""Facts derived once from a case, then read by every rule."""
