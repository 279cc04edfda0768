package report

// DefaultMax is how many findings of one rule a report shows unless told
// otherwise.
const DefaultMax = 20

// Collector gathers findings and caps how many one rule may have: a rule that
// fires on thousands of nodes keeps the first in the file, and the rest is
// counted. The order that findings are added in does not matter, except among
// those of one place.
//
// The cap is one for each rule and severity, so that no error can hide behind
// warnings.
type Collector struct {
	max  int
	kept map[key]*kept
	keys []key // in the order of their first finding, so that results never depend on a map
}

type key struct {
	rule     string
	severity Severity
}

type kept struct {
	findings []Finding
	last     int // index of the one that sorts last, once the cap is reached
	more     int
}

// NewCollector returns a collector that keeps at most max findings of a rule;
// 0 or less keeps all.
func NewCollector(max int) *Collector {
	return &Collector{max: max, kept: map[key]*kept{}}
}

// Add takes findings. One whose Count is 0 stands for one node.
func (c *Collector) Add(findings ...Finding) {
	for _, f := range findings {
		c.add(f)
	}
}

func (c *Collector) add(f Finding) {
	f.Count = f.Nodes()
	k := c.of(f.Rule, f.Severity)
	if c.max <= 0 || len(k.findings) < c.max {
		k.findings = append(k.findings, f)
		k.last = -1
		return
	}
	if k.last < 0 {
		k.findLast()
	}
	last := &k.findings[k.last]
	if compare(&f, last) >= 0 {
		k.more += f.Count
		return
	}
	// Close the gap rather than overwrite: equals must stay in the order
	// that they came in.
	k.more += last.Count
	k.findings = append(k.findings[:k.last], k.findings[k.last+1:]...)
	k.findings = append(k.findings, f)
	k.findLast()
}

func (c *Collector) of(rule string, s Severity) *kept {
	id := key{rule, s}
	k := c.kept[id]
	if k == nil {
		k = &kept{last: -1}
		c.kept[id] = k
		c.keys = append(c.keys, id)
	}
	return k
}

func (k *kept) findLast() {
	k.last = 0
	for i := range k.findings {
		if compare(&k.findings[i], &k.findings[k.last]) >= 0 {
			k.last = i
		}
	}
}

// Skip spares a rule that goes through the file in order the work of building
// findings that would only be counted: when the cap of the rule is reached, it
// counts one more node and reports true; otherwise it does nothing, and the
// rule adds its finding.
func (c *Collector) Skip(rule string, s Severity) bool {
	k := c.kept[key{rule, s}]
	if c.max <= 0 || k == nil || len(k.findings) < c.max {
		return false
	}
	k.more++
	return true
}

// Count counts n more nodes of a rule that has a finding already, for who has
// capped its findings itself.
func (c *Collector) Count(rule string, s Severity, n int) {
	c.of(rule, s).more += n
}

// Into moves what was collected into the report: findings join those that are
// there, sorted, and counts join More. The collector is empty afterwards.
func (c *Collector) Into(r *Report) {
	for _, id := range c.keys {
		k := c.kept[id]
		r.Findings = append(r.Findings, k.findings...)
		if k.more > 0 {
			if r.More == nil {
				r.More = map[string]int{}
			}
			r.More[id.rule] += k.more
		}
	}
	r.Sort()
	clear(c.kept)
	c.keys = nil
}
