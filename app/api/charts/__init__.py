"""Pictures of a projection: what is drawn, where, in which words, and by which process."""
