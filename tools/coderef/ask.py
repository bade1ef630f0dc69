"""Asks a real Spark which settings a running session takes, refuses or ignores.

    cut -f1 keys.txt | xargs spark-submit --master 'local[1]' tools/coderef/ask.py > answers.tsv

conf/testdata/runtime.tsv holds the answers of ten releases for every key of
the catalogue that is no modifiable SQL setting: key, first and last release
line, "refused" (spark.conf.set threw CANNOT_MODIFY_CONFIG or its older words) or
"ignored" (it returned, and the setting is not one that SQL reads). Spark 3.0,
whose Python side needs Python 3.8, was asked from its Scala shell, which does
not load the definitions of spark.python.*: those rows begin with 3.1.
"""

import sys

from pyspark.sql import SparkSession

spark = SparkSession.builder.config("spark.ui.enabled", "false").getOrCreate()
session = spark._jsparkSession.conf()
for key in sys.argv[1:]:
    try:
        session.set(key, "1")
        session.unset(key)
        answer = "ignored"
    except Exception as e:
        cause = getattr(e, "java_exception", None)
        message = str(cause.getMessage() if cause is not None else e)
        answer = "refused" if "Cannot modify the value" in message else "taken"
    print(key, answer, sep="\t")
