package xmltree
import "testing"
func TestXX(t *testing.T){
 for _,s:=range samples(t){ resolves=0; tr,_:=Parse(s.doc,Limits{}); t.Log(s.name, tr.Len(), tr.AttrLen(), len(tr.names), resolves, len(tr.decls)) }
}
