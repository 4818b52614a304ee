"""The mistakes of notebook 07: a module for each exercise, or for two that go together."""
