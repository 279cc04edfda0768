package xmltree

import (
	"context"
	"errors"
	"strings"
	"testing"
)

func TestWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	if _, err := Read(WithContext(ctx, strings.NewReader("<a/>")), -1, Limits{}); err != nil {
		t.Error(err)
	}
	cancel()
	if _, err := Read(WithContext(ctx, strings.NewReader("<a/>")), -1, Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}
