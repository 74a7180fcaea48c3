"""Traces: they reach a collector, join the caller's, and hold no value of a request."""

import socket
import sys
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from app.main import create_app
from app.settings import Settings, SettingsError
from tests.api.canaries import BY_CLOCK, tokens
from tests.api.live import Service, running_service

pytestmark = pytest.mark.slow

TRACE = "0af7651916cd43dd8448eb211c80319c"
REF = str(BY_CLOCK["patient_ref"])


@contextmanager
def collector(received: list[bytes]) -> Generator[str]:
    """A collector of OTLP on loopback that keeps what it is sent."""

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *_: object) -> None:  # noqa: A002 # its name for it
            del format

    with ThreadingHTTPServer(("127.0.0.1", 0), Taking) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1/traces"
        server.shutdown()


def used(service: Service) -> None:
    """A patient's life with the service, good and bad."""
    with httpx.Client(base_url=service.url) as client:
        headers = {
            "traceparent": f"00-{TRACE}-b7ad6b7169203331-01",
            "baggage": f"patient={REF}",
            "host": f"{REF}.test",
            "user-agent": REF,
        }
        made = client.post("/v1/assessments", json=BY_CLOCK, headers=headers)
        assert made.status_code == 201
        client.get(made.headers["location"])
        client.get("/v1/assessments", params={"patient_ref": REF})
        client.get("/v1/assessments", params={"patient_ref": REF, REF: REF})
        client.post("/v1/findings", json=BY_CLOCK | {"as_of": REF})
        client.get(f"/v1/{REF}")
        client.delete(f"/v1/patients/{REF}")


def spans_of(received: list[bytes]) -> list[Span]:
    parsed = [ExportTraceServiceRequest.FromString(each) for each in received]
    return [
        span
        for each in parsed
        for resource in each.resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    ]


def test_spans_reach_the_collector_without_a_value_of_a_patient(tmp_path: Path) -> None:
    received: list[bytes] = []
    with (
        collector(received) as endpoint,
        running_service(tmp_path, traces_endpoint=endpoint) as service,
    ):
        used(service)
        assert service.stop() == 0
    spans = spans_of(received)
    told = b"".join(received)
    assert b"leankeep" in told
    assert [span.name for span in spans][:2] == [
        "POST /v1/assessments",
        "GET /v1/assessments/{assessment_id}",
    ]
    assert "DELETE /v1/patients/{patient_ref}" in {span.name for span in spans}
    assert len(spans) == 7
    assert spans[0].trace_id.hex() == TRACE
    for secret in tokens(BY_CLOCK):
        assert secret.encode() not in told, secret


def test_a_collector_that_is_not_there_fails_no_request(tmp_path: Path) -> None:
    nowhere = "http://127.0.0.1:9/v1/traces"
    with running_service(tmp_path, traces_endpoint=nowhere) as service:
        used(service)
        assert service.stop() == 0
        assert not {each for each in tokens(BY_CLOCK) if each in service.log()}


def test_a_collector_that_never_answers_does_not_hold_up_the_end(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        endpoint = f"http://127.0.0.1:{silent.getsockname()[1]}/v1/traces"
        with running_service(tmp_path, traces_endpoint=endpoint) as service:
            used(service)
            began = time.monotonic()
            assert service.stop() == 0
            assert time.monotonic() - began < 6


def test_without_a_collector_nothing_of_it_is_imported(tmp_path: Path) -> None:
    with running_service(tmp_path) as service:
        used(service)
        maps = Path(f"/proc/{service.process.pid}/maps").read_text()
    assert "google/_upb" not in maps


def test_without_the_extra_it_says_what_is_lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "app.tracing", None)
    with pytest.raises(SettingsError, match="the project's extra named tracing"):
        create_app(Settings(traces_endpoint="http://127.0.0.1:4318/v1/traces"))
