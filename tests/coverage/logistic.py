"""Logistic regression with a penalty on large weights, by Newton's method, without a library for it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul

Columns = list[list[float]]

#: The most steps taken, and the largest change of a weight at which no more are.
STEPS, STILL = 15, 1e-4


def fit(
    points: Sequence[Sequence[float]], ones: Sequence[bool], counts: Sequence[float], penalty: float
) -> list[float]:
    """Bias and one weight a feature for the chance of a one; `counts` has what each point counts.

    `penalty` is for the weights of standardised features, the bias being free; those given back are for the points
    as they are.
    """
    means, spreads = zip(*map(_moments, zip(*points, strict=True)), strict=True)
    columns = [[1.0] * len(points)]
    columns += [
        [(x - mean) / spread for x in column]
        for column, mean, spread in zip(zip(*points, strict=True), means, spreads, strict=True)
    ]
    weights = _newton(columns, list(map(float, ones)), list(counts), penalty)
    scaled = [weight / spread for weight, spread in zip(weights[1:], spreads, strict=True)]
    return [round(number, 4) for number in (weights[0] - _dot(scaled, means), *scaled)]


def _moments(column: Sequence[float]) -> tuple[float, float]:
    mean = sum(column) / len(column)
    return mean, math.sqrt(sum((x - mean) ** 2 for x in column) / len(column)) or 1.0


def _newton(columns: Columns, ones: list[float], counts: list[float], penalty: float) -> list[float]:
    weights = [0.0] * len(columns)
    penalties = [0.0, *(penalty for _ in columns[1:])]
    for _ in range(STEPS):
        chances = [1 / (1 + math.exp(-_dot(weights, row))) for row in zip(*columns, strict=True)]
        errors = [count * (one - chance) for one, chance, count in zip(ones, chances, counts, strict=True)]
        slopes = [
            _dot(errors, column) - p * weight for column, weight, p in zip(columns, weights, penalties, strict=True)
        ]
        steps = _solve(_curve(columns, chances, counts, penalties), slopes)
        weights = [weight + step for weight, step in zip(weights, steps, strict=True)]
        if max(map(abs, steps)) < STILL:
            break
    return weights


def _curve(columns: Columns, chances: list[float], counts: list[float], penalties: list[float]) -> Columns:
    spread = [count * chance * (1 - chance) for chance, count in zip(chances, counts, strict=True)]
    curve = [[0.0] * len(columns) for _ in columns]
    for i, column in enumerate(columns):
        scaled = list(map(mul, column, spread))
        for j in range(i + 1):
            curve[i][j] = curve[j][i] = _dot(scaled, columns[j])
        curve[i][i] += penalties[i]
    return curve


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(map(mul, one, other))


def _solve(matrix: Columns, vector: list[float]) -> list[float]:
    """Gauss-Jordan with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for k in range(len(rows)):
        pivot = max(range(k, len(rows)), key=lambda i: abs(rows[i][k]))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [value / rows[k][k] for value in rows[k]]
        for i, row in enumerate(rows):
            if i != k:
                rows[i] = [a - row[k] * b for a, b in zip(row, rows[k], strict=True)]
    return [row[-1] for row in rows]
