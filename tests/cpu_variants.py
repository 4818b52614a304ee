"""Print the instruction sets that NumPy uses here beyond its baseline, of AVX2 and above.

The words printed are what NPY_DISABLE_CPU_FEATURES takes, and with that set nothing is printed: so
.ci/another_processor switches them off and sees that they are. NumPy itself names them, and only
the ones that this machine has: it objects to a name that is part of its baseline, or that the
machine lacks.
"""

from numpy._core import _multiarray_umath as numpy_core

AVX2 = ("AVX512", "X86_V4", "AVX2", "FMA3", "X86_V3")


def in_use():
    features = numpy_core.__cpu_features__
    dispatched = [name for name in numpy_core.__cpu_dispatch__ if name.startswith(AVX2)]
    return [name for name in dispatched if features[name]]


if __name__ == "__main__":
    print(*in_use())
