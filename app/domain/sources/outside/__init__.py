"""Outside evidence: references, and what they say of the lean share of a loss."""
