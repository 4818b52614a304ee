"""The same gradient by walking a graph of single numbers, for a comparison."""

import math

import numpy as np

from ..gradients import loss_and_gradient


class Node:
    """A number, and the nodes that it was made from: inputs is [(node, slope), ...]."""

    def __init__(self, value, inputs=()):
        self.value, self.inputs, self.slope = value, inputs, 0.0

    def __add__(self, other):
        return Node(self.value + other.value, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Node(self.value * other.value, [(self, other.value), (other, self.value)])

    def sigmoid(self):
        a = 1 / (1 + math.exp(-self.value))
        return Node(a, [(self, a * (1 - a))])

    def cross_entropy(self, y, eps):
        """-log(q + eps), where q is what this prediction gives to the class y."""
        q = self.value if y == 1 else 1 - self.value
        sign = -1.0 if y == 1 else 1.0
        return Node(-math.log(q + eps), [(self, sign / (q + eps))])


def spread_slopes(last):
    """Put into every node the slope of `last` by it, each node after all that use it."""
    last.slope = 1.0
    for node in reversed(in_order(last)):
        for source, slope in node.inputs:
            source.slope += slope * node.slope


def in_order(last):
    """All nodes, each after its inputs; without recursion, for the graph is deep."""
    order, seen, stack = [], set(), [(last, False)]
    while stack:
        node, ready = stack.pop()
        if ready:
            order.append(node)
        elif id(node) not in seen:
            seen.add(id(node))
            stack += [(node, True), *((source, False) for source, _ in node.inputs)]
    return order


def total(nodes):
    first, *others = nodes
    for node in others:
        first = first + node
    return first


def output(weights, x):
    """p for one example: each layer is a sum of products, and a sigmoid."""
    a = [Node(value) for value in x]
    for W in weights:
        columns = zip(*W, strict=True)
        a = [total(w * each for w, each in zip(c, a, strict=True)).sigmoid() for c in columns]
    return a[0]


def graph_gradient(arrays, X, y, eps):
    """dtheta of the summed cross-entropy of a network without biases, by the graph."""
    weights = [[[Node(value) for value in row] for row in W] for W in arrays]
    each = [output(weights, x).cross_entropy(k, eps) for x, k in zip(X, y[:, 0], strict=True)]
    spread_slopes(total(each))
    return np.array([node.slope for W in weights for row in W for node in row])


def difference_from_graph(result):
    """The largest difference between the network's dtheta and the graph's, by the largest entry."""
    net, loss = result.net, result.setup.loss
    dtheta = loss_and_gradient(net, result.X, result.y, loss)[1]
    arrays = [layer.W for layer in net.layers if layer.shapes]
    runs = range(net.runs)
    graph = np.array(
        [graph_gradient([W[r] for W in arrays], result.X[r], result.y[r], loss.eps) for r in runs]
    )
    return np.abs(dtheta - graph).max(axis=-1) / np.abs(graph).max(axis=-1)
