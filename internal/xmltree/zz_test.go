package xmltree
import ("testing";"strings";"unicode/utf8")
func BenchmarkZZ(b *testing.B){
 doc:=samples(b)[0].doc
 b.Run("valid",func(b *testing.B){for b.Loop(){utf8.ValidString(doc)}})
 b.Run("nonchar",func(b *testing.B){for b.Loop(){nonCharacter(doc)}})
 b.Run("count",func(b *testing.B){for b.Loop(){strings.Count(doc,"<")}})
 b.Run("amp",func(b *testing.B){for b.Loop(){strings.IndexByte(doc,'\r')}})
 b.Run("br",func(b *testing.B){for b.Loop(){strings.Index(doc,"]]>")}})
 b.Run("alloc",func(b *testing.B){for b.Loop(){
	t := &Tree{}
    t.decode(doc)
	p := &parser{tree: t, doc: t.doc,  epoch: 1, epochs: 1}
    p.reserve()
    sink=p
 }})
 b.Run("cache",func(b *testing.B){
	t := &Tree{}
    t.decode(doc)
	p := &parser{tree: t, doc: t.doc, lim:Limits{}.filled(), epoch: 1, epochs: 1}
	p.index = p.firstIndex[:]
    p.reserve()
    p.document(0)
   for b.Loop(){
    for i:=range t.nodes { p.element(int(t.nodes[i].start)+1, nameEnd(doc,int(t.nodes[i].start)+1))}
 }})
 b.Run("nameend",func(b *testing.B){
	t,_ := Parse(doc,Limits{})
   for b.Loop(){
    for i:=range t.nodes { nameEnd(doc,int(t.nodes[i].start)+1)}
 }})
 b.Run("first",func(b *testing.B){
	t,_ := Parse(doc,Limits{})
   for b.Loop(){
	p := &parser{tree: t, doc: t.doc, lim:Limits{}.filled(), epoch: 1, epochs: 1}
	p.index = p.firstIndex[:]
    t.names=t.names[:0]
    for i:=range t.nodes { p.element(int(t.nodes[i].start)+1, nameEnd(doc,int(t.nodes[i].start)+1))}
 }})
 b.Run("full",func(b *testing.B){for b.Loop(){Parse(doc,Limits{})}})
}
var sink *parser
