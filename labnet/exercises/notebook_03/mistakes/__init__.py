"""The mistakes of notebook 03: a module for each exercise, or for two that go together."""
