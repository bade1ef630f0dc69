"""Shows what of its driver's own settings an application can still set in code.

    spark-submit --master 'local[1]' --driver-memory 512m tools/coderef/launch.py

Spark 3.1 to 4.3 answer alike: the heap is 512 MiB, the option and the class
path are not there, the package (which does not exist) is not asked for, and
spark.conf repeats what the code wrote.
"""

from pyspark.sql import SparkSession

spark = (
    SparkSession.builder.config("spark.driver.memory", "777m")
    .config("spark.driver.extraJavaOptions", "-Dcoderef.option=1")
    .config("spark.driver.extraClassPath", "/coderef/classes")
    .config("spark.jars.packages", "coderef.none:none:1")
    .config("spark.ui.enabled", "false")
    .getOrCreate()
)
java = spark.sparkContext._jvm.java.lang
print("heap in MiB:", java.Runtime.getRuntime().maxMemory() >> 20)
print("option:", java.System.getProperty("coderef.option"))
print("on the class path:", "/coderef/classes" in java.System.getProperty("java.class.path"))
print("spark.conf says:", spark.conf.get("spark.driver.memory"))
