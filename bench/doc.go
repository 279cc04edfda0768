// Package bench compares fx with other checkers of invoices, as its tests: go test -run Compare -v. It is a module of its own, so that what it
// compares with stays out of fx's dependencies. See README.md for what is measured and how.
package bench
