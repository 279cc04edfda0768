//go:build !race

package choruspro_test

const race = false
