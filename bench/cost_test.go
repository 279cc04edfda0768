package bench

import (
	"fmt"
	"os/exec"
	"time"
)

// cost is what some work took, in nanoseconds: by the clock, and of processors, 0 where that is not known.
type cost struct{ wall, cpu float64 }

// timed returns the function that passes over the documents in this process.
func timed(docs []document, one func(document) error) func(int) (cost, error) {
	return func(passes int) (cost, error) {
		begin, worked := time.Now(), processorTime()
		for range passes {
			for _, d := range docs {
				if err := one(d); err != nil {
					return cost{}, fmt.Errorf("%s: %w", d.name, err)
				}
			}
		}
		return cost{float64(time.Since(begin)), float64(processorTime() - worked)}, nil
	}
}

// processes returns the function that runs a command once a pass.
func processes(program string, args ...string) func(int) (cost, error) {
	return func(passes int) (cost, error) {
		var all cost
		for range passes {
			c := exec.Command(program, args...)
			begin := time.Now()
			if err := runQuietly(c); err != nil {
				return cost{}, err
			}
			all.wall += float64(time.Since(begin))
			all.cpu += float64(c.ProcessState.UserTime() + c.ProcessState.SystemTime())
		}
		return all, nil
	}
}

// runQuietly runs a command; its output is part of the error if it fails.
func runQuietly(c *exec.Cmd) error {
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", c, err, out)
	}
	return nil
}
