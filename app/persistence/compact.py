"""Write the database anew without the room that erased rows have left.

It is the last step of an erasure. When SQLite shares out the rows of a full page, it leaves pieces
of them in the gaps of the old one, and `secure_delete` does not know of these; PostgreSQL marks an
erased row and clears it away when its turn comes. Writers wait on SQLite, so it is done at quiet
times, after a retention run.
"""

from sqlalchemy.ext.asyncio import AsyncEngine

from app.persistence.engine import empty_write_ahead_log
from app.persistence.errors import storage_errors


async def compact(engine: AsyncEngine) -> None:
    with storage_errors():
        async with engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                await connection.exec_driver_sql("VACUUM")
                await empty_write_ahead_log(connection)
            else:
                await connection.execution_options(isolation_level="AUTOCOMMIT")
                for table in ("assessments", "replays"):
                    await connection.exec_driver_sql(f"VACUUM {table}")
