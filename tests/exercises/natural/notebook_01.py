"""Wrong answers to the exercises of notebook_01: each sentence says what is wrong."""

import math

import numpy as np

from .collect import wrong
from .given import sigmoid


def sigmoid_slope(z):
    a = sigmoid(z)
    return a * (1 - a)


# sigmoid


@wrong("sigmoid", "the exponent is +z in place of -z, so the curve is mirrored: it gives sigma(-z)")
def sigmoid_plus_z(z):
    return 1 / (1 + np.exp(np.minimum(z, 709)))


@wrong("sigmoid", "caps z, not -z, at 709: for z = -1000 exp still gets 1000 and overflows")
def sigmoid_cap_before_minus(z):
    z = np.minimum(z, 709)
    return 1 / (1 + np.exp(-z))


@wrong("sigmoid", "np.maximum in place of np.minimum: exp always gets 709 or more, so a is about 0")
def sigmoid_larger_of_two(z):
    exponent = np.maximum(-z, 709)
    return 1 / (1 + np.exp(exponent))


@wrong("sigmoid", "there is no cap: exp overflows where z is below about -709.8")
def sigmoid_without_cap(z):
    e = np.exp(-z)
    a = 1 / (1 + e)
    return a


@wrong("sigmoid", "the cap is 10 in place of 709, so nothing below sigma(-10) is ever returned")
def sigmoid_cap_at_ten(z):
    return 1.0 / (1.0 + np.exp(np.minimum(-z, 10)))


@wrong("sigmoid", "the cap is 710 in place of 709, and exp(710) overflows already")
def sigmoid_cap_one_too_high(z):
    capped = np.minimum(-z, 710)
    return 1 / (1 + np.exp(capped))


@wrong("sigmoid", "math.exp and the builtin min take single numbers only: arrays raise an error")
def sigmoid_with_math(z):
    return 1 / (1 + math.exp(min(-z, 709)))


@wrong("sigmoid", "an if compares a whole array with 709, which raises for arrays of two or more")
def sigmoid_if_too_large(z):
    e = -z
    if e > 709:
        e = 709
    return 1 / (1 + np.exp(e))


@wrong("sigmoid", "parentheses are missing: it computes (1 / 1) + exp(...), not 1 / (1 + exp(...))")
def sigmoid_no_parentheses(z):
    return 1 / 1 + np.exp(np.minimum(-z, 709))


@wrong("sigmoid", "prints the result in place of returning it, so it returns None")
def sigmoid_printed(z):
    a = 1 / (1 + np.exp(np.minimum(-z, 709)))
    print(a)


@wrong("sigmoid", "-z is also cut off below at 0, so every positive z gives one half")
def sigmoid_clip_from_zero(z):
    return 1 / (1 + np.exp(np.clip(-z, 0, 709)))


@wrong("sigmoid", "uses the absolute value of z: negative z get the value of positive z")
def sigmoid_of_abs(z):
    return 1 / (1 + np.exp(-np.abs(z)))


@wrong("sigmoid", "collects the values in zeros_like(z), so an array of whole numbers is cut to 0")
def sigmoid_in_zeros_like(z):
    z = np.asarray(z)
    a = np.zeros_like(z)
    for i in np.ndindex(z.shape):
        a[i] = 1 / (1 + np.exp(min(-z[i], 709)))
    return a


@wrong("sigmoid", "*= changes the caller's array: z is negated in place")
def sigmoid_in_place(z):
    z *= -1
    return 1 / (1 + np.exp(np.minimum(z, 709)))


@wrong("sigmoid", "exp(z) / (1 + exp(z)) has no cap: for z above 709 it is inf / inf, so nan")
def sigmoid_other_fraction(z):
    return np.exp(z) / (1 + np.exp(z))


@wrong(
    "sigmoid", "the loop runs over len(z): single numbers and arrays with two axes raise an error"
)
def sigmoid_flat_loop(z):
    a = np.zeros(len(z))
    for i in range(len(z)):
        a[i] = 1 / (1 + np.exp(min(-z[i], 709)))
    return a


