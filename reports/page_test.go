package reports

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
)

// document writes the document of an assessment.
func document(t *testing.T, name string, a *eifcheck.Assessment) []byte {
	t.Helper()

	var b bytes.Buffer
	i := slices.IndexFunc(Documents(), func(d Document) bool { return d.Name == name })
	files := func(string) (io.Writer, error) { return &b, nil }
	if err := Documents()[i].Write(files, a, DocumentOptions{Header: header(), Wording: wording(t)}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func parsed(t *testing.T, page []byte) *html.Node {
	t.Helper()

	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// content is the text of an element as a reader has it.
func content(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// all are the elements of a name, of a class unless that is "".
func all(root *html.Node, name, class string) []*html.Node {
	var list []*html.Node
	for n := range root.Descendants() {
		classes := strings.Fields(attribute(n, "class"))
		if n.Type == html.ElementNode && n.Data == name && (class == "" || slices.Contains(classes, class)) {
			list = append(list, n)
		}
	}
	return list
}

func assessments() map[string]*eifcheck.Assessment {
	return map[string]*eifcheck.Assessment{"france": france(), "norway": norway(), "agency": agency(), "unscored": unscored()}
}

// Every row of the page says what the result says of the area.
func TestPageShowsTheNumbersOfTheResult(t *testing.T) {
	t.Parallel()

	for name, a := range assessments() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root := parsed(t, document(t, "html", a))
			var got, want [][]string
			for _, table := range all(root, "table", "areas") {
				for _, row := range all(table, "tr", "")[1:] {
					cells := []string{content(all(row, "th", "")[0])}
					for _, cell := range all(row, "td", "") {
						cells = append(cells, strings.ReplaceAll(content(cell), "−", "-"))
					}
					got = append(got, cells)
				}
			}
			for _, board := range a.Scoreboards {
				for i := range board.Areas {
					want = append(want, rowOf(t, a, &board.Areas[i]))
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-result +page):\n%s", diff)
			}
		})
	}
}

func rowOf(t *testing.T, a *eifcheck.Assessment, area *eifcheck.Area) []string {
	t.Helper()

	w := wording(t)
	var score string
	switch {
	case area.Score != nil:
		score = strconv.Itoa(int(*area.Score))
	case area.Status == "partial":
		score = strconv.Itoa(int(area.Interval[0])) + " to " + strconv.Itoa(int(area.Interval[1])) + " possible"
	default:
		score = w.Say("text/status."+string(area.Status), nil)
	}
	row := []string{string(area.ID) + " " + area.Title, score}
	if a.Methodology.AverageYear != nil {
		average, gap, relation := "", "", ""
		if area.Average != nil {
			average = number(*area.Average, hasDecimals(a))
		}
		if area.Gap != nil {
			gap = signed(*area.Gap, hasDecimals(a))
		}
		if area.Relation != nil {
			relation = map[string]string{"above": "▲ above", "at": "= in line", "below": "▼ below"}[string(*area.Relation)]
		}
		row = append(row, average, gap, relation)
	}
	basis := ""
	if area.Basis != "" {
		basis = w.Say("text/basis."+string(area.Basis), nil)
	}
	return append(row, basis)
}

// The tiles count what the summary counts, and name as many areas; each recommendation shows its score.
func TestPageCountsWhatTheSummaryCounts(t *testing.T) {
	t.Parallel()

	for _, name := range []string{"fr", "de-2022", "es-2022", "ville", "pays"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := assessed(t, "../testdata/real/"+name+".yaml").Assessments[0]
			root := parsed(t, document(t, "html", a))
			sum := 0
			for _, tile := range all(root, "li", "tile") {
				n := content(all(tile, "span", "n")[0])
				if listed := len(all(tile, "a", "")); strconv.Itoa(listed) != n {
					t.Errorf("%q names %d areas", content(tile), listed)
				} else {
					sum += listed
				}
			}
			if sum != a.Summary.Areas {
				t.Errorf("%d areas on tiles, want %d", sum, a.Summary.Areas)
			}
			recs := all(root, "details", "rec")
			if len(recs) != len(a.Recommendations) {
				t.Fatalf("%d recommendations, want %d", len(recs), len(a.Recommendations))
			}
			for i, rec := range recs {
				want, got := "", ""
				if score := a.Recommendations[i].Score; score != nil {
					want = strconv.Itoa(int(*score))
				}
				if marks := all(all(rec, "summary", "")[0], "span", "mark"); len(marks) > 0 {
					got = content(marks[0])
				}
				if id := eif.RecommendationID(attribute(rec, "id")); id != a.Recommendations[i].ID || want != got {
					t.Errorf("%s shows %q, want %s with %q", id, got, a.Recommendations[i].ID, want)
				}
			}
		})
	}
}

