"""Questions to every release, and what becomes of the answers: the vectors
that go test replays, or a comparison of fresh ones."""

import subprocess
import sys
import tempfile
from pathlib import Path

import environment
import jvms
from releases import RELEASES

HERE = Path(__file__).parent
DATA = HERE / "vector" / "testdata"

# The seed of the questions that are checked in.
SEED = 1


def kinds():
    return sparkref("kinds").decode().split()


def write(cache, existing, wanted, check):
    """Makes the checked-in vectors of the kinds again; with check, only
    compares. Both fail when sparkvet differs from Spark."""
    stale = []
    for kind in wanted:
        with tempfile.TemporaryDirectory() as work:
            asked = put(kind, "sample", SEED, Path(work), cache, existing)
            packed = sparkref("pack", kind, *asked)
            file = DATA / f"{kind}.jsonl.gz"
            if check and (not file.exists() or file.read_bytes() != packed):
                stale.append(file.name)
            if not check:
                DATA.mkdir(exist_ok=True)
                file.write_bytes(packed)
                print(f"{file.name}: {len(packed)} bytes")
            compare(kind, asked)
    if stale:
        raise SystemExit(f"stale: {', '.join(stale)}; run sparkref.py vectors")


def fuzz(cache, existing, wanted, count, seed, lines):
    """Puts fresh random questions, and prints how the answers compare; writes
    nothing."""
    print(f"seed {seed}, {count} questions of each kind")
    print(f"{'kind':<13}{'Spark':<8}{'agrees':>10}{'undecided':>10}{'excused':>10}{'differs':>10}")
    differing = []
    for kind in wanted:
        with tempfile.TemporaryDirectory() as work:
            if not compare(kind, put(kind, count, seed, Path(work), cache, existing, lines)):
                differing.append(kind)
    if differing:
        raise SystemExit(f"sparkvet differs from Spark: {', '.join(differing)}")


def put(kind, count, seed, work, cache, existing, lines=()):
    """Puts questions of a kind to every release, or to those lines; returns
    the files of the questions and of the answers."""
    questions = work / "questions.jsonl"
    questions.write_bytes(sparkref("questions", kind, str(count), str(seed)))
    files = [questions]
    known = {}
    for release in RELEASES:
        if lines and release.line not in lines:
            continue
        print(f"asking Spark {release.version}: {kind}", file=sys.stderr)
        jars = environment.jars_of(release, cache, existing)
        answers = work / f"{release.version}.jsonl"
        said = environment.put(kind, questions.read_text(), [jars, environment.parts_of(release, cache, jars)])
        answers.write_text(jvms.started(said, cache, known) if kind == "jvm" else said)
        files.append(answers)
    return [str(file) for file in files]


def compare(kind, asked):
    """Prints how sparkvet's answers compare; returns whether they agree."""
    sys.stdout.flush()
    return subprocess.run(["go", "run", ".", "compare", kind, *asked], cwd=HERE).returncode == 0


def sparkref(*arguments):
    """Runs the Go part, and returns what it prints."""
    return subprocess.run(["go", "run", ".", *arguments], cwd=HERE, check=True, capture_output=True).stdout