@wrong("sigmoid", "np.min takes the second argument as an axis, so np.min(-z, 709) raises an error")
def sigmoid_np_min(z):
    return 1 / (1 + np.exp(np.min(-z, 709)))


# sigmoid_slope


@wrong("sigmoid_slope", "z * (1 - z): puts z where a = sigmoid(z) belongs")
def slope_z_one_minus_z(z):
    return z * (1 - z)


@wrong("sigmoid_slope", "the second factor is 1 - z in place of 1 - sigmoid(z)")
def slope_half_converted(z):
    return sigmoid(z) * (1 - z)


@wrong(
    "sigmoid_slope", "the sign in the second factor is wrong: a * (1 + a) in place of a * (1 - a)"
)
def slope_one_plus_a(z):
    a = sigmoid(z)
    return a * (1 + a)


@wrong("sigmoid_slope", "parentheses are missing: a * 1 - a is 0 for every z")
def slope_a_times_one_minus_a_flat(z):
    a = sigmoid(z)
    return a * 1 - a


@wrong("sigmoid_slope", "applies the sigmoid twice: the slope is taken at a = sigmoid(z), not at z")
def slope_at_a(z):
    a = sigmoid(z)
    return sigmoid(a) * (1 - sigmoid(a))


@wrong("sigmoid_slope", "lost one of the two minus signs: the slope has the wrong sign")
def slope_negative(z):
    a = sigmoid(z)
    return -a * (1 - a)


@wrong(
    "sigmoid_slope", "the denominator is not squared: e / (1 + e), which is 1 - a, not the slope"
)
def slope_no_square(z):
    e = np.exp(np.minimum(-z, 709))
    return e / (1 + e)


