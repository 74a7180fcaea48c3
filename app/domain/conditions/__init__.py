"""Conditions as values: what a rule decides, and everything that is said about it, from one place.

Truth is Kleene's: True, False, or Unknown, which names the inputs that would settle it.
"""
