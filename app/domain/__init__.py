"""The clinical domain: pure, typed and free of any framework."""
