"""A conversation: each question is made to stand by itself before it is asked, so that no answer rests on another."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.nodes import Node
from kg.store import Store
from qa.answer import Answer, Claim
from qa.ask import ask, refused
from qa.models.interface import LanguageModel
from qa.query.question import Question
from qa.understanding.followup import Before, Standing, chosen, filled, stand_alone
from qa.understanding.understand import check, understand


@dataclass(slots=True)
class Conversation:
    """What is kept between questions: the last one that was answered, and one that waits to be told what it means."""

    store: Store
    model: LanguageModel | None = None
    top: int = 10
    before: Before | None = None
    waiting: Standing | None = None

    def standing(self, text: str) -> Standing:
        """The next question as it stands by itself. Raises `QuestionError` for one that is empty or too long."""
        text = check(text)
        question = understand(self.store, text)
        if self.waiting and self.waiting.open and (node := chosen(text, question, self.waiting.choices)):
            return filled(self.waiting.text, self.waiting.open, node)
        return stand_alone(self.store, text, question, self.before)

    def ask(self, standing: Standing, hear: Callable[[Claim], None] | None = None) -> Answer:
        """Answer it. Raises as `qa.ask.ask` does, the conversation being then as it was before."""
        if standing.refusal:
            self.waiting = standing if standing.choices else None
            return refused(standing.text, standing.refusal)
        answer = ask(self.store, standing.text, self.model, self.top, hear, standing.context)
        self.waiting = None
        if not answer.refused:
            question = understand(self.store, standing.text, standing.context)
            answers = self.store.nodes([authority.id for authority in answer.answers])
            self.before = Before(question, self._named(question), answers)
        return answer

    def _named(self, question: Question) -> list[Node]:
        """The cases and provisions of the graph that a question names."""
        sure = [p.ids[0] for p in question.provisions if len(p.ids) == 1]
        return [*question.named_cases(), *self.store.nodes(sure)]
