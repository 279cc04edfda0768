package pdf

import "testing"

func TestNewestTrailer(t *testing.T) {
	b := plainFile().table(root + "/ID[(a)(b)]")
	first := mustOpen(t, b.Bytes())
	updated := mustOpen(t, b.object(9, "null").table(root).Bytes())
	searched := mustOpen(t, replaced(t, plainFile().table(root+"/ID[(a)(b)]").Bytes(), "startxref", "startnone"))
	for name, x := range map[string]struct {
		f           *File
		newest, all bool // have an ID
	}{"one trailer": {first, true, true}, "update without ID": {updated, false, true}, "searched": {searched, true, true}} {
		newest, err := x.f.NewestTrailer()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if newest.Has("ID") != x.newest || x.f.Trailer().Has("ID") != x.all {
			t.Errorf("%s: the newest trailer is %s, all together %s", name, Append(nil, newest), Append(nil, x.f.Trailer()))
		}
	}
}

func TestBytes(t *testing.T) {
	data := plainFile().table(root).Bytes()
	f := mustOpen(t, data)
	if f.Size() != int64(len(data)) {
		t.Errorf("the size is %d, not %d", f.Size(), len(data))
	}
	for _, x := range []struct {
		off  int64
		n    int
		want string
	}{{0, 5, "%PDF-"}, {f.Size() - 6, 100, "%%EOF\n"}, {f.Size(), 10, ""}} {
		if got, err := f.Bytes(x.off, x.n); err != nil || string(got) != x.want {
			t.Errorf("%d bytes from %d are %q, %v", x.n, x.off, got, err)
		}
	}
}
