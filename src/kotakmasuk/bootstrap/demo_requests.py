"""The demo's requests for approval: asked for by officers, edited or returned above.

The one rule: they go through the same services as in an office, the passphrase included.
"""

from dataclasses import replace

from kotakmasuk.bootstrap.demo_answers import composition, keep_answer, manual_rules
from kotakmasuk.bootstrap.demo_story import Story, Told
from kotakmasuk.domain.approvals import Candidate
from kotakmasuk.services import approvals


def ask(story: Story) -> None:
    """File the story's requests, and what the approver has done with them so far."""
    ticks = manual_rules(story.desk)
    for row in story.rows("requests.jsonl"):
        _ask(story, row, ticks)
        request = max(one.id for one in approvals.waiting(story.desk.database.conn))
        if "edit" in row:
            _edit(story, row, request)
        if "returned" in row:
            told = row["returned"]
            story.at(row, told["time"])
            approvals.send_back(story.approver(told["by"]), request, told["note"])


def _ask(story: Story, row: Told, ticks: frozenset[str]) -> None:
    source = keep_answer(story, row) if "unit" in row else None
    story.at(row)
    offered = [
        Candidate(composition(story, choice, source), ticks, choice["label"])
        for choice in row["choices"]
    ]
    by, thread = story.officer(row["officer"]), story.threads[row["thread"]]
    approvals.request(by, thread, offered, note=row["note"])


def _edit(story: Story, row: Told, request: int) -> None:
    told = row["edit"]
    story.at(row, told["time"])
    view = approvals.open_request(story.desk.database.conn, story.desk.office, request)
    option = view.options[0]
    words = replace(option.composition, text=told["text"])
    approvals.edit(story.approver(told["by"]), request, option.reply, words)
