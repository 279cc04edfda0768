package pdf

// NameTree walks a name tree in the order of the file and calls visit for each entry, until it returns an error, which NameTree then returns.
// A node that a tree leads to twice is visited once, so that a cycle ends. Keys are as the file has them.
func (f *File) NameTree(root Object, visit func(key String, value Object) error) error {
	left := f.lim.Entries
	return f.walk(root, func(node Dict, _ Ref) error {
		names, err := f.Array(node.Value("Names"))
		if err != nil {
			return err
		}
		for i := 0; i+1 < len(names); i += 2 {
			if left--; left < 0 {
				return errEntries.err(f.lim.Entries)
			}
			key, err := f.Resolve(names[i])
			if err != nil {
				return err
			}
			s, _ := key.(String)
			if err := visit(s, names[i+1]); err != nil {
				return err
			}
		}
		return nil
	})
}

// EachPage walks the page tree and calls visit for each page, numbered from 1, until it returns an error, which EachPage then returns.
func (f *File) EachPage(visit func(number int, ref Ref, page Dict) error) error {
	catalog, err := f.Catalog()
	if err != nil {
		return err
	}
	n := 0
	return f.walk(catalog.Value("Pages"), func(node Dict, ref Ref) error {
		if node.Has("Kids") || node.Value("Type") == Name("Pages") {
			return nil
		}
		if n++; n > f.lim.Entries {
			return errEntries.err(f.lim.Entries)
		}
		return visit(n, ref, node)
	})
}

// walk visits the dictionaries of a tree, each before its children. They may nest as deep as they like, but there are at most twice as many of
// them as entries are allowed: a leaf has one, and a node above it has at least a leaf.
func (f *File) walk(root Object, visit func(node Dict, ref Ref) error) error {
	seen := map[uint32]bool{}
	stack := []Object{root}
	most := 2 * int64(f.lim.Entries)
	for nodes := int64(0); len(stack) > 0; nodes++ {
		if nodes+int64(len(stack)) > most {
			return errEntries.err(f.lim.Entries)
		}
		o := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		ref, _ := o.(Ref)
		if ref.Number != 0 {
			if seen[ref.Number] {
				continue
			}
			seen[ref.Number] = true
		}
		node, err := f.Dict(o)
		if err != nil {
			return err
		}
		if node == nil {
			continue
		}
		if err := visit(node, ref); err != nil {
			return err
		}
		children, err := f.Array(node.Value("Kids"))
		if err != nil {
			return err
		}
		for i := len(children) - 1; i >= 0; i-- {
			stack = append(stack, children[i])
		}
	}
	return nil
}

// Pages returns the number of pages that the page tree claims to have, without a walk; -1 if it does not say.
func (f *File) Pages() (int, error) {
	catalog, err := f.Catalog()
	if err != nil {
		return -1, err
	}
	tree, err := f.Dict(catalog.Value("Pages"))
	if err != nil {
		return -1, err
	}
	return f.count(tree)
}

// count returns the pages below a node: 1 for a page, -1 if the node does not say.
func (f *File) count(node Dict) (int, error) {
	o, err := f.Resolve(node.Value("Count"))
	if n, ok := o.(Int); ok && n >= 0 && int64(n) <= int64(f.lim.Objects) {
		return int(n), err
	}
	if node != nil && !node.Has("Kids") && !node.Has("Count") {
		return 1, err
	}
	return -1, err
}

// PageOf returns the number of the page that an object is, or that its P entry leads to, as that of an annotation does; 0 if there is none.
// It climbs the page tree and believes the counts in it.
func (f *File) PageOf(ref Ref) (int, error) {
	node, err := f.Dict(ref)
	if err != nil || node == nil {
		return 0, err
	}
	if node.Value("Type") != Name("Page") {
		page, ok := node.Value("P").(Ref)
		if !ok {
			return 0, nil
		}
		ref = page
		if node, err = f.Dict(ref); err != nil || node.Value("Type") != Name("Page") {
			return 0, err
		}
	}
	number := 1
	for range f.lim.Nesting {
		up, ok := node.Value("Parent").(Ref)
		if !ok {
			return number, nil
		}
		parent, err := f.Dict(up)
		if err != nil {
			return 0, err
		}
		before, err := f.pagesBefore(parent, ref)
		if err != nil || before < 0 {
			return 0, err
		}
		number, node, ref = number+before, parent, up
	}
	return 0, nil
}

// pagesBefore counts the pages of a node's children before one of them; -1 if it is none of them.
func (f *File) pagesBefore(parent Dict, child Ref) (int, error) {
	children, err := f.Array(parent.Value("Kids"))
	if err != nil {
		return -1, err
	}
	n := 0
	for _, o := range children {
		if ref, _ := o.(Ref); ref.Number == child.Number {
			return n, nil
		}
		node, err := f.Dict(o)
		if err != nil {
			return -1, err
		}
		pages, err := f.count(node)
		if err != nil || pages < 0 {
			return -1, err
		}
		n += pages
	}
	return -1, nil
}

// EachField walks the fields of a form, from the elements of its Fields array, and calls visit for each that has a value of its own: not for
// those that only group others, nor for the widgets that a field is shown by. A type that a field inherits is added to its dictionary.
func (f *File) EachField(fields Array, visit func(ref Ref, field Dict) error) error {
	types := map[uint32]Object{} // of the fields above
	return f.walk(Dict{{"Kids", fields}}, func(node Dict, ref Ref) error {
		if !node.Has("T") && node.Has("Parent") {
			return nil
		}
		kind := node.Value("FT")
		if parent, ok := node.Value("Parent").(Ref); ok && kind == nil {
			if kind = types[parent.Number]; kind != nil {
				node = append(node, Entry{"FT", kind})
			}
		}
		if ref.Number != 0 && kind != nil {
			types[ref.Number] = kind
		}
		groups, err := f.groups(node)
		if err != nil || groups || kind == nil {
			return err
		}
		return visit(ref, node)
	})
}

// groups tells whether the kids of a field are fields, which have names.
func (f *File) groups(field Dict) (bool, error) {
	kids, err := f.Array(field.Value("Kids"))
	if err != nil || len(kids) == 0 {
		return false, err
	}
	kid, err := f.Dict(kids[0])
	return kid.Has("T"), err
}