@wrong("sigmoid_slope", "the quotient has no cap: for z = -1000 it is inf / inf**2, so nan")
def slope_uncapped_quotient(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


@wrong(
    "sigmoid_slope", "one-sided difference with h = 0.01: only a rough approximation of the slope"
)
def slope_one_sided(z):
    h = 0.01
    return (sigmoid(z + h) - sigmoid(z)) / h


@wrong("sigmoid_slope", "1 - a**2 is the slope of tanh, not of the sigmoid")
def slope_of_tanh(z):
    return 1 - sigmoid(z) ** 2


@wrong(
    "sigmoid_slope", "multiplies the function sigmoid itself, never calls it: raises a TypeError"
)
def slope_not_called(z):
    return sigmoid * (1 - sigmoid)


@wrong("sigmoid_slope", "the factors of the second part are exchanged: a * (a - 1), the wrong sign")
def slope_a_minus_one(z):
    s = sigmoid(z)
    return np.multiply(s, s - 1)


# numerical_gradient


@wrong("numerical_gradient", "one-sided: (f(x + h) - f(x)) / h in place of the central difference")
def nudge_forward_only(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    f0 = f(x)
    for entry in np.ndindex(x.shape):
        old = x[entry]
        x[entry] = old + h
        grad[entry] = (f(x) - f0) / h
        x[entry] = old
    return grad


@wrong("numerical_gradient", "divides by h in place of 2h, so the gradient is twice too large")
def nudge_divided_by_h(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        old = x[entry]
        x[entry] = old + h
        right = f(x)
        x[entry] = old - h
        left = f(x)
        x[entry] = old
        grad[entry] = (right - left) / h
    return grad


@wrong("numerical_gradient", "/ 2 * h divides by 2 and multiplies by h, where / (2 * h) is meant")
def nudge_two_times_h_unbracketed(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    result = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        keep = x[entry]
        x[entry] = keep + h
        f_plus = f(x)
        x[entry] = keep - h
        f_minus = f(x)
        x[entry] = keep
        result[entry] = (f_plus - f_minus) / 2 * h
    return result


@wrong("numerical_gradient", "an entry is not put back: it stays at x - h while the next is nudged")
def nudge_not_put_back(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    slope = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        x[entry] += h
        plus = f(x)
        x[entry] -= 2 * h
        minus = f(x)
        slope[entry] = (plus - minus) / (2 * h)
    return slope


@wrong("numerical_gradient", "goes back by h only: the second value is f(x), still divided by 2h")
def nudge_left_is_middle(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    g = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        x[entry] += h
        up = f(x)
        x[entry] -= h
        down = f(x)
        g[entry] = (up - down) / (2 * h)
    return g


@wrong(
    "numerical_gradient", "no copy and nothing put back: every entry of the caller's x ends h lower"
)
def nudge_callers_array(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        x[entry] = x[entry] + h
        a = f(x)
        x[entry] = x[entry] - 2 * h
        b = f(x)
        gradient[entry] = (a - b) / (2 * h)
    return gradient


@wrong(
    "numerical_gradient", "the copy keeps whole numbers whole: for such x every nudge is cut off"
)
def nudge_whole_numbers(f, x, h=1e-5):
    x = np.array(x)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        plus = f(x)
        x[i] = old - h
        minus = f(x)
        x[i] = old
        grad[i] = (plus - minus) / (2 * h)
    return grad


@wrong("numerical_gradient", "x_plus and x_minus are the same array, so all differences are 0")
def nudge_aliased(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        x_plus = x
        x_minus = x
        x_plus[entry] += h
        x_minus[entry] -= h
        grad[entry] = (f(x_plus) - f(x_minus)) / (2 * h)
    return grad


@wrong(
    "numerical_gradient", "nudges all entries at once: one number, the sum of all slopes, comes out"
)
def nudge_all_at_once(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    return (f(x + h) - f(x - h)) / (2 * h)


@wrong("numerical_gradient", "return stands inside the loop: only the first entry is computed")
def nudge_early_return(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        value = x[entry]
        x[entry] = value + h
        high = f(x)
        x[entry] = value - h
        low = f(x)
        x[entry] = value
        grad[entry] = (high - low) / (2 * h)
        return grad


@wrong("numerical_gradient", "subtracts the right value from the left one: the sign is wrong")
def nudge_left_minus_right(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[entry] = h
        grad[entry] = (f(x - step) - f(x + step)) / (2 * h)
    return grad


@wrong(
    "numerical_gradient",
    "the result is made by zeros_like(x) of the caller's x: whole numbers cut it",
)
def nudge_result_of_integers(f, x, h=1e-5):
    grad = np.zeros_like(x)
    x = np.array(x, dtype=float)
    for entry in np.ndindex(x.shape):
        d = np.zeros(x.shape)
        d[entry] = h
        grad[entry] = (f(x + d) - f(x - d)) / (2 * h)
    return grad


@wrong(
    "numerical_gradient",
    "range(len(x)) and x[i] nudge a whole row at once if x has two axes, and fail for no axis",
)
def nudge_rows(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in range(len(x)):
        old = x[i].copy()
        x[i] = old + h
        plus = f(x)
        x[i] = old - h
        minus = f(x)
        x[i] = old
        grad[i] = (plus - minus) / (2 * h)
    return grad


@wrong("numerical_gradient", "h is 1e-15 by default, so small that rounding spoils the differences")
def nudge_tiny_h(f, x, h=1e-15):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        old = x[entry]
        x[entry] = old + h
        plus = f(x)
        x[entry] = old - h
        minus = f(x)
        x[entry] = old
        grad[entry] = (plus - minus) / (2 * h)
    return grad


@wrong("numerical_gradient", "calls f with the nudged entry alone, not with the whole nudged array")
def nudge_entry_alone(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        grad[entry] = (f(x[entry] + h) - f(x[entry] - h)) / (2 * h)
    return grad


@wrong(
    "numerical_gradient",
    "rise is never set back to 0: each slope also contains those of all entries before it",
)
def nudge_rise_adds_up(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    rise = 0
    for entry in np.ndindex(x.shape):
        old = x[entry]
        x[entry] = old + h
        rise += f(x)
        x[entry] = old - h
        rise -= f(x)
        x[entry] = old
        grad[entry] = rise / (2 * h)
    return grad


@wrong(
    "numerical_gradient", "collects the slopes in a flat list: for two axes the shape of x is lost"
)
def nudge_flat_list(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    slopes = []
    for entry in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[entry] += h
        minus[entry] -= h
        slopes.append((f(plus) - f(minus)) / (2 * h))
    return np.array(slopes)


@wrong("numerical_gradient", "one-sided, and nothing is put back: earlier entries stay nudged by h")
def nudge_one_sided_and_left(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    start = f(x)
    for entry in np.ndindex(x.shape):
        x[entry] += h
        grad[entry] = (f(x) - start) / h
    return grad


@wrong("numerical_gradient", "ignores the argument h and always nudges by 0.001")
def nudge_own_h(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    eps = 1e-3
    grad = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        old = x[entry]
        x[entry] = old + eps
        plus = f(x)
        x[entry] = old - eps
        minus = f(x)
        x[entry] = old
        grad[entry] = (plus - minus) / (2 * eps)
    return grad


# sigmoid_slope_from_output


@wrong("sigmoid_slope_from_output", "applies the sigmoid to a, which is a sigmoid's output already")
def from_output_sigmoid_again(a):
    return sigmoid(a) * (1 - sigmoid(a))


@wrong("sigmoid_slope_from_output", "calls sigmoid_slope with a, though that function wants z")
def from_output_via_slope(a):
    return sigmoid_slope(a)


@wrong("sigmoid_slope_from_output", "a * (a - 1): the second factor has the wrong sign")
def from_output_wrong_sign(a):
    return a * (a - 1)


@wrong("sigmoid_slope_from_output", "1 - a**2 is the slope of tanh, written with its output")
def from_output_tanh(a):
    return 1 - np.square(a)


@wrong("sigmoid_slope_from_output", "parentheses are missing: a * 1 - a is always 0")
def from_output_no_parentheses(a):
    return a * 1 - a


@wrong("sigmoid_slope_from_output", "a(1 - a) lacks the *: Python takes it as a call and raises")
def from_output_as_on_paper(a):
    return a(1 - a)


@wrong("sigmoid_slope_from_output", "inverts the sigmoid wrongly: log(a / (1 + a)) is not z")
def from_output_wrong_inverse(a):
    z = np.log(a / (1 + a))
    s = sigmoid(z)
    return s * (1 - s)


@wrong("sigmoid_slope_from_output", "*= overwrites the caller's array a with the slopes")
def from_output_in_place(a):
    rest = 1 - a
    a *= rest
    return a


@wrong("sigmoid_slope_from_output", "a * (1 + a): plus in place of minus in the second factor")
def from_output_plus(a):
    return a + a**2


# two at once


@wrong(
    "sigmoid", "the exponent is +z in place of -z, and there is no cap: exp overflows for large z"
)
def sigmoid_plus_z_without_cap(z):
    return 1 / (1 + np.exp(z))


@wrong("sigmoid", "caps z in place of -z, and prints the result where it should return it")
def sigmoid_wrong_cap_printed(z):
    print(1 / (1 + np.exp(-np.minimum(z, 709))))


@wrong("sigmoid_slope", "z stands in place of sigmoid(z), and z * (z - 1) has the wrong sign too")
def slope_z_wrong_sign(z):
    return z * (z - 1)


@wrong("sigmoid_slope", "lacks the square below, and has the minus sign of du/dz left over")
def slope_no_square_negative(z):
    e = np.exp(np.minimum(-z, 709))
    du_dz = -e
    return du_dz / (1 + e)


@wrong("numerical_gradient", "the sign is wrong, left minus right, and it divides by h, not by 2h")
def nudge_sign_and_h(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        old = x[entry]
        x[entry] = old - h
        first = f(x)
        x[entry] = old + h
        second = f(x)
        x[entry] = old
        grad[entry] = (first - second) / h
    return grad


@wrong("numerical_gradient", "one-sided, and return stands inside the loop: only one entry is done")
def nudge_one_sided_early_return(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    f0 = f(x)
    for i in np.ndindex(x.shape):
        y = x.copy()
        y[i] += h
        grad[i] = (f(y) - f0) / h
        return grad


@wrong("sigmoid_slope_from_output", "applies the sigmoid to a once more, and has plus for minus")
def from_output_again_and_plus(a):
    s = sigmoid(a)
    return s * (1 + s)
