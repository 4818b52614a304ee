"""The mistakes of notebook 05: a module for each exercise, or for two that go together."""
