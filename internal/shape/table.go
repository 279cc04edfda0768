// Package shape runs the rules of one official artefact over a document.
//
// An artefact is a Table: contexts, which say what elements a rule looks at, and below each the rules, in the artefact's own order. Most rules are
// rows: an expression over paths (an element must be there, may stand so often, must have a code of a list) which Run evaluates. The others are
// functions of the codec that the table belongs to. Tables are static data, laid out by internal/gen/shapes.
//
// What a rule says, in words, is en16931.RuleByID's to know, or the table's Words.
package shape

import (
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// Table is one artefact. Numbers are indexes into the table's other slices; a Span is a half-open range of them.
type Table struct {
	Artefact, Version string
	Names             *Names
	Contexts          []Context
	Heads             []Span // per name: in Order, the contexts that its elements may fit, in their order
	Any               Span   // the same for contexts of elements of any name
	Order             []uint16
	Rows              []Row
	Needs             []Name // per row: a name without which its test holds, so that it need not be run; 0 for none
	Paths             []Path
	Steps             []Step
	Choices           []Name // names of steps that have several
	Exprs             []Expr
	Refs              []uint16 // the parts of Exprs, and the predicates of Steps
	Operands          []Operand
	Strings           []string
	Lists             []string // code lists, as package codelist writes them

	// Words returns what a rule says that no rule of the standard is: one of the syntax alone. Ok is false where it has only the words that follow
	// from its expression.
	Words func(id string) (w Words, ok bool)
}

// Names are the names in the paths of a package's tables. Hash is an open-addressed table of Names by hash; its length is a power of two.
type Names struct {
	Prefixes []Prefix
	Names    []QName // Names[0] is no name
	Hash     []uint16
}

// Words say where a rule is broken, and what to do.
type Words struct{ Text, Fix report.Text }

// Span is a range of indexes.
type Span struct{ First, End uint16 }

// Len is how many indexes there are.
func (s Span) Len() int { return int(s.End) - int(s.First) }

// Prefix is a namespace and the prefix that documents customarily give it.
type Prefix struct{ Prefix, Space string }

// Name is a number in Names.Names.
type Name uint16

// QName is a name; Prefix is 1 more than an index into Names.Prefixes, and 0 for names in no namespace.
type QName struct {
	Prefix uint8
	Local  string
}

// MaxPatterns is how many patterns a table may have.
const MaxPatterns = 128

// Context says which elements a rule looks at.
type Context struct {
	Pattern uint8  // an element is looked at once in each pattern: by the first context that it fits
	Path    uint16 // its last step is the element
	Rows    Span
	As      string // the path as shapes.tsv writes it
}

// Row is a rule in an artefact.
type Row struct {
	ID       string
	Severity report.Severity
	Test     uint16                        // an Expr that must be true; without meaning where there is a Check
	As       string                        // the test as shapes.tsv writes it; "" where there is a Check
	Check    func(p *Pass, n xmltree.Node) // reports what is wrong with an element
}

// Axis is where a step leads.
type Axis uint8

// The axes of XPath that artefacts use.
const (
	Child Axis = iota
	Descendant
	Attribute
	Self
	Parent
	Ancestor
)

// Path is a way from an element, or from the document.
type Path struct {
	Absolute bool
	Steps    Span
}

// Step is one step of a path. A step without a name takes elements of any, in namespace Space if that is not 0.
type Step struct {
	Axis    Axis
	Name    Name
	Choices Span  // several names
	Space   uint8 // 1 more than an index into Names.Prefixes
	First   bool  // only the first element that the step leads to
	Preds   Span  // Refs: Exprs
}

// Op is what an expression asks.
type Op uint8

// The expressions.
const (
	True     Op = iota
	False       // never
	Or          // Args
	And         // Args
	Not         // A: Expr
	Exists      // A: Path
	Count       // A: Path, compared with N
	Equal       // A, B: Operands; like XPath, true when any pair is equal
	NotEqual    // the same: true when any pair is not
	Codes       // A: Operand, a code of list B
	Listed      // A: Path to a value that is empty, or a code of list B as it stands
	Decimals    // A: Path to a text with at most N digits behind the point
	Date102     // the element's text is a day as YYYYMMDD
	NameEnds    // the element's name ends in Strings[A]
	Other       // no expression: a value that must be another one, among what a test can fail at
)

// Compare is how a count is compared.
type Compare uint8

// The comparisons.
const (
	EQ Compare = iota
	LE
	GE
)

// Expr is a test, or a part of one.
type Expr struct {
	Op      Op
	Compare Compare
	N       uint16
	A, B    uint16
	Args    Span // Refs: Exprs
}

// Operand is what a comparison compares: the values at the end of a path, a literal or a truth value.
type Operand struct {
	Path      uint16
	Literal   uint16 // Strings; 0 for none
	Bool      uint8  // 1 for true(), 2 for false()
	Upper     bool   // in capitals
	Normalize bool   // without white space around it, single blanks inside
	Whole     bool   // the functions take the one value at the end of the path: XPath stops where there are several
	Single    bool   // XPath stops where the path leads to several elements
	Last      uint16 // the functions take, for each element at the end of the path, the one value of this path from there, or nothing; 0 for none
}

// Entry is a rule of an artefact, described.
type Entry struct {
	ID       string
	Severity report.Severity
	Contexts []string // the elements that it looks at
	Test     string   // what must be true of them; "" where that takes more than an expression says
	Words    Words    // what it says where it has words of its own; zero for a rule of the standard, or one that speaks for itself
}

// Entries describes the rules of that ID, in the artefact's order. A rule may stand there more than once, with other contexts; one that can never
// fire does not.
func (t *Table) Entries(id string) (all []Entry) {
	for i := range t.Rows {
		r := &t.Rows[i]
		if r.ID != id {
			continue
		}
		e := Entry{ID: id, Severity: r.Severity, Test: r.As}
		for _, c := range t.Contexts {
			if int(c.Rows.First) <= i && i < int(c.Rows.End) {
				e.Contexts = append(e.Contexts, c.As)
			}
		}
		if t.Words != nil {
			e.Words, _ = t.Words(id)
		}
		all = append(all, e)
	}
	return all
}

// lookup returns the number of a name, 0 if no table has it.
func (t *Names) lookup(n xmltree.Name) Name {
	mask := uint32(len(t.Hash) - 1)
	for i := HashName(n.Local) & mask; t.Hash[i] != 0; i = (i + 1) & mask {
		if q := t.Names[t.Hash[i]]; q.Local == n.Local && t.space(q.Prefix) == n.Space {
			return Name(t.Hash[i])
		}
	}
	return 0
}

func (t *Names) space(prefix uint8) string {
	if prefix == 0 {
		return ""
	}
	return t.Prefixes[prefix-1].Space
}

// prefixOf returns the customary prefix of a namespace, "" if no name has it.
func (t *Names) prefixOf(space string) string {
	for _, p := range t.Prefixes {
		if p.Space == space {
			return p.Prefix
		}
	}
	return ""
}

// qname returns a name as a path writes it.
func (t *Names) qname(n Name) string {
	q := t.Names[n]
	if q.Prefix == 0 {
		return q.Local
	}
	return t.Prefixes[q.Prefix-1].Prefix + ":" + q.Local
}

// HashName spreads local names over Names.Hash.
func HashName(local string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(local); i++ {
		h = (h ^ uint32(local[i])) * 16777619
	}
	return h ^ h>>15
}
