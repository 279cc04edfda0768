package main

import (
	"fmt"
	"iter"

	"github.com/fxinvoice/fx/report"
)

// inOrder runs work on the inputs, two at a time, and hands the results to each in the order of the inputs. It ends early with an error of each. No
// more than two results exist at once: an invoice may be large.
func inOrder[T any](inputs iter.Seq[input], work func(input) T, each func(input, T) error) error {
	type job struct {
		in     input
		result chan T
	}
	jobs := make(chan job, 1)
	stop := make(chan struct{})
	go func() {
		defer close(jobs)
		for in := range inputs {
			j := job{in, make(chan T, 1)}
			select {
			case jobs <- j:
			case <-stop:
				in.release()
				return
			}
			go func() {
				defer in.release()
				j.result <- work(in)
			}()
		}
	}()
	var err error
	for j := range jobs {
		result := <-j.result
		if err != nil {
			continue // wait for the other worker
		}
		if err = each(j.in, result); err != nil {
			close(stop)
		}
	}
	return err
}

func (in input) release() {
	if in.done != nil {
		in.done()
	}
}

// guarded calls f and turns a panic into an error: in a batch, the other files are still worth their answers.
func guarded(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &problem{text: report.Text{EN: "fx failed on this file ({reason})", FR: "fx a échoué sur ce fichier ({reason})"},
				hint: report.Text{EN: "this is a mistake in fx: please report it, with the file if you may share it", FR: "c'est une erreur de fx : merci de la signaler, avec le fichier si vous pouvez le partager"},
				args: []report.Arg{report.A("reason", fmt.Sprint(r))}}
		}
	}()
	return f()
}
