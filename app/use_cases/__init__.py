"""One verb a file: load through a port, decide in the domain, save."""
