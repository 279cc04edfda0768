package pdf

// Object is one of Null, Bool, Int, Real, Name, String, Array, Dict, Ref and *Stream. Objects are the caller's: changing one does not
// change the file, and the next call reads it again.
type Object interface{ isObject() }

// The simple objects.
type (
	// Null stands for a value that is not there.
	Null struct{}
	// Bool is true or false.
	Bool bool
	// Int is a whole number.
	Int int64
	// Real is a number with a fraction, or one too large for Int, as the file writes it.
	Real string
	// Name is a name without its slash, with #-escapes resolved. It holds bytes, mostly of UTF-8.
	Name string
	// String holds bytes, decrypted; Text reads them as text.
	String string
)

// Array is a list of objects, some of them perhaps Refs.
type Array []Object

// Dict is a dictionary in the order of the file. A key can stand in it twice.
type Dict []Entry

// Entry is a key of a dictionary with its value.
type Entry struct {
	Key   Name
	Value Object
}

// Ref leads to an indirect object. The zero Ref leads nowhere: object 0 is never in use.
type Ref struct {
	Number     uint32
	Generation uint16
}

func (Null) isObject()    {}
func (Bool) isObject()    {}
func (Int) isObject()     {}
func (Real) isObject()    {}
func (Name) isObject()    {}
func (String) isObject()  {}
func (Array) isObject()   {}
func (Dict) isObject()    {}
func (Ref) isObject()     {}
func (*Stream) isObject() {}

// Value returns the value of a key as it stands, perhaps a Ref. It is nil where the key is missing or its value is null, which PDF says are
// the same. Of two equal keys the later one counts, as in other readers.
func (d Dict) Value(key Name) Object {
	for i := len(d) - 1; i >= 0; i-- {
		if d[i].Key == key {
			if _, ok := d[i].Value.(Null); ok {
				return nil
			}
			return d[i].Value
		}
	}
	return nil
}

// Has tells whether the dictionary has a key with a value other than null.
func (d Dict) Has(key Name) bool { return d.Value(key) != nil }
