package xmltree
import ("testing";"os";"bufio";"fmt")
// reads file names from LIST, prints verdicts
func TestVerdicts(t *testing.T){
 f,_:=os.Open(os.Getenv("LIST")); sc:=bufio.NewScanner(f)
 o,_:=os.Create(os.Getenv("LIST")+".out"); defer o.Close()
 for sc.Scan(){ b,_:=os.ReadFile(sc.Text()); tr,err:=Parse(string(b),Limits{}); if err!=nil {fmt.Fprintf(o,"%s\tFAIL\t%v\n",sc.Text(),err)} else {fmt.Fprintf(o,"%s\tok\t%s\n",sc.Text(),tr.Encoding())}}
}
