"""The mistakes of notebook 01: a module for each exercise, or for two that go together."""
