"""What follows from a measured growth: the whole of the arithmetic, on costs whose answer is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import growth
from bench.growth import Growth
from bench.processes import Cost

seconds = st.floats(0, 1e5)
LINEAR = Growth(Cost(30, 20, 100), Cost(300, 200, 200), cores=2)


@given(rest=seconds, shared=seconds, cores=st.integers(2, 64))
def test_what_runs_at_once_follows_from_both_clocks(rest: float, shared: float, cores: int) -> None:
    cost = Cost(rest + shared, rest + shared / cores)
    assert growth.at_once(cost, cores) == pytest.approx(shared, abs=1e-6)


@given(cpu=seconds, wall=seconds, cores=st.integers(1, 64))
def test_no_more_runs_at_once_than_there_is(cpu: float, wall: float, cores: int) -> None:
    assert 0 <= growth.at_once(Cost(cpu, wall), cores) <= cpu


def test_on_one_processor_nothing_runs_at_once() -> None:
    assert growth.at_once(Cost(9, 5), 1) == 0


def test_growth_is_the_ratio_of_both_costs() -> None:
    found = Growth(Cost(30, 20, 100), Cost(330, 210, 180), cores=2)
    assert (found.cpu, found.wall) == (11, 10.5)


def test_ten_times_more_grows_as_much_again() -> None:
    assert LINEAR.huge() == Cost(3000, 2000, 400)
    assert Growth(Cost(1, 1, 50), Cost(11, 12, 60), cores=1).huge() == Cost(121, 144, 72)


@given(machines=st.integers(1, 1000))
def test_machines_speed_up_only_what_runs_at_once(machines: int) -> None:
    rest, shared = 1000, 2000
    assert LINEAR.on_machines(machines) == pytest.approx(rest + shared / (2 * machines))


def test_one_machine_takes_what_it_takes() -> None:
    assert LINEAR.on_machines(1) == LINEAR.huge().wall


def test_a_build_in_one_process_gains_nothing_from_machines() -> None:
    alone = Growth(Cost(30, 31, 100), Cost(300, 310, 200), cores=2)
    assert alone.on_machines(10) == alone.huge().wall


def test_the_outlook_is_a_paragraph() -> None:
    assert LINEAR.outlook() == (
        "If the growth goes on, 100,000 interviews cost 50.0 min of the processor: 33.3 min on a machine of 2 cores, "
        "18.3 min on 10 such machines, and 400 MB in the largest process. 67% of the work is done on all processors "
        "at once."
    )


def test_one_core_is_no_plural() -> None:
    assert "on a machine of 1 core, " in Growth(Cost(1, 1, 1), Cost(10, 10, 1), cores=1).outlook()


@pytest.mark.parametrize(
    ("length", "words"), [(1.5, "1.50 s"), (119, "119 s"), (120, "2.00 min"), (7199, "120 min"), (7200, "2.00 h")]
)
def test_a_duration_has_the_unit_that_a_person_would_use(length: float, words: str) -> None:
    assert growth.duration(length) == words
