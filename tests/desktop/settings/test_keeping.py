"""From Atur one goes to the checklist and to the public contacts."""

import pytest

from kotakmasuk.desktop.settings.keeping import Keeping
from kotakmasuk.desktop.theme import load
from tests.helpers.workplaces import ROOT


@pytest.fixture
def keeping(qapp, qtbot):
    assert qapp is not None
    gone = []
    made = Keeping(
        load(ROOT / "resources"), lambda page, what: gone.append((page, what))
    )
    made.gone = gone
    qtbot.addWidget(made)
    return made


def test_each_button_leads_to_its_page(keeping):
    """And says beforehand what is found there."""
    keeping.checklist_button.click()
    keeping.contacts_button.click()

    assert keeping.gone == [("checklist", None), ("contacts", None)]
    assert "acuan" in keeping.checklist_button.accessibleDescription()
