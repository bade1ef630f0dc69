"""The table of README.md that says how many keys each release has, and where they come from."""

from releases import RELEASES

START, END = "<!-- counts: written by sparkref.py catalog -->\n", "<!-- end of counts -->"


def write(readme, answers, tables):
    """Returns the README with a fresh table."""
    before, _, rest = readme.partition(START)
    _, end, after = rest.partition(END)
    if not end:
        raise SystemExit("README.md has no place for the table of counts")
    return before + START + table(answers, tables) + end + after


def table(answers, tables):
    lines = [
        "| line | version | Spark's registry | with further parts | hand-kept | in the data | older names |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for release, answer, rows in zip(RELEASES, answers, tables):
        own = sum(not of_part(entry, release) for entry in answer.entries.values())
        registered = len(answer.entries)
        alternatives = sum(len(row[6].split(",")) for row in rows.values() if row[6])
        cells = [release.line, release.version, own, registered, len(rows) - registered, len(rows), alternatives]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines) + "\n"


def of_part(entry, release):
    return any(entry["jar"].startswith(part.split(":")[0] + "-") for part in release.parts)
