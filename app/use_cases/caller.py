"""Who asks: whose data they see, what they may do, and by which name the trail knows them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, TypeAlias, get_args

from app.use_cases.ports import LOCAL_TENANT, AuditAction, AuditEvent

Scope: TypeAlias = Literal[
    "evaluate", "assessments:read", "assessments:write", "assessments:erase", "admin"
]
SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)
_ADMIN: Final[Scope] = "admin"


@dataclass(frozen=True, slots=True)
class Caller:
    """`actor` is the id of the caller's key."""

    tenant_id: str
    actor: str
    scopes: frozenset[str]

    def may(self, scope: str) -> bool:
        """Admin may do everything, within the tenant."""
        return scope in self.scopes or _ADMIN in self.scopes

    def did(
        self,
        action: AuditAction,
        *,
        at: datetime,
        subject: str | None = None,
        count: int | None = None,
    ) -> AuditEvent:
        """What the trail keeps of it."""
        return AuditEvent(at=at, actor=self.actor, action=action, subject=subject, count=count)


def local_caller(tenant_id: str = LOCAL_TENANT) -> Caller:
    """Whoever is let in without a key: over loopback, or at the command line."""
    return Caller(tenant_id, "local", frozenset((_ADMIN,)))
