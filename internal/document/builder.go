package document

import (
	"strconv"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// builder is what the YAML and the JSON reader share: it counts nodes and levels, finds keys
// written twice, and knows where in the tree the reader is.
type builder struct {
	doc   *Document
	nodes int
	path  []step
	over  bool   // a limit was passed: nothing more is built
	spare []Node // room for the next nodes: one allocation serves many

	// The last position worked out: readers go forwards, so the next one is counted from here.
	offset int
	place  Position
}

// step is one part of the way from the root: a key, or the number of a list item, -1 for a key.
type step struct {
	key  string
	item int
}

func newBuilder(d *Document) builder {
	start := int(d.places.lines[0])
	return builder{doc: d, offset: start, place: Position{Line: 1, Column: 1}}
}

// pos is [Document.Position], fast for offsets that do not go back.
func (b *builder) pos(offset int) Position {
	if offset < b.offset || offset > len(b.doc.Source) {
		return b.doc.Position(offset)
	}
	lines := b.doc.places.lines
	from := b.offset
	for b.place.Line < len(lines) && int(lines[b.place.Line]) <= offset {
		from = int(lines[b.place.Line])
		b.place.Line++
		b.place.Column = 1
	}
	if b.doc.places.points == nil {
		b.place.Column += offset - from
	} else {
		b.place.Column += starts(b.doc.Source[from:offset])
	}
	b.offset = offset
	return b.place
}

// seek is [Document.Offset], fast for positions that do not go back.
func (b *builder) seek(p Position) int {
	lines := b.doc.places.lines
	if p.Compare(b.place) < 0 || p.Line > len(lines) {
		return b.doc.Offset(p)
	}
	from, columns := b.offset, p.Column-b.place.Column
	if p.Line > b.place.Line {
		from, columns = int(lines[p.Line-1]), p.Column-1
	}
	if b.doc.places.points == nil {
		return min(from+columns, len(b.doc.Source))
	}
	return skip(b.doc.Source, from, columns)
}

// skip goes a number of code points on.
func skip(src []byte, from, points int) int {
	for ; points > 0 && from < len(src); points-- {
		for from++; from < len(src) && src[from]&0xC0 == 0x80; {
			from++
		}
	}
	return from
}

// node makes a node.
func (b *builder) node(n Node) *Node {
	if len(b.spare) == 0 {
		// Few for a small file, and never more than an eighth of what there is already.
		b.spare = make([]Node, max(16, min(512, b.nodes/8)))
	}
	node := &b.spare[0]
	b.spare = b.spare[1:]
	*node = n
	return node
}

func (b *builder) pointer() string {
	keys := make([]string, len(b.path))
	for i, s := range b.path {
		keys[i] = s.key
		if s.item >= 0 {
			keys[i] = strconv.Itoa(s.item)
		}
	}
	return Pointer(keys...)
}

func (b *builder) pushKey(key string) { b.path = append(b.path, step{key: key, item: -1}) }
func (b *builder) pushItem(item int)  { b.path = append(b.path, step{item: item}) }
func (b *builder) pop()               { b.path = b.path[:len(b.path)-1] }

func (b *builder) spanOf(start, end int) Span { return Span{Start: b.pos(start), End: b.pos(end)} }

func (b *builder) problem(span Span, code string, args messages.Args) {
	pointer := ""
	if len(b.doc.Problems) < MaxProblems {
		pointer = b.pointer()
	}
	b.doc.reportAt(span, pointer, code, args)
}

// count notes one more node and tells whether the tree may still grow.
func (b *builder) count(at Position) bool {
	if b.over {
		return false
	}
	if b.nodes++; b.nodes > MaxNodes {
		b.over = true
		b.problem(Span{Start: at, End: at}, "input/limit.nodes", messages.Args{"limit": MaxNodes})
	}
	return !b.over
}

// deeper tells whether a list or a list of keys may stand at a level of nesting, the root being 1.
func (b *builder) deeper(level int, at Position) bool {
	if b.over {
		return false
	}
	if level > MaxDepth {
		b.over = true
		b.problem(Span{Start: at, End: at}, "input/limit.depth", messages.Args{"limit": MaxDepth})
	}
	return !b.over
}

// keys finds keys written twice in one mapping. Up to a few keys it compares; a map is made only
// for more, because most mappings are small.
type keys struct {
	lines map[string]int
}

const fewKeys = 12

// add appends a member unless its key is there already; then it reports where the first one is.
func (k *keys) add(b *builder, n *Node, m Member) {
	line, twice := k.find(n, m)
	if !twice {
		n.Members = append(n.Members, m)
		return
	}
	b.pushKey(m.Key)
	b.problem(m.KeySpan, "input/duplicate-key", messages.Args{"key": m.Key, "line": line})
	b.pop()
}

func (k *keys) find(n *Node, m Member) (line int, found bool) {
	if len(n.Members) < fewKeys {
		if first := n.Member(m.Key); first != nil {
			return first.KeySpan.Start.Line, true
		}
		return 0, false
	}
	if k.lines == nil {
		k.lines = make(map[string]int, 2*fewKeys)
		for _, first := range n.Members {
			k.lines[first.Key] = first.KeySpan.Start.Line
		}
	}
	if line, found = k.lines[m.Key]; !found {
		k.lines[m.Key] = m.KeySpan.Start.Line
	}
	return line, found
}
