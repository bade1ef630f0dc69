package secret_test

import (
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf/secret"
)

const jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dBjftJeZ4CVPmB92K27uhbUJU1p1r"

// found draws what is found in a text: kind:text, in order.
func found(text string) string {
	var parts []string
	for _, l := range secret.Find(text) {
		parts = append(parts, l.Kind+":"+text[l.Start:l.End])
	}
	return strings.Join(parts, " | ")
}

func TestFind(t *testing.T) {
	access := "AKIA" + "ABCDEFGHIJKLMNOP"
	for text, want := range map[string]string{
		"s3a://" + access + "@bucket":                           "an AWS access key:" + access,
		"AKIAIOSFODNN7EXAMPLE":                                  ":AKIAIOSFODNN7EXAMPLE",
		"AKIASHORT":                                             "",
		"Bearer " + jwt:                                         "a JSON web token:" + jwt,
		"-----BEGIN RSA PRIVATE KEY-----\nMIIB":                 "a private key:-----BEGIN RSA PRIVATE KEY-----\nMIIB",
		"-----BEGIN CERTIFICATE-----\nMIIB":                     "",
		"mongodb://app:hunter2@db.example.com/x":                "a password in a URL:hunter2",
		"mongodb://app:${PASSWORD}@db.example.com/x":            "",
		"s3a://bucket/a:b@c":                                    "",
		"https://a.blob/x?sv=2020&sig=abcdefghij0123456789%3D":  "the signature of a shared access URL:abcdefghij0123456789%3D",
		"design=abcdefghij0123456789x":                          "",
		"jdbc:postgresql://db/x?user=me&password=hunter2&ssl=1": "the value of password:hunter2",
		"-Djavax.net.ssl.trustStorePassword=changeit":           "the value of Djavax.net.ssl.trustStorePassword:changeit",
		"--db-password=$PW":                                     "",
		"password=${env:PW}":                                    ":${env:PW}",
		"passwordFile=/run/secrets/db":                          ":/run/secrets/db",
		"password=/run/secrets/db":                              ":/run/secrets/db",
		"AccountKey=abcd1234==;EndpointSuffix=core":             "the value of AccountKey:abcd1234==",
		"a 'token=two words' b":                                 "the value of token:two words",
		"-XX:+UseG1GC -Dlevel=INFO":                             "",
		"dapi0123456789abcdef0123456789abcdef":                  "a Databricks token:dapi0123456789abcdef0123456789abcdef",
	} {
		if got := found(text); got != want {
			t.Errorf("%s: found %q, want %q", text, got, want)
		}
	}
}

func TestNamed(t *testing.T) {
	for _, name := range []string{
		"spark.ssl.keyPassword", "spark.hadoop.fs.s3a.secret.key", "spark.hadoop.fs.azure.account.key.a.dfs.core.windows.net",
		"spark.hadoop.fs.azure.sas.c.a.blob.core.windows.net", "spark.executorEnv.AWS_ACCESS_KEY_ID", "--api-key", "spark.eventhubs.connectionString",
	} {
		if !secret.Named(name) {
			t.Errorf("%s names a secret", name)
		}
	}
	for _, name := range []string{"spark.executor.memory", "spark.hadoop.fs.s3a.endpoint", "spark.sql.sasl", "spark.keyspace"} {
		if secret.Named(name) {
			t.Errorf("%s names no secret", name)
		}
	}
}

func TestReference(t *testing.T) {
	for text, want := range map[string]bool{
		"$TOKEN": true, "${TOKEN}": true, `"${var.token}"`: true, "var.token": true, "{{secrets/scope/key}}": true, "$(cat token)": true,
		"hunter2": false, "${TOKEN:-hunter2}": false, "a${TOKEN}": false,
	} {
		if secret.Reference(text) != want {
			t.Errorf("%s: want %v", text, want)
		}
	}
}

func TestArguments(t *testing.T) {
	arguments := []string{"--password", "hunter2", "--token", "$TOKEN", "--token-file", "/run/token", "--secret", "--date", "2024-01-01", "--url=jdbc:x?password=hunter3"}
	want := []string{"", "the value of --password", "", "", "", "-", "", "", "", "the value of password"}
	for i, list := range secret.Arguments(arguments) {
		got := ""
		for _, l := range list {
			got = l.Kind
			if got == "" {
				got = "-"
			}
		}
		if got != want[i] {
			t.Errorf("%s: %s, want %s", arguments[i], got, want[i])
		}
	}
}

// FuzzFind holds offsets within the text and in order, whatever it is.
func FuzzFind(f *testing.F) {
	for _, text := range []string{"password='x", `"token=`, "://a:b@", jwt, "é secret = ß, sig=%"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, l := range secret.Find(text) {
			if l.Start < last || l.End < l.Start || l.End > len(text) {
				t.Fatalf("%q: [%d, %d) after %d", text, l.Start, l.End, last)
			}
			last = l.Start
		}
	})
}
