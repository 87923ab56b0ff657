"""What a text is about: the cases and provisions it names, under keys that agree between texts."""

from extraction.parties.words import telling
from extraction.reading import provision_mentions, read
from kg.store import Store
from qa.ask import gather
from qa.errors import QuestionError


def subjects(text: str) -> list[str]:
    """Provision ids and, for cases, the telling words of both sides: "case:bharati kesavananda/kerala"."""
    doc = read(text)
    found = {m.provision for m in provision_mentions(doc) if m.provision}
    for case in doc._.cases:
        sides = [" ".join(sorted(telling(side))) for side in (case.petitioner, case.respondent)]
        if all(sides):
            found.add(f"case:{sides[0]}/{sides[1]}")
    return sorted(found)


def subjects_in_graph(store: Store, question: str) -> list[str]:
    """The ids of all that a question names and the graph has; nothing of a question that cannot be read."""
    try:
        return sorted(gather(store, question)[0].named_ids())
    except QuestionError:
        return []
