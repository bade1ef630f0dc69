{{- /*
Spark's defaults for the release.
*/ -}}
{{- define "spark-defaults" -}}
spark.kubernetes.container.image {{ .Values.image.repository }}:{{ .Values.image.tag }}
spark.executor.memory 4g
{{- $x := .Values.y }}
{{- if .Values.events }}
spark.eventLog.enabled true
{{- end }}
spark.kubernetes.driver.volumes.emptyDir.{{ include "name" . }}-dir.mount.path /work
{{- end }}
