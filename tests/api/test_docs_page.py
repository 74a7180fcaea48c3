"""The documentation page: everything from the service itself, and it works in a browser."""

import sys
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import ConsoleMessage, Page, Route, expect, sync_playwright

from app.main import create_app
from app.settings import Settings
from tests.api.conftest import client_of, failing_unit_of_work
from tests.api.live import Service, running_service
from tests.api.test_problems import assert_problem

pytestmark = pytest.mark.slow

CHROMIUM: Final = "/usr/bin/chromium"
WITHIN_MS: Final = 20_000


@dataclass  # neither frozen nor slotted: playwright marks the object whose method it is given
class Visit:
    """An open page and everything that should not have happened on it."""

    page: Page
    sent_elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, service: Service) -> None:
        self.page.route("**/*", lambda route: self._let_through(route, service.port))
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _let_through(self, route: Route, port: int) -> None:
        place = urlsplit(route.request.url)
        if place.scheme == "data" or (place.hostname, place.port) == ("127.0.0.1", port):
            route.continue_()
        else:
            self.sent_elsewhere.append(route.request.url)
            route.abort()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Generator[Service]:
    with running_service(tmp_path_factory.mktemp("docs")) as service:
        yield service


@pytest.fixture
def visit(service: Service) -> Generator[Visit]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        page = browser.new_page()
        page.set_default_timeout(WITHIN_MS)
        expect.set_options(timeout=WITHIN_MS)
        visit = Visit(page)
        visit.watch(service)
        page.goto(f"{service.url}/docs")
        yield visit
        browser.close()


def test_an_assessment_can_be_tried_out(visit: Visit) -> None:
    page = visit.page
    expect(page).to_have_title("leankeep API")
    operation = page.locator("[id$='createAssessment']")
    operation.locator(".opblock-summary-control").click()
    operation.get_by_role("button", name="Execute").click()
    answer = operation.locator(".live-responses-table .response").first
    expect(answer.locator(".response-col_status")).to_contain_text("201")
    expect(answer).to_contain_text("highest_severity")
    assert visit.sent_elsewhere == []
    assert visit.complaints == []


def test_every_operation_and_shape_is_shown(visit: Visit, service: Service) -> None:
    document = httpx.get(f"{service.url}/openapi.json").json()
    named = {
        operation["operationId"]
        for methods in document["paths"].values()
        for operation in methods.values()
    }
    blocks = visit.page.locator(".opblock")
    expect(blocks).to_have_count(len(named))
    shown = blocks.evaluate_all("blocks => blocks.map(each => each.id.split('-').pop())")
    assert set(shown) == named
    visit.page.locator(".opblock-summary-control").nth(0).click()
    expect(visit.page.locator(".opblock-body").first).to_contain_text("application/problem+json")
    assert visit.sent_elsewhere == []
    assert visit.complaints == []


async def test_the_page_may_load_from_the_service_only(client: httpx.AsyncClient) -> None:
    response = await client.get("/docs")
    policy = response.headers["content-security-policy"]
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "http" not in policy
    assert "//" not in response.text.replace("<!doctype html>", "")


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/docs/init.js", "text/javascript; charset=utf-8"),
        ("/docs/static/swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
        ("/docs/static/swagger-ui.css", "text/css; charset=utf-8"),
        ("/docs/static/favicon.png", "image/png"),
    ],
)
async def test_its_files_are_served(client: httpx.AsyncClient, path: str, media_type: str) -> None:
    response = await client.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"] == media_type
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.content


@pytest.mark.parametrize("name", ["core.py", "..%2F__init__.py", "redoc.standalone.js", "%2e%2e"])
async def test_nothing_else_of_the_package_is_served(client: httpx.AsyncClient, name: str) -> None:
    assert_problem(await client.get(f"/docs/static/{name}"), 404, "not-found")


async def test_it_can_be_closed() -> None:
    unit_of_work = failing_unit_of_work(AssertionError("not asked for"))
    app = create_app(Settings(docs=False), unit_of_work=unit_of_work)
    async with client_of(app) as client:
        for path in ("/docs", "/docs/init.js", "/openapi.json"):
            assert_problem(await client.get(path), 404, "not-found")


async def test_the_package_s_code_is_never_run(client: httpx.AsyncClient) -> None:
    assert (await client.get("/docs/static/swagger-ui.css")).status_code == 200
    assert "fastapi_offline" not in sys.modules
