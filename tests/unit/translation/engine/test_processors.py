"""What is said about processors, and what follows from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.translation.engine import processors
from goftogu.translation.engine.processors import AS_THERE_ARE, SHARD, Device, Placement, Processors

NUMBERS = st.integers(0, 9)
SAID = st.builds(Processors, st.sampled_from([None, *Device]), NUMBERS, NUMBERS, NUMBERS)


@given(SAID)
def test_what_is_not_said_is_left_to_the_other(said: Processors) -> None:
    assert said.over(AS_THERE_ARE) == said
    assert AS_THERE_ARE.over(said) == said
    assert said.over(said) == said


@given(SAID, SAID, SAID)
def test_the_order_of_three_is_kept(first: Processors, second: Processors, third: Processors) -> None:
    assert first.over(second).over(third) == first.over(second.over(third))


def test_what_the_command_says_comes_before_the_settings() -> None:
    command, settings = Processors(Device.CPU, beam=2), Processors(Device.CUDA, threads=3, beam=5, batch=64)
    assert command.over(settings) == Processors(Device.CPU, 3, 2, 64)


@pytest.mark.parametrize(("device", "batch"), [(Device.CPU, 512), (Device.CUDA, 8192)])
def test_the_usual_batch_is_that_of_the_device(device: Device, batch: int) -> None:
    assert processors.placement(AS_THERE_ARE, device, 3) == Placement(device, 3, 4, batch)
    assert processors.placement(Processors(beam=1, batch=7), device, 3) == Placement(device, 3, 1, 7)


@pytest.mark.parametrize(
    ("device", "streams", "batch", "shard"),
    [
        (Device.CPU, 1, 0, SHARD),
        (Device.CPU, 2, 0, SHARD),
        (Device.CPU, 16, 0, 2730),
        (Device.CPU, 2, 8192, 5461),
        (Device.CUDA, 1, 0, 2730),
        (Device.CUDA, 4, 0, 10922),
        (Device.CUDA, 1, 1, SHARD),
    ],
)
def test_a_shard_fills_what_there_is(device: Device, streams: int, batch: int, shard: int) -> None:
    assert processors.placement(Processors(batch=batch), device, streams).shard == shard


@given(st.integers(1, 64), st.integers(1, 8192))
def test_more_to_fill_never_makes_a_shard_smaller(streams: int, batch: int) -> None:
    shard = Placement(Device.CPU, streams, 4, batch).shard
    assert SHARD <= shard <= Placement(Device.CPU, streams + 1, 4, batch).shard
    assert shard <= Placement(Device.CPU, streams, 4, batch + 1).shard
    assert shard * 12 >= 3 * streams * batch
