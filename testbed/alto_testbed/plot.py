# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Pictures of what was measured."""

import os
import statistics


def _figure():
    # there is no screen, and no home to keep settings in
    os.environ.setdefault("MPLCONFIGDIR", os.path.join(os.environ.get("ALTO_WORK", "/tmp"), "matplotlib"))
    import matplotlib
    matplotlib.use("Agg")
    from matplotlib import pyplot
    return pyplot.subplots(figsize=(8, 4.5), layout="constrained")


def bars(path, samples, title, unit):
    """Save a bar for each name, with its median and a line from the least to the most. samples: name -> values."""
    figure, axes = _figure()
    for place, (name, values) in enumerate(samples.items()):
        middle = statistics.median(values)
        axes.bar(name, middle, color=f"C{place}", yerr=[[middle - min(values)], [max(values) - middle]], capsize=6)
        axes.plot([place] * len(values), values, "k.", alpha=0.4)
    axes.set(title=title, ylabel=unit, ylim=(0, None))
    figure.savefig(path)


def lines(path, series, title, unit, limits=()):
    """Save values over time. series: name -> [(second, value), ...]; limits: (name, value) of straight lines."""
    figure, axes = _figure()
    for name, points in series.items():
        axes.plot([second for second, _ in points], [value for _, value in points], ".-", label=name)
    for name, value in limits:
        axes.axhline(value, linestyle="--", color="grey", label=name)
    axes.set(title=title, xlabel="seconds", ylabel=unit, ylim=(0, None))
    axes.legend()
    figure.savefig(path)
