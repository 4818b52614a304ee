"""The mistakes of notebook 01: a module for each exercise, or for two that go together."""

from . import numerical_gradient, sigmoid, sigmoid_slopes

__all__ = ["numerical_gradient", "sigmoid", "sigmoid_slopes"]
