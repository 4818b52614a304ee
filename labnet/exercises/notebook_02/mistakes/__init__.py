"""The mistakes of notebook 02: a module for each exercise, or for two that go together."""
