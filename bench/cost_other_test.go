//go:build !unix

package bench

import "time"

// processorTime is not known here: ratios are by the clock alone.
func processorTime() time.Duration { return 0 }
