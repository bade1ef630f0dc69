"""Shows what of its driver's own settings an application can still set in code.

    spark-submit --master 'local[1]' --driver-memory 512m tools/sparkref/experiments/driver_settings_in_code.py

Spark 3.1 to 4.3 answer alike: the heap is 512 MiB, the option and the class
path are not there, the package (which does not exist) is not asked for, and
spark.conf repeats what the code wrote.
"""

from pyspark.sql import SparkSession

spark = (
    SparkSession.builder.config("spark.driver.memory", "777m")
    .config("spark.driver.extraJavaOptions", "-Dexperiment.option=1")
    .config("spark.driver.extraClassPath", "/experiment/classes")
    .config("spark.jars.packages", "experiment.none:none:1")
    .config("spark.ui.enabled", "false")
    .getOrCreate()
)
java = spark.sparkContext._jvm.java.lang
print("heap in MiB:", java.Runtime.getRuntime().maxMemory() >> 20)
print("option:", java.System.getProperty("experiment.option"))
print("on the class path:", "/experiment/classes" in java.System.getProperty("java.class.path"))
print("spark.conf says:", spark.conf.get("spark.driver.memory"))
