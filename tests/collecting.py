"""Calls of functions that add to problems, for tests that look at both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from goftogu.problems import Problem, Problems

T = TypeVar("T")


def collected(call: Callable[..., T], *arguments: Any, **named: Any) -> tuple[T, list[Problem]]:
    """Return the value of a call, and the problems that it added."""
    problems = Problems()
    return call(*arguments, problems=problems, **named), list(problems)


def found_by(call: Callable[..., object], *arguments: Any, **named: Any) -> list[Problem]:
    """Return the problems that a call added."""
    return collected(call, *arguments, **named)[1]
