"""The mistakes of notebook 04: a module for each exercise, or for two that go together."""
