//go:build !windows

package main

import (
	"io/fs"
	"os"
)

// environment returns a variable of the environment.
func environment(name string) string { return os.Getenv(name) }

// colours reports whether a terminal obeys ANSI colours.
func colours(*os.File) bool { return true }

// closedPipe reports whether err is the system's own way to say that nobody reads our output any more.
func closedPipe(error) bool { return false }

// concealed reports whether the system hides a file in other ways than by its name.
func concealed(fs.DirEntry) bool { return false }
