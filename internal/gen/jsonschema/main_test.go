package main

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPublished compares the schema with the file in docs.
func TestPublished(t *testing.T) {
	published, err := os.ReadFile("../../../docs/fx-invoice-1.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(Generate()), string(published)); diff != "" {
		t.Errorf("docs/fx-invoice-1.schema.json is stale, run go generate ./en16931 (-want +published):\n%s", diff)
	}
}

func TestWrite(t *testing.T) {
	o := object{{"a", list{"<x>", 1, object{{"b", object{}}}}}, {"c", object{{"d", true}}}}
	const want = `{
  "a": ["<x>", 1, {
    "b": {}
  }],
  "c": {"d": true}
}
`
	got := string(o.file())
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !json.Valid([]byte(got)) {
		t.Error("not JSON")
	}
}
