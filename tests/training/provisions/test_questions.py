"""Questions made of headings ask for what the heading says."""

from kg.nodes import Provision
from training.provisions.questions import by_heading


def test_a_heading_becomes_a_question_on_its_provision() -> None:
    theft = Provision(id="code/section-1", act_id="code", kind="section", number="1", heading="Punishment for theft.")
    bare = Provision(id="code/section-2", act_id="code", kind="section", number="2", text="No heading.")
    [made] = by_heading([theft, bare], {"seed": 1, "headings": 5, "forms_of_headings": ["what is {}?"]})
    assert made.text == "what is theft?"
    assert made.provisions == {theft.id}
