package document
import ("testing";"errors";"fmt";"go.yaml.in/yaml/v4";"os";"strings")
func TestProbe(t *testing.T){
 b,_:=os.ReadFile("/tmp/probe/cases.txt")
 for _,c:=range strings.Split(string(b),"\n====\n") {
  _,err:=loadYAML([]byte(c),&anchorTable{missing:map[*yaml.Node]bool{}})
  var f *yaml.LoadError
  fmt.Printf("---------\n%s\n", c)
  if errors.As(err,&f){ fmt.Printf("   >> %s | %q @%d:%d | ctx %q @%d:%d\n", f.Stage,f.Message,f.Mark.Line,f.Mark.Column,f.ContextMsg,f.ContextMark.Line,f.ContextMark.Column)} else {fmt.Println("   >>",err)}
 }
}
