"""Writes rows of all releases as one compressed text: each line holds for a
range of releases. conf/catalog/data.go reads it."""

import gzip
import io


def text_of(lines, tables):
    """Merges one {name: [fields]} per release into sorted lines
    "name, first release, last release, fields…", tab-separated."""
    out = []
    for name in sorted({name for table in tables for name in table}):
        span = None  # fields, first, last of the run of releases that agree
        for line, table in zip(lines, tables):
            fields = table.get(name)
            if span and span[0] == fields:
                span[2] = line
                continue
            if span and span[0] is not None:
                out.append(row(name, span))
            span = [fields, line, line]
        if span[0] is not None:
            out.append(row(name, span))
    return "".join(out)


def row(name, span):
    fields, first, last = span
    return "\t".join([name, first, last, *map(escape, fields)]).rstrip("\t") + "\n"


def escape(field):
    for plain, escaped in (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")):
        field = field.replace(plain, escaped)
    return field


def compress(text):
    """Packs a text so that the same text always gives the same bytes."""
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=packed, mtime=0) as file:
        file.write(text.encode())
    return packed.getvalue()
