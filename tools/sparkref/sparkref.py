#!/usr/bin/env python3
"""Regenerates the project's reference data from real Spark releases.

    sparkref.py all        catalog and vectors
    sparkref.py catalog    write conf/catalog/data/, conf/zone/names.txt, and the table of counts in README.md
    sparkref.py vectors    write vector/testdata/, what every release answers to the same questions
    sparkref.py fuzz       put fresh random questions, and print how sparkvet's answers compare
    sparkref.py sessions   hold the same answers against a real session of each release
    sparkref.py literals   list key-like strings in Spark's classes that the catalogue does not know

README.md says what is asked of Spark and how."""

import argparse
import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the folder is sources only

import counts
import environment
import pack
import vectors
import zones
from releases import RELEASES
from rows import Answer, leaks, read_table, unregistered

README = Path(__file__).parent / "README.md"
DATA = Path(__file__).parents[2] / "conf" / "catalog" / "data"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["all", "catalog", "vectors", "fuzz", "sessions", "literals"])
    parser.add_argument("--cache", default=environment.default_cache(), help="where environments are made and kept")
    parser.add_argument("--env", action="append", default=[], metavar="LINE=FOLDER", help="a virtual environment that has this release, such as 3.5=/path")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the data differs from what Spark says")
    parser.add_argument("--kind", action="append", default=[], help="a kind of question, instead of all of them")
    parser.add_argument("--count", type=int, default=5000, help="random questions of each kind, for fuzz")
    parser.add_argument("--release", action="append", default=[], metavar="LINE", help="a release line to ask, instead of all of them, for fuzz")
    parser.add_argument("--seed", type=int, default=None, help="of the random questions, for fuzz; another one each time")
    options = parser.parse_args()
    existing = dict(pair.split("=", 1) for pair in options.env)
    kinds = options.kind or vectors.kinds()
    if options.what == "fuzz":
        seed = random.getrandbits(32) if options.seed is None else options.seed
        vectors.fuzz(options.cache, existing, kinds, options.count, seed, options.release)
        return
    if options.what in ("all", "vectors"):
        vectors.write(options.cache, existing, kinds, options.check)
    if options.what == "vectors":
        return
    answers = [ask(release, options.cache, existing) for release in RELEASES]
    if options.what == "literals":
        for answer in answers:
            print_literals(answer)
        return
    if options.what == "sessions":
        for release, answer in zip(RELEASES, answers):
            jars = environment.jars_of(release, options.cache, existing)
            compare(answer, environment.ask_session([jars]))
        return
    texts = catalog(answers) | {zones.HOME.name: zones.text(options.cache)}
    if options.check:
        check(texts)
    else:
        write(texts)


def ask(release, cache, existing):
    jars = environment.jars_of(release, cache, existing)
    return Answer(environment.ask([jars, environment.parts_of(release, cache, jars)]))


def catalog(answers):
    """Returns the texts of the catalogue, by file name."""
    lines = [release.line for release in RELEASES]
    computed = {row["key"]: row["default"] for row in read_table("computed.tsv")}
    for key in computed:
        if not any(key in answer.entries for answer in answers):
            raise SystemExit(f"computed.tsv: no release has {key}")
    keys = [answer.key_rows(computed) for answer in answers]
    for row in unregistered():
        if not any(row["key"] in table for table in keys):
            raise SystemExit(f"unregistered.tsv: no release reads {row['key']} in {row['class']}")
    known = {name for table in keys for name in table}
    docs = [{name: row for name, row in answer.doc_rows().items() if name in table} for answer, table in zip(answers, keys)]
    texts = {
        "README.md": counts.write(README.read_text(), answers, keys),
        "releases.txt": "".join(f"{r.line} {r.version}\n" for r in RELEASES),
        "keys.txt": pack.text_of(lines, keys),
        # A line end first, so that a name can be searched for with the line end before it.
        "docs.txt.gz": "\n" + pack.text_of(lines, docs),
        "deprecations.txt": pack.text_of(lines, [answer.deprecation_rows(known) for answer in answers]),
    }
    for name, text in texts.items():
        if leaks(text):
            raise SystemExit(f"{name} tells of the machine: {leaks(text)}")
    return texts


def home(name):
    return {README.name: README, zones.HOME.name: zones.HOME}.get(name, DATA / name)


def packed(name, text):
    return pack.compress(text) if name.endswith(".gz") else text.encode()


def write(texts):
    DATA.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        home(name).write_bytes(packed(name, text))
        print(f"{name}: {len(text.encode())} bytes, {len(packed(name, text))} written")


def check(texts):
    stale = [name for name, text in texts.items() if not home(name).exists() or home(name).read_bytes() != packed(name, text)]
    if stale:
        raise SystemExit(f"stale: {', '.join(stale)}; run sparkref.py catalog")


def compare(answer, session):
    """Holds an answer against what a session has registered and shows."""
    computed = {row["key"]: row["default"] for row in read_table("computed.tsv")}
    unknown = sorted(set(session["registered"]) - set(answer.entries))
    if unknown:
        raise SystemExit(f"Spark {answer.version}: a session has keys that were not found: {unknown}")
    for key, shown in session["shown"].items():
        entry = answer.entries[key]
        default = answer.default_of(entry, computed)
        if entry["internal"] or not default.startswith("~") and shown != entry["default"]:
            raise SystemExit(f"Spark {answer.version}: SET -v shows {key} as {shown}")
    print(f"Spark {answer.version}: {len(session['registered'])} keys of a session and {len(session['shown'])} of SET -v agree")


def print_literals(answer):
    known = set(answer.entries) | set(answer.unregistered_rows()) | set(answer.deprecation_rows(set()))
    known |= {name for entry in answer.entries.values() for name in entry["alternatives"]}
    print(f"Spark {answer.version}")
    for literal, classes in answer.literals.items():
        if literal not in known and literal.startswith("spark."):
            print(f"  {literal}\t{' '.join(classes)}")


if __name__ == "__main__":
    main()
