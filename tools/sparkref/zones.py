"""The names of time zones that some Java knows on which a release runs."""

import subprocess
import tempfile
from pathlib import Path

import jvms

HOME = Path(__file__).parents[2] / "conf" / "zone" / "names.txt"


def text(cache):
    """Returns the names that any of the JVMs takes, a line each."""
    names = set()
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(__file__).parent / "ask" / "Zones.java"
        subprocess.run(["javac", "--release", "11", "-d", scratch, source], check=True)
        for package in jvms.PACKAGES:
            java = jvms.home_of(package, cache) / "bin" / "java"
            names |= set(subprocess.run([java, "-cp", scratch, "Zones"], capture_output=True, text=True, check=True).stdout.split())
    return "".join(f"{name}\n" for name in sorted(names))
