"""What the service counts of itself: labels out of closed lists, never a value of a request."""

from collections.abc import Callable
from functools import cache
from typing import Final, get_args

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from app.domain.dosing_window import DosingVerdict
from app.domain.evaluation import Evaluation
from app.domain.rules import RULES

NO_ROUTE: Final = "none"
_BUCKETS_SECONDS: Final = (
    *(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5),
    *(1.0, 2.5, 5.0, 10.0),
)


class Metrics:
    """One registry an application: two in one process do not add up."""

    def __init__(self) -> None:
        """Every rule and verdict begins at nought, so that a first one is seen as a rise."""
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "leankeep_http_requests",
            "Requests answered.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "leankeep_http_request_duration_seconds",
            "From the head of the request to the end of the answer.",
            ("method", "route"),
            buckets=_BUCKETS_SECONDS,
            registry=self._registry,
        )
        self._raised = Counter(
            "leankeep_rules_raised",
            "Findings of answered cases, by rule.",
            ("rule",),
            registry=self._registry,
        )
        self._verdicts = Counter(
            "leankeep_dosing_verdicts",
            "Dosing windows answered, by verdict.",
            ("verdict",),
            registry=self._registry,
        )
        # Looked up once each: a look-up costs some µs, and a case raises a dozen rules.
        self._of_rule = {rule.id: self._raised.labels(rule.id) for rule in RULES}
        self._of_verdict = {each: self._verdicts.labels(each) for each in get_args(DosingVerdict)}
        self._of_answer = cache(self._requests.labels)
        self._of_route = cache(self._seconds.labels)

    def answered(self, *, method: str, route: str | None, status: int, seconds: float) -> None:
        """A request; `route` is a template or None, never a path."""
        template = route or NO_ROUTE
        self._of_answer(method, template, str(status)).inc()
        self._of_route(method, template).observe(seconds)

    def found(self, evaluation: Evaluation) -> None:
        """What was raised and told."""
        for rule, _ in evaluation.raised:
            self._of_rule[rule.id].inc()

    def judged(self, verdict: DosingVerdict) -> None:
        """A dosing verdict that was told."""
        self._of_verdict[verdict].inc()

    def watch_pool(self, *, in_use: Callable[[], int], size: Callable[[], int]) -> None:
        """Ask these two whenever somebody looks."""
        for name, words, count in (
            ("in_use", "Database connections in use.", in_use),
            ("size", "Database connections that are kept open.", size),
        ):
            gauge = Gauge(f"leankeep_database_pool_{name}", words, registry=self._registry)
            gauge.set_function(count)

    def text(self) -> bytes:
        """Everything, as Prometheus reads it."""
        return generate_latest(self._registry)
