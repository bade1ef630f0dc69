"""The Spark releases that the catalogue knows, oldest first.

Adding a release is one more entry here. The version is exact, so that the
data can be made again."""

from typing import NamedTuple


class Release(NamedTuple):
    line: str  # "3.5", the release line that users name
    version: str  # "3.5.9", the version the data is taken from
    # Parts of Spark that are not in its own distribution, "artifact:version"
    # of the group org.apache.spark.
    parts: list[str]


RELEASES = [
    Release("3.0", "3.0.3", ["spark-sql-kafka-0-10_2.12:3.0.2"]),
    Release("3.1", "3.1.3", ["spark-sql-kafka-0-10_2.12:3.1.3"]),
    Release("3.2", "3.2.4", ["spark-sql-kafka-0-10_2.12:3.2.2"]),
    Release("3.3", "3.3.4", ["spark-sql-kafka-0-10_2.12:3.3.4"]),
    Release("3.4", "3.4.4", ["spark-connect_2.12:3.4.0", "spark-sql-kafka-0-10_2.12:3.4.4"]),
    Release("3.5", "3.5.9", ["spark-connect_2.12:3.5.7", "spark-sql-kafka-0-10_2.12:3.5.7"]),
    Release("4.0", "4.0.5", ["spark-sql-kafka-0-10_2.13:4.0.4"]),
    Release("4.1", "4.1.4", ["spark-sql-kafka-0-10_2.13:4.1.3"]),
    Release("4.2", "4.2.1", ["spark-sql-kafka-0-10_2.13:4.2.0"]),
    Release("4.3", "4.3.0", ["spark-sql-kafka-0-10_2.13:4.2.0"]),
]
