//go:build race

package xmltree

// slowdown is what the race detector costs, about.
const slowdown = 10
