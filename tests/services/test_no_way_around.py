"""No random sequence of services and plain SQL brings unchecked words to a platform."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.helpers.machine import GateMachine


EXAMPLES, STEPS = 25, 25


@pytest.mark.slow
def test_nothing_leaves_without_check_and_where_asked_approval() -> None:
    """Whatever officers, an approver and somebody with SQL do, in any order."""
    run_state_machine_as_test(
        GateMachine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_machine_does_send_something() -> None:
    """A day in which nothing ever left would prove nothing."""
    day = GateMachine()
    try:
        day.request(texts=["Baik, kami cek."])
        day.approve(number=1, above=True)
        day.nothing_is_there_that_should_not()
        day.send()
        assert day.queued == 1
        assert len(day.place.platform.posted) == 1
    finally:
        day.teardown()
