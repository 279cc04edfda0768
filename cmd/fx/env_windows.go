package main

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/windows"
)

// environment returns a variable of the environment. Windows has no LANG: the language of its user interface stands in for it.
func environment(name string) string {
	if v := os.Getenv(name); v != "" || name != "LANG" {
		return v
	}
	if languages, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME); err == nil && len(languages) > 0 {
		return languages[0]
	}
	return ""
}

// colours makes a console obey ANSI colours and reports whether it does.
func colours(f *os.File) bool {
	console := windows.Handle(f.Fd())
	var mode uint32
	if windows.GetConsoleMode(console, &mode) != nil {
		return false
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}

// closedPipe reports whether err is the system's own way to say that nobody reads our output any more.
func closedPipe(err error) bool {
	return errors.Is(err, windows.ERROR_NO_DATA) || errors.Is(err, windows.ERROR_BROKEN_PIPE)
}

// concealed reports whether the system hides a file in other ways than by its name.
func concealed(e fs.DirEntry) bool {
	info, err := e.Info()
	if err != nil {
		return false
	}
	attributes, ok := info.Sys().(*syscall.Win32FileAttributeData)
	return ok && attributes.FileAttributes&windows.FILE_ATTRIBUTE_HIDDEN != 0
}
