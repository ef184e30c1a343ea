package document
import ("testing";"os")
func TestTry(t *testing.T){ b,_:=os.ReadFile(os.Getenv("TRY")); t.Log("\n"+dump(Parse(os.Getenv("TRY"),b))) }
