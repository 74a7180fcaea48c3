"""Routes: parse, call one use case, present."""
