"""JAX: a compiled step called from Python, and whole trainings compiled as one fori_loop."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from ..problem import BETA1, BETA2, EPS
from .objective import objective

jax.config.update("jax_enable_x64", True)


def train(problem):
    """All epochs in one compiled loop; with runs, vmapped over them."""
    epoch = epoch_of(problem)

    def loop(state, epochs):
        def body(i, carry):
            state, losses = carry
            state, L = epoch(state)
            return state, losses.at[i].set(L)

        return lax.fori_loop(0, epochs, body, (state, jnp.zeros(epochs)))

    def all_runs(state, epochs):
        return jax.vmap(partial(loop, epochs=epochs), out_axes=(0, 1))(state)

    compiled = jax.jit(all_runs if problem.runs else loop, static_argnums=1)
    memory = {"state": first_state(problem)}

    def run(epochs):
        memory["state"], losses = compiled(memory["state"], epochs)
        return np.asarray(losses)

    return run


def train_by_steps(problem):
    compiled = jax.jit(epoch_of(problem))
    memory = {"state": first_state(problem)}

    def run(epochs):
        losses = []
        for _ in range(epochs):
            memory["state"], L = compiled(memory["state"])
            losses.append(L)
        return np.array(jax.device_get(losses))

    return run


def first_state(problem):
    """(params, m, v, t): the last three are Adam's, and t has the run axis too."""
    params = [jnp.asarray(array) for array in problem.start]
    zeros = [jnp.zeros_like(array) for array in params]
    return params, zeros, zeros, jnp.zeros((problem.runs,) if problem.runs else ())


def epoch_of(problem):
    """A function state -> (state, L)."""
    X, y = jnp.asarray(problem.X), jnp.asarray(problem.y)
    loss = objective(jnp, problem.loss)
    update = partial(adam if problem.adam else gradient_descent, lr=problem.lr)

    def full_batch(state):
        L, gradients = jax.value_and_grad(loss)(state[0], X, y)
        return update(state, gradients), L

    def one_at_a_time(state):
        def step(i, state):
            x_i, y_i = lax.dynamic_slice_in_dim(X, i, 1), lax.dynamic_slice_in_dim(y, i, 1)
            return update(state, jax.grad(loss)(state[0], x_i, y_i))

        state = lax.fori_loop(0, len(X), step, state)
        return state, loss(state[0], X, y)

    return one_at_a_time if problem.batch_size == 1 else full_batch


def gradient_descent(state, gradients, lr):
    params, *memory = state
    return [v - lr * dv for v, dv in zip(params, gradients, strict=True)], *memory


def adam(state, gradients, lr):
    params, m, v, t = state
    t = t + 1
    m = [BETA1 * m + (1 - BETA1) * d for m, d in zip(m, gradients, strict=True)]
    v = [BETA2 * v + (1 - BETA2) * d**2 for v, d in zip(v, gradients, strict=True)]

    def moved(array, m, v):
        m_hat, v_hat = m / (1 - BETA1**t), v / (1 - BETA2**t)
        return array - lr * m_hat / (jnp.sqrt(v_hat) + EPS)

    return list(map(moved, params, m, v)), m, v, t
