//go:build !cgo || !libxml2

package schemas

import (
	"errors"
	"testing"
)

func TestSecondIsNotBuiltIn(t *testing.T) {
	if SecondBuiltIn {
		t.Error("this build says that it has libxml2")
	}
	if _, err := OpenSecond(&ubl21, "anywhere"); !errors.Is(err, ErrNotBuiltIn) {
		t.Errorf("error %v", err)
	}
	var e Second
	defer e.Close()
	for _, ask := range []func() error{
		func() error { _, err := e.Validate(nil); return err },
		func() error { _, err := e.Stream(nil); return err },
	} {
		if err := ask(); !errors.Is(err, ErrNotBuiltIn) {
			t.Errorf("error %v", err)
		}
	}
}
