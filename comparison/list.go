package comparison

import (
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
)

// item is one of a list, with what it says, worked out once.
type item struct {
	node    *document.Node
	meaning string
}

// uniteList joins lists. One that all parts share, or that only one has, keeps its order, which can mean something
// in a plan; the items of several are sorted.
func uniteList(f *form, voices []voice) *document.Node {
	var lists [][]item
	for _, v := range voices {
		if list := distinct(f.each.items(v.node)); len(list) > 0 {
			lists = append(lists, list)
		}
	}
	if len(lists) == 0 {
		return nil
	}
	differs := func(list []item) bool { return !slices.EqualFunc(list, lists[0], item.equal) }
	isOrdered := !slices.ContainsFunc(lists, differs)
	all := distinct(slices.Concat(lists...))
	if !isOrdered {
		slices.SortFunc(all, func(a, b item) int { return strings.Compare(a.meaning, b.meaning) })
	}
	united := &document.Node{Kind: document.Sequence}
	for _, i := range all {
		united.Items = append(united.Items, i.node)
	}
	return united
}

// items are those of a list that say something, arranged.
func (f *form) items(n *document.Node) []item {
	var list []item
	for _, child := range n.Items {
		if arranged := f.arrange(child); arranged != nil {
			list = append(list, item{node: arranged, meaning: meaning(arranged)})
		}
	}
	return list
}

// distinct are the items of a list, equal ones once, in the order of their first mention. Of equal ones written
// differently it is always the same one that stays.
func distinct(list []item) []item {
	var once []item
	seen := map[string]int{}
	for _, i := range list {
		at, ok := seen[i.meaning]
		if ok {
			once[at].node = first(once[at].node, i.node)
			continue
		}
		seen[i.meaning] = len(once)
		once = append(once, i)
	}
	return once
}

func (i item) equal(other item) bool { return i.meaning == other.meaning }
