"""What was sent by hand before is found by the index as well as what comes later."""

from tests.helpers.gate import two_rules
from tests.helpers.steps import Steps, put


def test_answers_of_before_are_in_the_index(steps: Steps) -> None:
    """One sent by hand and one by the platform are kept, and found by what they lack."""
    steps.to("m0010_contacts")
    put(steps, "account")
    put(steps, "author")
    put(steps, "conversation")
    gate = two_rules(steps.database)
    by_hand, _sent = gate.reach("sent_manually"), gate.reach("sent")
    steps.to("m0011_sightings")
    found = steps.run(
        "SELECT reply FROM outbox INDEXED BY outbox_unseen"
        " WHERE state = 'sent_manually' AND seen_remote_id IS NULL"
    ).fetchall()
    assert found == [(by_hand,)]
    assert (
        steps.one(
            "SELECT count(*) FROM outbox INDEXED BY outbox_by_remote_id"
            " WHERE remote_id IS NOT NULL"
        )
        == 1
    )
