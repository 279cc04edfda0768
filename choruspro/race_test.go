//go:build race

package choruspro_test

// race says that the race detector runs, which makes times mean nothing.
const race = true
