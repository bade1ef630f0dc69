"""Environments with a real Spark, and the probe that runs in them."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

PROBE = Path(__file__).parent / "probe"
ASK = Path(__file__).parent / "ask"

# Two make-believe machines. A default that differs between them depends on the
# machine, and nothing of either may reach the data.
PERSONAS = [
    {"host": "left-host", "user": "left-user", "zone": "Pacific/Niue", "processors": 2},
    {"host": "right-host", "user": "right-user", "zone": "Asia/Kathmandu", "processors": 7},
]

# What Spark's classes touch of the JDK, and what releases that were made for older Javas must be allowed on 17.
OPENED = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "sun.nio.ch", "java.util")]


def default_cache():
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "sparkvet" / "sparkref"


def jars_of(release, cache, existing):
    """Returns the folder of jars of a release: of the environment that the
    caller has, else of one made in the cache."""
    root = existing.get(release.line) or Path(cache) / f"spark-{release.version}"
    jars = find_jars(root)
    if not jars:
        print(f"making {root}", file=sys.stderr)
        venv.create(root, with_pip=True, clear=True)
        # The package carries the jars; its Python dependencies are not needed.
        pip = [root / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-deps"]
        subprocess.run([*pip, f"pyspark=={release.version}"], check=True)
        jars = find_jars(root)
    if not list(jars.glob(f"spark-core_*-{release.version}.jar")):
        raise SystemExit(f"{jars} is not Spark {release.version}")
    return jars


def find_jars(root):
    return next(Path(root).glob("lib/python3*/site-packages/pyspark/jars"), None)


def parts_of(release, cache, jars):
    """Returns the folder of the parts that a release does not bring, fetched
    by the Ivy that it does bring."""
    folder = Path(cache) / f"parts-{release.version}"
    for part in release.parts:
        name, version = part.split(":")
        jar = folder / f"{name}-{version}.jar"
        if jar.exists():
            continue
        print(f"fetching {jar}", file=sys.stderr)
        ivy = [tool("java"), "-cp", f"{jars}/*", "org.apache.ivy.Main", "-cache", Path(cache) / "ivy"]
        wanted = ["-notransitive", "-types", "jar", "-dependency", "org.apache.spark", name, version]
        subprocess.run([*ivy, *wanted, "-retrieve", folder / "[artifact]-[revision].[ext]"], check=True, stdout=subprocess.DEVNULL)
        if not jar.exists():
            raise SystemExit(f"{part} could not be fetched")
    return folder


def ask(folders):
    """Compiles the probe against the jars of a release and returns its
    answers, one for each make-believe machine."""
    with compiled(folders) as (path, work):
        return [json.loads(run("Probe", folders, path, persona, work)) for persona in PERSONAS]


def put(kind, questions, folders):
    """Puts the questions of a kind, one a line, to a release and returns its
    answers, one a line."""
    with compiled(folders, ASK) as (path, work):
        file = work / "questions.jsonl"
        file.write_text(questions)
        return run("Ask", [kind, file, *folders], path, PERSONAS[0], work)


def ask_session(folders):
    """Returns what a real session of a release says."""
    with compiled(folders) as (path, work):
        return json.loads(run("Session", [], path, PERSONAS[0], work))


@contextlib.contextmanager
def compiled(folders, *further):
    """Compiles the probe and the sources of further folders, and gives the class path and a folder to work in."""
    with tempfile.TemporaryDirectory() as work:
        classes = Path(work) / "classes"
        path = ":".join(f"{folder}/*" for folder in folders)
        sources = sorted(str(source) for folder in (PROBE, *further) for source in folder.glob("*.java"))
        subprocess.run([tool("javac"), "-nowarn", "-Xlint:none", "-d", classes, "-cp", path, *sources], check=True)
        yield f"{classes}:{path}", Path(work)


def run(main, arguments, path, persona, work):
    """Runs a class, and returns what it writes to the file that is its first argument."""
    home = work / persona["user"]
    scratch = home / "scratch"
    scratch.mkdir(parents=True)
    out = home / "answer.json"
    # Nothing of the caller's environment: SPARK_ANSI_SQL_MODE and the like
    # change defaults.
    environment = {"PATH": os.environ["PATH"], "SPARK_LOCAL_HOSTNAME": persona["host"], "SPARK_USER": persona["user"]}
    java = [
        tool("java"),
        f"-Duser.home={home}",
        f"-Duser.name={persona['user']}",
        f"-Duser.timezone={persona['zone']}",
        f"-Djava.io.tmpdir={scratch}",
        f"-XX:ActiveProcessorCount={persona['processors']}",
        *OPENED,
        "-cp", path, main, str(out), *map(str, arguments),
    ]  # fmt: skip
    done = subprocess.run(java, cwd=scratch, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return out.read_text()


def tool(name):
    """Finds a tool of the JDK, in JAVA_HOME first."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which(name, path=f"{home}/bin") if home else shutil.which(name)
    if not found:
        raise SystemExit(f"{name} not found: a JDK 17 is needed, on PATH or in JAVA_HOME")
    return found
