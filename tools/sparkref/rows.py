"""Turns what a release answered into the rows of the catalogue."""

import itertools
import re
import socket
from pathlib import Path

import environment

HERE = Path(__file__).parent

UNITS = {
    "": "", "BYTE": "B", "KiB": "KiB", "MiB": "MiB", "GiB": "GiB",
    "NANOSECONDS": "ns", "MICROSECONDS": "us", "MILLISECONDS": "ms",
    "SECONDS": "s", "MINUTES": "min", "HOURS": "h", "DAYS": "d",
}  # fmt: skip

TYPES = {"decimal": "double"}

MODULES = {
    "core": "core", "common-utils": "core", "catalyst": "sql", "sql": "sql", "sql-api": "sql",
    "hive": "hive", "hive-thriftserver": "hive", "streaming": "streaming", "yarn": "yarn",
    "config": "sql", "kubernetes": "kubernetes", "mesos": "mesos", "connect": "connect", "sql-kafka-0-10": "kafka",
}  # fmt: skip

# What SparkConf makes of "64" under an old name whose values have another meaning.
TRANSLATIONS = {"64000k": "mb-to-kib", "640s": "times-10-seconds"}

UNDEFINED = "<undefined>"


def read_table(name):
    """Reads a hand-kept table of this folder: tab-separated, # comments, a first line of column names."""
    lines = [line for line in (HERE / name).read_text().splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t") + [""] * len(columns))) for line in lines[1:]]


def unregistered(line=None):
    """The hand-kept keys (that a release may have), with {a,b} in a key written out as one row each."""
    for row in read_table("unregistered.tsv"):
        if line and not within(line, row["releases"]):
            continue
        parts = re.split(r"\{(.*?)\}", row["key"])
        choices = [part.split(",") if i % 2 else [part] for i, part in enumerate(parts)]
        for name in itertools.product(*choices):
            yield row | {"key": "".join(name)}


def within(line, releases):
    """Whether a release line is in "-4.0" or "4.1-"; an empty text is all of them."""
    first, _, last = releases.partition("-")
    return (not first or number(first) <= number(line)) and (not last or number(line) <= number(last))


def number(line):
    return [int(part) for part in line.split(".")]


class Answer:
    """One release's answers, checked against each other."""

    def __init__(self, answers):
        first, *others = answers
        if first["unloadable"]:
            raise SystemExit(f"could not be asked: {first['unloadable']}")
        self.version = first["version"]
        self.line = ".".join(self.version.split(".")[:2])
        self.tables = first["tables"]
        self.literals = first["literals"]
        self.entries = {entry["key"]: entry for entry in first["entries"]}
        if len(self.entries) != first["registered"]:
            raise SystemExit("the registry and the entries disagree")
        self.computed = set()
        for other in others:
            for entry in other["entries"]:
                self.compare(self.entries[entry["key"]], entry)

    def compare(self, one, other):
        """Notes a default that depends on the machine; nothing else may."""
        differing = {field for field in one if one[field] != other.get(field)}
        if differing == {"default"}:
            self.computed.add(one["key"])
        elif differing:
            raise SystemExit(f"{one['key']} differs between machines: {sorted(differing)}")
        if one["class"] == "ConfigEntryWithDefaultFunction":
            self.computed.add(one["key"])

    def key_rows(self, computed):
        rows = {name: self.key_row(entry, computed) for name, entry in self.entries.items()}
        return rows | self.unregistered_rows()

    def key_row(self, entry, computed):
        values = entry.get("values") or []
        if any("|" in value for value in values):
            raise SystemExit(f"{entry['key']}: a value holds the separator: {values}")
        element = "" if entry["type"] == "string" else " of " + entry["type"]
        kind = "list" + element if entry["list"] else "enum" if values and entry["type"] == "string" else TYPES.get(entry["type"], entry["type"])
        flags = {"s": entry["static"], "r": entry["modifiable"], "i": entry["internal"], "c": entry.get("case") == "lower", "C": entry.get("case") == "upper", "t": entry.get("trims"), "h": entry.get("holes")}
        return [
            kind,
            UNITS[entry["unit"]],
            "".join(flag for flag, holds in flags.items() if holds),
            self.default_of(entry, computed),
            entry["since"] or "",
            module_of(entry),
            self.alternatives_of(entry["key"], entry["alternatives"]),
            "|".join(values),
            bound_of(entry.get("minimum")),
            bound_of(entry.get("maximum")),
            check_of(entry),
            entry.get("prepend", ""),
            entry.get("separator", ""),
        ]

    def default_of(self, entry, computed):
        key, text = entry["key"], entry["default"]
        described = computed.get(key, "")
        if described.startswith("~"):
            return described
        if key in self.computed and described != f"={text}":
            raise SystemExit(f"{key} is computed in Spark {self.version}: describe it in computed.tsv")
        if "fallback" in entry:
            return ">" + entry["fallback"]
        return "" if text is None or text == UNDEFINED else "=" + text

    def alternatives_of(self, key, own):
        """Lists older names in the order in which Spark tries them: SparkConf's
        table for a name comes before the alternatives of the entry."""
        found = []
        for name in [key, *own]:
            if name != key:
                found.append((name, self.tables["deprecated"].get(name, {}).get("version", ""), ""))
            for row in self.tables["alternatives"].get(name, []):
                translation = TRANSLATIONS[row["of64"]] if "of64" in row else ""
                found.append((row["key"], row["version"], translation))
        return ",".join(";".join(part) for i, part in enumerate(found) if part[0] not in [f[0] for f in found[:i]])

    def unregistered_rows(self):
        """The keys of unregistered.tsv that this release reads: those whose
        literal stands in the class that the table names, and that no entry registers."""
        rows = {}
        for key in unregistered(self.line):
            readers = self.literals.get(key["literal"] or key["key"], [])
            read = any(reader.endswith("." + key["class"]) for reader in readers)
            if read and key["key"] not in self.entries:
                alternatives = self.alternatives_of(key["key"], [])
                flags = "u" + key["flags"]
                fields = [key["type"], key["unit"], flags, key["default"], "", key["module"], alternatives]
                rows[key["key"]] = fields + [""] * 6
        return rows

    def doc_rows(self):
        docs = {name: [entry["doc"].strip()] for name, entry in self.entries.items() if entry["doc"].strip()}
        return {key["key"]: [key["doc"]] for key in unregistered(self.line)} | docs

    def deprecation_rows(self, known):
        rows = {}
        for current, olds in self.tables["alternatives"].items():
            for old in olds:
                rows[old["key"]] = ["deprecated", old["version"], current, "", f"Please use the new key '{current}' instead."]
        for table, kind in (("deprecated", "deprecated"), ("sqlDeprecated", "deprecated"), ("sqlRemoved", "removed")):
            for name, row in self.tables[table].items():
                message = row.get("deprecationMessage", row.get("comment", ""))
                replacement = rows[name][2] if name in rows else replacement_in(message, known)
                rows[name] = [kind, row["version"], replacement, row.get("defaultValue", ""), message]
        return rows


def module_of(entry):
    part = re.match(r"spark-(.+)_2\.\d+-", entry["jar"])[1]
    if part == "config" and not entry["key"].startswith("spark.sql."):
        raise SystemExit(f"{entry['key']} has no accessor: which module is it of?")
    return MODULES[part]


def bound_of(bound):
    if not bound:
        return ""
    number = float(bound["value"])
    text = str(int(number)) if number.is_integer() else repr(number)
    return "!" + text if bound["exclusive"] else text


def check_of(entry):
    checks = list(entry["checks"])
    if entry["unnamedChecks"]:
        # An error class instead of a message: what the exception says of the value.
        checks.append(re.search(r"is invalid\. (.*?)(?: SQLSTATE: \w+)?$", entry["refusal"], re.S)[1])
    return "; ".join(check.strip() for check in checks)


def replacement_in(message, known):
    """The key that a message tells to use instead, where it says no more than that."""
    found = re.search(r"(?:[Uu]se|replaced by) ['`]?(spark\.[\w.]*\w)['`]?(?: instead(?: of it)?)?\.?$", message)
    return found[1] if found and found[1] in known else ""


def leaks(text):
    """Words of the machines, real and make-believe, that stand in a text."""
    words = {socket.gethostname(), str(HERE), *(p[word] for p in environment.PERSONAS for word in ("host", "user", "zone"))}
    return sorted(word for word in words if len(word) > 3 and word in text)