// Gaps stand in the order of the result, and the first three stand in the summary.
func TestPageKeepsTheOrderOfGaps(t *testing.T) {
	t.Parallel()

	for name, a := range assessments() {
		var want, got []string
		for _, rest := range []bool{false, true} {
			for _, g := range a.Gaps {
				if (g.Relation != nil && *g.Relation != "below") == rest {
					want = append(want, "gap-"+string(g.Area))
				}
			}
		}
		root := parsed(t, document(t, "html", a))
		for _, list := range all(root, "ol", "gaps") {
			for _, item := range all(list, "li", "") {
				if id := attribute(item, "id"); id != "" {
					got = append(got, id)
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-result +page):\n%s", name, diff)
		}
	}
}

// Whatever a file says stays text: the page has the same elements and attributes, and links lead nowhere else.
func TestHostileTextInThePage(t *testing.T) {
	t.Parallel()

	a, _ := filled(harmless)
	want := shapeOfPage(t, document(t, "html", a))
	for name, value := range hostileValues() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, _ := filled(value)
			page := document(t, "html", a)
			if diff := cmp.Diff(want, shapeOfPage(t, page)); diff != "" { // but for the drawings
				t.Errorf("(-harmless +hostile):\n%s", diff)
			}
			if at := bytes.IndexFunc(page, func(r rune) bool { return r != '\n' && dangerous(r) }); at >= 0 {
				t.Errorf("the page holds %.20q", page[at:])
			}
		})
	}
}

// shapeOfPage lists the elements with their attributes. Of a drawing it lists only which elements there are:
// a longer title takes more lines.
func shapeOfPage(t *testing.T, page []byte) []string {
	t.Helper()

	var shape []string
	drawn := map[string]bool{}
	for n := range parsed(t, page).Descendants() {
		switch n.Type {
		case html.CommentNode:
			t.Errorf("a comment: %.100q", n.Data)
		case html.ElementNode:
			names := n.Data
			for _, a := range n.Attr {
				names += " " + a.Key
				if to := a.Val; a.Key == "href" && !strings.HasPrefix(to, "#") && !strings.HasPrefix(to, "https://") && !strings.HasPrefix(to, "http://") {
					t.Errorf("a link to %.100q", to)
				}
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" {
					t.Errorf("%s has %s", n.Data, a.Key)
				}
			}
			if inDrawing(n) {
				drawn[n.Data] = true
				continue
			}
			shape = append(shape, names)
		case html.ErrorNode, html.TextNode, html.DocumentNode, html.DoctypeNode, html.RawNode:
		}
	}
	return append(shape, slices.Sorted(maps.Keys(drawn))...)
}

func inDrawing(n *html.Node) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if up.Data == "svg" {
			return true
		}
	}
	return false
}

// Every element is closed where it was opened, every id stands once, and every link into the page leads
// somewhere.
func TestPageIsWellFormed(t *testing.T) {
	t.Parallel()

	void := []string{"meta", "br", "img", "link", "input", "hr"}
	for name, a := range assessments() {
		var open []string
		ids, links := map[string]int{}, []string{}
		z := html.NewTokenizer(bytes.NewReader(document(t, "html", a)))
		for {
			kind := z.Next()
			if kind == html.ErrorToken {
				if !errors.Is(z.Err(), io.EOF) {
					t.Fatal(z.Err())
				}
				break
			}
			token := z.Token()
			for _, a := range token.Attr {
				switch {
				case a.Key == "id":
					ids[a.Val]++
				case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
					links = append(links, a.Val[1:])
				case a.Key == "aria-labelledby" || a.Key == "for":
					links = append(links, strings.Fields(a.Val)...)
				}
			}
			switch {
			case kind == html.StartTagToken && !slices.Contains(void, token.Data):
				open = append(open, token.Data)
			case kind == html.EndTagToken:
				if len(open) == 0 || open[len(open)-1] != token.Data {
					t.Fatalf("%s: </%s> ends %v", name, token.Data, open)
				}
				open = open[:len(open)-1]
			}
		}
		if len(open) > 0 {
			t.Errorf("%s: never closed: %v", name, open)
		}
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%s: %d elements with the id %s", name, n, id)
			}
		}
		for _, to := range links {
			if ids[to] == 0 {
				t.Errorf("%s: nothing has the id %s", name, to)
			}
		}
	}
}

// The policy of the page names the styles and the script that are in it, and nothing else may load.
func TestPolicyNamesWhatIsInThePage(t *testing.T) {
	t.Parallel()

	root := parsed(t, document(t, "html", france()))
	policy := ""
	for _, meta := range all(root, "meta", "") {
		if attribute(meta, "http-equiv") == "Content-Security-Policy" {
			policy = attribute(meta, "content")
		}
	}
	if !strings.HasPrefix(policy, "default-src 'none'; ") {
		t.Errorf("the policy is %q", policy)
	}
	data := 0
	for _, element := range append(all(root, "style", ""), all(root, "script", "")...) {
		if attribute(element, "type") == "application/ld+json" { // data, which no browser runs
			data++
			wantDataOfPage(t, element.FirstChild.Data)
		}
		sum := sha256.Sum256([]byte(element.FirstChild.Data))
		if hash := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, hash) {
			t.Errorf("the policy does not name a %s", element.Data)
		}
	}
	if data != 1 {
		t.Errorf("%d blocks of linked data", data)
	}
}

// wantDataOfPage holds the data in the page to those of the format jsonld.
func wantDataOfPage(t *testing.T, text string) {
	t.Helper()
	want, err := JSONLD(france(), header())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), text); diff != "" {
		t.Errorf("(-jsonld +page):\n%s", diff)
	}
}
