"""Wire shapes: what comes in and what goes out."""
