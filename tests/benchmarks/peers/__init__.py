"""The contenders, a module each: `train(problem)` gives run(epochs) -> losses of those epochs.

The state is kept from call to call. `predict(problem)`, where it is there, gives run(times),
which predicts all points so often, and returns the last prediction.
"""
