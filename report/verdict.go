package report

// Verdict is the answer about one file.
type Verdict string

// The verdicts.
const (
	Valid      Verdict = "valid"      // all that was asked for ran, and found no error
	Invalid    Verdict = "invalid"    // at least one error
	Incomplete Verdict = "incomplete" // no error, but something that was asked for did not run
	Unreadable Verdict = "unreadable" // there is no invoice that could be read
)

// Verdict says what follows from the layers and the findings:
//
//   - unreadable, when the layer read failed;
//   - else invalid, when there is an error, whatever its layer;
//   - else incomplete, when a layer that was asked for was skipped, failed or is
//     not listed, when none of them ran at all, or when an error rule was
//     disabled without a reason;
//   - else valid. Layers that are not applicable, or were not asked for, do no harm.
func (r *Report) Verdict() Verdict {
	if l, ok := r.Layer(Read); ok && l.State == Failed {
		return Unreadable
	}
	if errs, _, _ := r.Count(); errs > 0 {
		return Invalid
	}
	if !r.complete() {
		return Incomplete
	}
	return Valid
}

func (r *Report) complete() bool {
	ran := false
	for _, l := range r.Layers {
		if !r.Asked(l.ID) {
			continue
		}
		switch l.State {
		case Ran:
			ran = true
		case NotApplicable:
		default:
			return false
		}
	}
	for _, id := range r.Only {
		if _, listed := r.Layer(id); !listed {
			return false
		}
	}
	for _, d := range r.Disabled {
		if d.Severity == Error && d.Reason == "" {
			return false
		}
	}
	return ran
}

// Exit codes that follow from verdicts. Code 2, fx could not do its work, is
// the command's own.
const (
	exitValid      = 0
	exitInvalid    = 1
	exitIncomplete = 3
)

// ExitCode returns 0 when every report is valid, 1 when one is invalid or
// unreadable, else 3 when one is incomplete. It returns 0 for no report.
func ExitCode(reports ...*Report) int {
	var t Tally
	for _, r := range reports {
		t.Add(r.Verdict())
	}
	return t.ExitCode()
}

// Tally counts the verdicts of a run, so that reports need not be kept. The
// zero Tally is ready for use.
type Tally struct {
	Valid, Invalid, Incomplete, Unreadable int  // files
	BatchError                             bool // an error that concerns several files
}

// Add counts the verdict of one file.
func (t *Tally) Add(v Verdict) {
	switch v {
	case Valid:
		t.Valid++
	case Invalid:
		t.Invalid++
	case Unreadable:
		t.Unreadable++
	default:
		t.Incomplete++
	}
}

// AddBatch notes what concerns several files: an error among it counts for
// the exit code as an invalid file does.
func (t *Tally) AddBatch(findings []Finding) {
	for i := range findings {
		if findings[i].Severity == Error {
			t.BatchError = true
		}
	}
}

// Files returns how many files were counted.
func (t *Tally) Files() int { return t.Valid + t.Invalid + t.Incomplete + t.Unreadable }

// ExitCode returns 0, 1 or 3, as [ExitCode] does.
func (t *Tally) ExitCode() int {
	switch {
	case t.Invalid > 0 || t.Unreadable > 0 || t.BatchError:
		return exitInvalid
	case t.Incomplete > 0:
		return exitIncomplete
	}
	return exitValid
}
