"""Traces by OpenTelemetry: FastAPI makes the spans, and they go to a collector by OTLP.

It is imported only where a collector is named. What a path, a query or a header holds may be of a
patient and never leaves: the template of the route tells enough. Of what the caller writes only
`traceparent` and `tracestate` go on, which are made for it.
"""

from typing import Final

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, Resource
from opentelemetry.sdk.trace import Span, SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

_WITHHELD: Final = ("url.path", "url.query", "http.request.method_original", "server.address")
_IN_PLACE: Final = "withheld"
_SENT_WITHIN_SECONDS: Final = 2
"""A collector that never answers may not hold up the end of the service for longer."""


class _Withholding(SpanProcessor):
    """Takes out what came from the request, before anybody else sees the span."""

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        del parent_context
        for name in _WITHHELD:
            if name in (span.attributes or {}):
                span.set_attribute(name, _IN_PLACE)


def tracer_provider(endpoint: str) -> TracerProvider:
    """Spans for the collector at this URL, which takes OTLP by HTTP, as http://host:4318/v1/traces.

    They are sent by a thread, some at a time; those that cannot be sent are lost.
    """
    resource = Resource.create({SERVICE_NAME: "leankeep"})
    provider = TracerProvider(resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(_Withholding())
    provider.add_span_processor(
        BatchSpanProcessor(OTLPSpanExporter(endpoint=endpoint, timeout=_SENT_WITHIN_SECONDS))
    )
    return provider
