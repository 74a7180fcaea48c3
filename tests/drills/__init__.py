"""Things are broken on purpose, beside a real service that is a process of its own."""
